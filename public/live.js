// Follows a sitting: what changes comes by a socket, or is asked for where none can be opened. It knows nothing of what a sitting
// deals with, only these attributes:
// · [data-live] the socket's address, the number of the scene shown (data-n), whose page it is (data-member), sentences;
// · [data-scene] what is replaced, by name, when the server's version of it changed; data-say is said to screen readers;
// · a form that was begun is kept as it is filled in, as long as the server shows the same; form[data-ballot] is sent by the
//   socket: its value names the field of the key; form[data-ask] is asked again first, in dialog[data-confirm]: its value is the
//   most that may be chosen;
// · [data-count] gets the count of that poll, in the words of data-count-text, or of data-count-all once everybody voted; [data-mine-show], [data-mine-hide], [data-mine-text] what concerns the reader.
const root = document.querySelector("[data-live]");
const { live: address, member = "", ...words } = root.dataset;
const [state, said] = root.children;
const OWN = `pleniere:bulletin:${member}:`;
/** How long an answer is waited for before a ballot is sent again, and how long the server may be silent, in milliseconds. */
const ANSWER = 8_000;
const SILENCE = 45_000;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const write = (element, text = "") => element.textContent !== text && (element.textContent = text);

// ── What is shown

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

// ── Ballots that aren't acknowledged

const unsent = new Map();
const used = new Set();
try {
  for (const name of Object.keys(localStorage)) if (name.startsWith(OWN)) unsent.set(name.slice(OWN.length), JSON.parse(localStorage.getItem(name)));
} catch {
  // No storage: they last as long as the page.
}

function keep(ballot) {
  unsent.set(ballot.key, ballot);
  try {
    localStorage.setItem(OWN + ballot.key, JSON.stringify(ballot));
  } catch {
    // Full, or forbidden.
  }
}

function forget(key) {
  used.add(key);
  unsent.delete(key);
  try {
    localStorage.removeItem(OWN + key);
  } catch {
    // There was nothing.
  }
}

/** 128 random bits, as the server draws them. */
const draw = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

document.addEventListener("submit", (event) => {
  const { target: form, submitter: by } = event;
  if (!("ballot" in form.dataset) || by?.hasAttribute("formaction")) return;
  const data = new URLSearchParams(new FormData(form));
  if (by?.name) data.set(by.name, by.value);
  if ("ask" in form.dataset) return void (askAgain(form, by, data) && event.preventDefault());
  event.preventDefault();
  hand(form, data);
});

function hand(form, data) {
  const field = form.dataset.ballot || "cle";
  // The same again is sent again; another choice takes the place of one that hasn't left.
  const poll = form.dataset.poll ?? "";
  const slot = form.dataset.slot ?? poll;
  let key = data.get(field);
  if (!key || used.has(key)) data.set(field, (key = draw()));
  if (form.elements[field]) form.elements[field].value = key;
  for (const other of [...unsent.values()]) if (other.slot === slot && other.key !== key) forget(other.key);
  begun.add(form);
  keep({ poll, slot, key, form: data.toString(), action: form.action });
  send(unsent.get(key));
  tell();
}

/** A receipt as the server draws one: 128 random bits, in Crockford's base 32. */
function receipt() {
  let bits = BigInt(`0x${draw()}`);
  let digits = "";
  for (let place = 0; place < 26; place++, bits >>= 5n) digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[Number(bits & 31n)] + (place && place % 4 === 0 ? "-" : "") + digits;
  return digits;
}

/** Asks again, in words, before a ballot leaves: false where the server has to, or says what is wrong. */
const dialog = document.querySelector("dialog[data-confirm]");
function askAgain(form, by, data) {
  const ticked = all("input:checked", form).map((input) => input.labels[0].textContent);
  const seats = data.getAll("voix").length ? data.getAll("voix") : String(facts.sieges ?? "").split(" ").filter(Boolean);
  const chosen = by?.value || (ticked.length && ticked.length <= Number(form.dataset.ask));
  // A secret ballot that is on its way can't be taken back: a second one would show a receipt that leads nowhere.
  if ("secret" in form.dataset && [...unsent.values()].some(({ slot }) => slot === form.dataset.slot)) return tell(), true;
  if (!dialog || !seats.length || !chosen) return !reached && (tell(), true);
  const receipts = "secret" in form.dataset && data.get("choix") !== "hors" ? seats.map(receipt) : [];
  const what = by?.value ? by.textContent : dialog.dataset.options.replace("{options}", ticked.join(", "));
  write(dialog.querySelector(".about-to"), dialog.dataset.about.replace("{what}", what).replace("{n}", number(seats.length)));
  // Whose voice each is: beside its receipt, or where there is none beneath the question.
  const held = String(facts.sieges ?? "").split(" ");
  const titles = String(facts.titulaires ?? "").split("\n");
  const whose = seats.map((seat) => titles[held.indexOf(seat)] ?? "");
  const line = (...content) => {
    const item = document.createElement("li");
    item.append(...content);
    return item;
  };
  const code = (digits) => Object.assign(document.createElement("code"), { className: "receipt", textContent: digits });
  const shown = dialog.querySelector(".receipts");
  shown.hidden = !receipts.length;
  const several = seats.length > 1 && !receipts.length;
  dialog.querySelector(".about-whom")?.replaceChildren(...(several ? whose.map((name) => line(name)) : []));
  shown.querySelector("ul").replaceChildren(...receipts.map((digits, at) => (whose[at] ? line(`${whose[at]}\u00a0: `, code(digits)) : line(code(digits)))));
  dialog.returnValue = "";
  dialog.onclose = () => {
    // Nothing of it stays on a page that others may look at.
    write(dialog.querySelector(".about-to"));
    dialog.querySelector(".about-whom")?.replaceChildren();
    shown.querySelector("ul").replaceChildren();
    if (dialog.returnValue !== "oui") return;
    data.set("etape", "confirmer");
    data.delete("voix");
    for (const seat of seats) data.append("voix", seat);
    for (const digits of receipts) data.append("recepisse", digits);
    hand(form, data);
  };
  dialog.showModal();
  return true;
}

