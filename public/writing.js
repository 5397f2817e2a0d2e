// The form where one writes: what is typed stays on this device until it is acknowledged, also without a network; characters
// are counted, large type is remembered, what is close appears as one types. The form is whole without any of it.
import * as device from "__UNSENT__";

const form = document.getElementById("ecrire");
const { texte: words, cle: key, commence: begun, cible: target } = form.elements;
const hint = document.getElementById("champ-texte-aide");
const said = document.getElementById("champ-texte-dit");
const { none, counted: written, over, min, max } = said.dataset;

// ── Counting

/** Characters as the server counts them (`Written::count`): without the white space around, a family of emoji is one. */
const segmenter = Intl.Segmenter && new Intl.Segmenter("fr");
function count(text) {
  const trimmed = text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");
  return [...(segmenter ? segmenter.segment(trimmed) : trimmed)].length;
}

const number = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, "\u202f");

function counted() {
  const n = count(words.value);
  hint.textContent = n ? `${none} ${written.replace("{n}", number(n))}` : none;
  hint.classList.toggle("over", n > max);
  if (n > max) tell(over.replace("{n}", number(n - max)));
  return n;
}

/** Says something under the field, once: a screen reader isn't told at each key. */
function tell(sentence, href) {
  if (said.textContent !== sentence) said.replaceChildren(href ? device.link(href, sentence) : sentence);
}

// ── What is close

/** Asks once one stops typing; an answer to words of before is dropped. */
let asking;
async function near() {
  asking?.abort();
  const n = counted();
  if (!form.dataset.near || n > max) return;
  const place = document.getElementById("voisines");
  if (n < min) {
    place.replaceChildren();
    return tell("");
  }
  asking = new AbortController();
  try {
    const body = new URLSearchParams({ texte: words.value });
    const answer = await fetch(form.dataset.near, { method: "POST", body, signal: asking.signal });
    // Whoever is about to press a button there isn't made to press another.
    if (!answer.ok || place.contains(document.activeElement)) return;
    place.innerHTML = await answer.text();
    const shown = place.firstElementChild;
    tell(shown ? shown.dataset.said : "", "#proches");
  } catch {
    // Offline, or asked again: what is shown stays.
  }
}

// ── What is typed stays on this device

const draw = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
const now = () => String(Date.now() * 1000);
const completed = "blank" in form.dataset && new URLSearchParams(location.search).get("complement");
if (completed) {
  target.value = `complement:${completed}`;
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "complement", value: completed }));
}
/** What it becomes, and for whom: drafts of one don't fill in another. */
const kind = `${target.value} ${form.elements.pour?.value ?? ""}`;
/** What the server holds of it. What it sent back to be mended, it doesn't. */
let served = "answered" in form.dataset ? null : words.value;

function text(by) {
  const fields = [...new FormData(form)];
  if (by?.name) fields.push([by.name, by.value]);
  const page = location.pathname + location.search;
  const common = { key: key.value, target: kind, begun: begun.value, words: words.value, at: Date.now() };
  return { ...common, action: form.getAttribute("action"), page, fields };
}

function save() {
  if (words.value === served || !words.value.trim()) device.drop(key.value);
  else device.keep(text());
}

/** Fills the form in with the last text begun on this device for the same thing, unless the server has one that is later. */
function restore() {
  const kept = Number(form.dataset.kept ?? 0);
  const away = new Set(device.unsent().map((text) => text.key));
  const own = device.drafts().filter((draft) => draft.target === kind && !away.has(draft.key));
  // What the server sent back and holds as a draft is here: it waits no more.
  for (const text of device.unsent()) if (text.refused && text.words === words.value) device.forget(text.key);
  // What the server holds as well needs no copy here: it would come back once the text has been sent from elsewhere.
  if (kept) own.filter((draft) => draft.words === words.value).forEach((draft) => device.drop(draft.key));
  const draft = own.filter((draft) => draft.words !== words.value && draft.at * 1000 > kept).pop();
  if (!draft || "answered" in form.dataset) return;
  words.value = draft.words;
  key.value = draft.key;
  if (Number(draft.begun) < Number(begun.value)) begun.value = draft.begun;
  for (const input of form.querySelectorAll("[name=type], [name=affichage], [name=enjeu]")) {
    input.checked = draft.fields.some(([name, value]) => name === input.name && value === input.value);
  }
  const throwAway = device.button(form.dataset.throw, () => {
    device.forget(draft.key);
    words.value = served;
    location.reload();
  });
  device.tell(form.dataset.found, throwAway);
  near();
}

/** The form as it opens without a network: nothing in it is anybody's. */
function blank() {
  words.value = served = "";
  key.value = draw();
  begun.value = now();
  for (const input of form.querySelectorAll("[name=type], [name=enjeu]")) input.checked = input.value === "";
  document.getElementById("voisines").replaceChildren();
  tell("");
  counted();
}

form.addEventListener("submit", (event) => {
  const by = event.submitter;
  const n = count(words.value);
  const leaves = !by?.hasAttribute("formaction") && n >= min && n <= max;
  save();
  const kept = leaves && device.post(text(by));
  if (navigator.onLine) return device.leave();
  event.preventDefault();
  if (kept) {
    // A change leaves once by its version: what is typed in its form after that takes the place of what waits.
    if (target.value.startsWith("modifier:")) device.drop(key.value);
    else blank();
    device.tell("");
    document.getElementById("non-transmis").focus();
  } else {
    device.tell(form.dataset.offline);
  }
});

let pause;
form.addEventListener("input", (event) => {
  save();
  if (event.target !== words) return;
  counted();
  clearTimeout(pause);
  pause = setTimeout(near, 500);
});

if ("blank" in form.dataset) {
  blank();
} else if ("answered" in form.dataset) {
  // The server has read this text and says what is wrong: it is here, and waits no more.
  const same = [...device.unsent(), ...device.drafts()].filter((text) => text.words === words.value);
  for (const { key } of same) device.forget(key);
  device.hold(key.value);
  save();
}
restore();
device.show();
counted();

// ── Large type, and the form without a network

const large = document.getElementById("grands");
const LARGE = "pleniere:grands";
try {
  large.checked = localStorage.getItem(LARGE) === "1";
  large.addEventListener("change", () => localStorage.setItem(LARGE, large.checked ? "1" : "0"));
} catch {
  // No storage: it lasts as long as the page.
}

const { worker, scope } = form.dataset;
if (worker) navigator.serviceWorker?.register(worker, { scope }).catch(() => {});
