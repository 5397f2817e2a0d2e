// The page where one notes: a kind by one key, and lines that wait for the network. The form is whole without.
const form = document.getElementById("noter");
const { texte: words, type: kind, cle: key } = form.elements;
const correcting = Boolean(form.elements.numero);
const WAITING = `pleniere:noter:${location.pathname}`;
const KINDS = { "=": "etat", "!": "idee", ">": "mode", "<": "mode" };

document.getElementById("touches")?.removeAttribute("hidden");
words.addEventListener("keydown", (event) => {
  const picked = KINDS[event.key];
  if (!picked || words.value || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  kind.value = kind.value === picked ? "" : picked;
});

/** Lines that were not acknowledged, the first noted first: each the fields of the form, with its key. */
const waiting = () => {
  try {
    return JSON.parse(localStorage.getItem(WAITING)) ?? [];
  } catch {
    return [];
  }
};

function keep(lines) {
  localStorage.setItem(WAITING, JSON.stringify(lines));
  document.querySelectorAll(".noted .unsent").forEach((line) => line.remove());
  const list = document.querySelector(".noted");
  for (const fields of lines) {
    const line = Object.assign(document.createElement("li"), { className: "unsent" });
    line.append(
      Object.assign(document.createElement("p"), { className: "noted-words", textContent: fields.texte }),
      Object.assign(document.createElement("p"), { className: "kind", textContent: form.dataset.unsent }),
    );
    list.prepend(line);
  }
}

/** 128 random bits, as the server draws them: what makes a line the same when it is sent twice. */
const draw = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Sends what waits, in order, one at a time; what the server wants told otherwise comes back as the page itself. */
let sending = false;
async function send() {
  if (sending) return;
  sending = true;
  try {
    for (let lines = waiting(); lines.length; lines = waiting()) {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(lines[0]) });
      if (answer.status >= 500) break;
      if (!answer.redirected) {
        // Not under the fingers of whoever types the next one: once they pause.
        if (!words.value) hand(lines);
        break;
      }
      keep(waiting().slice(1));
      renew(await answer.text());
    }
  } catch {
    // Offline: what waits is shown, and goes when the network is back.
  } finally {
    sending = false;
  }
}

/** Puts a refused line back into the form and posts it as a page: the key makes that the same line. */
function hand([first, ...rest]) {
  keep(rest);
  for (const [name, value] of Object.entries(first)) {
    const field = form.elements[name];
    if (field instanceof RadioNodeList || !field) continue;
    field.value = value;
  }
  form.submit();
}

/** Shows the list as the server answered it, below what still waits; the field isn't touched. */
function renew(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const fresh = page.getElementById("notes");
  if (!fresh || document.getElementById("notes").contains(document.activeElement)) return;
  document.getElementById("notes").replaceWith(fresh);
  const said = page.querySelector("main .done");
  if (said) tell(said.textContent);
  keep(waiting());
}

/** What was done, where screen readers hear it. */
function tell(sentence) {
  let place = document.querySelector("main .done");
  if (!place) {
    place = Object.assign(document.createElement("p"), { className: "done" });
    place.setAttribute("role", "status");
    form.before(place);
  }
  place.textContent = sentence;
}

if (!correcting) {
  form.addEventListener("submit", (event) => {
    // Nothing to send, somebody to choose: the server says so on the page.
    if (words.value.trim().length < 3 || form.elements.membre) return;
    try {
      keep([...waiting(), Object.fromEntries(new FormData(form))]);
    } catch {
      return; // No storage: the form goes by itself.
    }
    event.preventDefault();
    form.reset();
    words.value = "";
    kind.value = "";
    form.elements.qui.value = "";
    key.value = draw();
    words.focus();
    send();
  });
  addEventListener("online", send);
  setInterval(send, 15_000);
  try {
    keep(waiting());
    send();
  } catch {
    // No storage.
  }
}
