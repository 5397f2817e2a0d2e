// Ballots: asked again, kept on the device, sent until they are acknowledged.
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

/** The name of this page, which a reload keeps, and its choices so far: of one page the last that was made counts, also where an
 * older one comes late. */
const TURN = "pleniere:page";
let turn = { page: draw(), rank: 0 };
try {
  turn = JSON.parse(sessionStorage.getItem(TURN)) ?? turn;
} catch {
  // No storage: it is this page as long as it lasts.
}

function nextTurn() {
  // A page that was duplicated or brought back bears the same name, and knows of no choice made since: the hour does.
  turn.rank = Math.max(turn.rank + 1, Date.now());
  try {
    sessionStorage.setItem(TURN, JSON.stringify(turn));
  } catch {
    // The same.
  }
  return turn;
}

function hand(form, data) {
  const field = form.dataset.ballot || "cle";
  // The same again is sent again; another choice takes the place of one that hasn't left.
  const poll = form.dataset.poll ?? "";
  const slot = form.dataset.slot ?? poll;
  let key = data.get(field);
  if (!key || used.has(key)) data.set(field, (key = draw()));
  if (form.elements[field]) form.elements[field].value = key;
  for (const other of [...unsent.values()]) if (other.slot === slot && other.key !== key) forget(other.key);
  const { page, rank } = nextTurn();
  data.set("page", page);
  data.set("rang", rank);
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
