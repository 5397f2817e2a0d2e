// Opens the form where one writes when there is no network. It answers for that page and for the files that it needs, and
// keeps nothing else: no text of anybody, no other page. Signing out clears it (Clear-Site-Data).
const CACHE = "pleniere-__VERSION__";
const FORM = new URL(self.registration.scope);
/** The form as nobody has filled it in: no draft, no key. */
const BLANK = new URL("?vierge=oui", FORM).href;
const ANY = { ignoreVary: true };

/** Keeps the blank form as it is now, with the files that it names; what it names no more goes. */
async function keep() {
  const answer = await fetch(BLANK);
  const cache = await caches.open(CACHE);
  if (answer.status === 401 || answer.status === 403) return cache.delete(BLANK, ANY);
  if (!answer.ok || answer.redirected) return;
  const html = await answer.clone().text();
  const files = new Set(html.match(/\/pkg\/[\w.-]+/g));
  for (const file of files) if (!(await cache.match(file, ANY))) await cache.add(file);
  await cache.put(BLANK, answer);
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname.startsWith("/pkg/") && !files.has(pathname)) await cache.delete(url, ANY);
  }
}

async function page(event) {
  try {
    const answer = await fetch(event.request);
    if (event.request.method === "GET") event.waitUntil(keep().catch(() => {}));
    return answer;
  } catch (error) {
    // Staff who writes for somebody needs the page that says for whom.
    const asked = new URL(event.request.url).searchParams;
    const kept = asked.has("pour") ? undefined : await caches.match(BLANK, ANY);
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener("install", (event) => event.waitUntil(keep().then(() => self.skipWaiting())));

self.addEventListener("activate", (event) => {
  const clean = async () => {
    for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(clean());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== FORM.origin) return;
  if (request.mode === "navigate" && pathname === FORM.pathname) event.respondWith(page(event));
  // A file's name says its content: a copy is never stale.
  if (request.method === "GET" && pathname.startsWith("/pkg/")) {
    event.respondWith(caches.match(request, ANY).then((kept) => kept ?? fetch(request)));
  }
});