function send(ballot) {
  const { poll, key, form } = ballot;
  ballot.at = Date.now();
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ is: "ballot", poll, key, form }));
  else post(ballot);
}

/** The same without a socket: as the browser posts a form. */
async function post({ key, form, action }) {
  try {
    const answer = await fetch(action, { method: "POST", body: new URLSearchParams(form) });
    if (answer.redirected && answer.ok) done(key);
    else if (answer.status === 401) ended();
    else if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      done(key, (page.querySelector("[data-no]") ?? page.querySelector("[role=alert]"))?.textContent.trim() || words.refused);
    }
  } catch {
    // Offline: it is tried again.
  }
  tell();
}

/** It is on disk, or refused with a sentence. */
function done(key, sentence) {
  const ballot = unsent.get(key);
  forget(key);
  for (const form of all("form[data-ballot]")) {
    if (ballot && (form.dataset.slot ?? form.dataset.poll ?? "") === ballot.slot) begun.delete(form);
  }
  outcome = sentence ?? words.acknowledged;
  tell();
}

function again() {
  for (const ballot of unsent.values()) if (Date.now() - (ballot.at ?? 0) > ANSWER) send(ballot);
}

// ── What is said at the head of the page

let outcome = "";
let over = false;
let reached = true;
function tell() {
  const late = [...unsent.values()].some((ballot) => !reached || Date.now() - ballot.at > ANSWER / 2);
  const sentence = over ? words.ended : unsent.size ? (late ? words.unsent : words.sending) : reached ? outcome : words.offline;
  root.dataset.state = over ? "ended" : unsent.size ? (late ? "unsent" : "sending") : reached ? "live" : "offline";
  write(state, sentence);
}

function ended() {
  over = true;
  socket?.close();
  tell();
}

// ── The line

const heed = {
  scene,
  count: (message) => ((count = message), counted()),
  mine: (message) => ((facts = message.facts), personal()),
  ack: ({ key }) => done(key),
  no: ({ key, sentence }) => done(key, sentence),
  // It leaves again within some seconds, each phone at its own moment.
  later: ({ key }) => unsent.has(key) && (unsent.get(key).at = Date.now() - Math.random() * ANSWER),
  beat: () => socket?.send('{"is":"beat"}'),
};

let socket;
let tries = 0;
let heard = 0;
let timer;
const url = () => {
  const to = new URL(address, location.href);
  to.searchParams.set("n", last);
  return to;
};

function connect() {
  clearTimeout(timer);
  drop();
  if (over) return;
  const to = url();
  to.protocol = to.protocol.replace("http", "ws");
  const line = (socket = new WebSocket(to));
  heard = Date.now();
  line.onopen = () => {
    tries = 0;
    reached = true;
    for (const ballot of unsent.values()) send(ballot);
    tell();
  };
  line.onmessage = ({ data }) => {
    heard = Date.now();
    const message = JSON.parse(data);
    heed[message.is]?.(message);
  };
  line.onclose = ({ code }) => {
    if (code === 4401) ended();
    else retry();
  };
}

function drop() {
  if (!socket) return;
  socket.onopen = socket.onmessage = socket.onclose = null;
  socket.close();
  socket = undefined;
}

/** Later each time, and each phone at its own moment: a server that restarts isn't run over. */
function retry() {
  drop();
  if (over) return;
  timer = setTimeout(connect, Math.min(400 * 2 ** tries, 15_000) * (0.5 + Math.random()));
  if (tries++) ask();
}

/** What a socket would say first, where none can be opened; or why not. */
async function ask() {
  try {
    const answer = await fetch(url(), { headers: { Accept: "application/json" } });
    if ([401, 403, 404].includes(answer.status)) return ended();
    reached = answer.ok;
    if (answer.ok) for (const message of await answer.json()) heed[message.is]?.(message);
    if (answer.ok) again();
  } catch {
    reached = false;
  }
  tell();
}

/** The phone was unlocked, the network is back: what isn't surely alive is opened anew. */
function wake() {
  if (document.visibilityState !== "visible" || Date.now() - heard < SILENCE / 2) return;
  tries = 0;
  connect();
}
addEventListener("online", () => ((heard = 0), wake()));
addEventListener("offline", () => ((reached = false), tell()));
addEventListener("pageshow", wake);
document.addEventListener("visibilitychange", wake);
setInterval(() => {
  if (socket?.readyState === WebSocket.OPEN && Date.now() - heard > SILENCE) retry();
  if (unsent.size && !over) again();
  tell();
}, 2_000);

personal();
connect();
