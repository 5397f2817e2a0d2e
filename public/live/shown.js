// What is shown: scenes, counts, and what concerns the reader.
let last = Number(words.n ?? 0);
/** What the page that was served says of the reader, until the server says it. */
let facts = {};
for (const { dataset, hidden, textContent } of all("[data-mine-show], [data-mine-text]")) facts[dataset.mineShow ?? dataset.mineText] = dataset.mineShow ? !hidden : textContent;
let count;
/** Each part as the server gave it: what the reader did to it since is no change. */
const served = new Map(all("[data-scene]").map((part) => [part.dataset.scene, part.outerHTML]));
/** Forms that somebody has begun to fill in. */
const begun = new WeakSet();
document.addEventListener("input", ({ target }) => target.form && begun.add(target.form));

function scene({ n, html }) {
  last = n;
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const now of all("[data-scene]")) {
    const name = now.dataset.scene;
    const next = page.querySelector(`[data-scene="${CSS.escape(name)}"]`);
    if (!next || served.get(name) === next.outerHTML) continue;
    served.set(name, next.outerHTML);
    replace(now, next);
  }
  // What was acknowledged has been read by now: its poll isn't asked any more.
  if (outcome === words.acknowledged && !document.querySelector("form[data-ballot]")) outcome = "";
  counted();
  personal();
  countDown();
  tell();
}

/** What a form is about: the poll that it asks, else what it does. */
const about = (form) => form.dataset.poll ?? all("input[type=hidden], button[value]", form).map(({ name, value }) => `${name}=${value}`).join();
const same = (form, within) => all("form", within).find((other) => about(other) === about(form));

/** The place in the new part where the reader was in the old one. */
function twin(of, within) {
  const form = of.form && same(of.form, within);
  if (form) return form.elements[[...of.form.elements].indexOf(of)];
  return of.id ? within.querySelector(`#${CSS.escape(of.id)}`) : all("a", within).find((link) => of.href && link.href === of.href);
}

function replace(now, next) {
  const focused = now.contains(document.activeElement) && document.activeElement;
  const place = focused && twin(focused, next);
  for (const form of all("form", now)) {
    const fresh = begun.has(form) && same(form, next);
    if (!fresh) continue;
    fresh.replaceWith(form);
    form.closest("details")?.setAttribute("open", "");
  }
  for (const { id } of all("details[open][id]", now)) next.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
  now.replaceWith(next);
  if (focused) (focused.isConnected ? focused : place || next).focus({ preventScroll: true });
  if (next.dataset.say && next.dataset.say !== now.dataset.say) write(said, next.dataset.say);
}

const number = (n) => n.toLocaleString("fr");
function counted() {
  if (!count) return;
  for (const place of all(`[data-count="${CSS.escape(count.poll)}"]`)) {
    if ("max" in place) Object.assign(place, { max: count.of, value: count.voted });
    else {
      const { countText = "{voted}", countAll = countText } = place.dataset;
      const said = { "{voted}": count.voted, "{of}": count.of, "{left}": count.of - count.voted };
      write(place, (count.voted < count.of ? countText : countAll).replace(/\{\w+\}/g, (name) => number(said[name])));
    }
  }
}

function personal() {
  for (const place of all("[data-mine-show]")) place.hidden = !facts[place.dataset.mineShow];
  for (const place of all("[data-mine-hide]")) place.hidden = Boolean(facts[place.dataset.mineHide]);
  for (const place of all("[data-mine-text]")) write(place, String(facts[place.dataset.mineText] ?? ""));
}
