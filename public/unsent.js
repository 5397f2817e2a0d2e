// Texts that are being written or couldn't leave: kept on this device, for this member of this congress, until the server
// acknowledges them. A text leaves under its form's key, so that leaving twice adds nothing.
const place = document.getElementById("non-transmis");
const { dataset: sentences, firstElementChild: said, lastElementChild: list } = place;
const OWN = `pleniere:${sentences.member}:`;
const DRAFT = "brouillon:";
const TEXT = "envoi:";
/** How often the server is tried while a text waits, and how long an answer may take, in milliseconds. */
const AGAIN = 20_000;
const PATIENCE = 60_000;

// Without storage (full, or forbidden) the form is what it is without this script.
function set(name, value) {
  try {
    localStorage.setItem(OWN + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
function remove(name) {
  try {
    localStorage.removeItem(OWN + name);
  } catch {
    // There is nothing to remove.
  }
}
function all(kind) {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(OWN + kind));
    return names.map((name) => JSON.parse(localStorage.getItem(name))).sort((a, b) => a.at - b.at);
  } catch {
    return [];
  }
}

/** A text is `{ key, target, action, fields, words, begun, at }`. One a form: two tabs don't overwrite each other. */
export const drafts = () => all(DRAFT);
export const unsent = () => all(TEXT);
export const keep = (text) => set(DRAFT + text.key, text);
export const post = (text) => set(TEXT + text.key, text);
/** It waits no more; it is no draft any more; it is forgotten for good. */
export const hold = (key) => remove(TEXT + key);
export const drop = (key) => remove(DRAFT + key);
export function forget(key) {
  hold(key);
  drop(key);
}

/** Says something at the head of the page, with a link or a button where there is one. */
export function tell(sentence, way) {
  if (sentence && said.firstChild?.data === sentence) return;
  said.replaceChildren(sentence, ...(way ? [" ", way] : []));
  show();
}
export const link = (href, words) => Object.assign(document.createElement("a"), { href, textContent: words });
export function button(words, press) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: words });
  made.addEventListener("click", press);
  return made;
}

/** Lists what waits. */
export function show() {
  const waiting = unsent();
  list.replaceChildren(...waiting.map(line));
  place.classList.toggle("shown", waiting.length > 0 || said.textContent !== "");
}

function line(text) {
  const one = document.createElement("li");
  const state = Object.assign(document.createElement("p"), { className: "unsent-state" });
  state.textContent = text.refused ? sentences.refused : sentences.waiting;
  const words = Object.assign(document.createElement("p"), { className: "still", dir: "auto", textContent: text.words });
  const ways = Object.assign(document.createElement("p"), { className: "actions" });
  if (!text.refused) ways.append(button(sentences.now, () => flush(true)));
  ways.append(button(sentences.back, () => takeBack(text)));
  one.append(state, words, ways);
  return one;
}

/** It goes back into the form, as a draft; the page of the form restores the last draft. */
function takeBack(text) {
  keep({ ...text, at: Date.now(), refused: undefined });
  hold(text.key);
  location.assign(text.page);
}

let leaving = false;
/** The browser is sending the form itself: nothing else is sent meanwhile. */
export function leave() {
  leaving = true;
  setTimeout(() => (leaving = false), AGAIN);
}

let sending = false;
/** Sends what waits, the oldest first, as long as the server answers. */
export async function flush(asked) {
  if (sending || leaving || !unsent().length) return;
  sending = true;
  try {
    for (const text of unsent()) if (!text.refused && !(await send(text, asked))) break;
  } finally {
    sending = false;
    show();
  }
}

async function send(text, asked) {
  let answer;
  try {
    answer = await fetch(text.action, { method: "POST", body: new URLSearchParams(text.fields), signal: AbortSignal.timeout?.(PATIENCE) });
  } catch {
    if (asked) tell(sentences.offline);
    return false;
  }
  const to = new URL(answer.url).pathname;
  const [, number, received] = (answer.redirected && to.match(/\/(C-\d+)(\/recu)?$/)) || [];
  if (number) {
    forget(text.key);
    if (received) tell(sentences.sent.replace("{n}", number), link(to, sentences.read));
    else tell(sentences.changed.replace("{n}", number), link(to, sentences.see));
  } else if (answer.status === 422 || answer.status === 409) {
    post({ ...text, refused: true });
  } else if (answer.status === 401 || answer.status === 403) {
    tell(sentences.stranger, link(sentences.enter, sentences.come));
    return false;
  } else {
    if (asked) tell(sentences.offline);
    return false;
  }
  return true;
}

// The address of an acknowledgement says by its end which form it answers.
const acknowledged = location.hash.match(/^#cle-([0-9a-f]{32})$/)?.[1];
if (acknowledged) {
  forget(acknowledged);
  history.replaceState(history.state, "", location.pathname + location.search);
}
for (const form of document.querySelectorAll("form[data-leaves]")) {
  form.addEventListener("submit", (event) => {
    if (unsent().length && !confirm(sentences.leave)) event.preventDefault();
  });
}
addEventListener("online", () => flush());
addEventListener("storage", show);
addEventListener("pageshow", () => {
  leaving = false;
  show();
  flush();
});
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && flush());
setInterval(flush, AGAIN);
show();
