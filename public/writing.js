// The form where one writes: counts, remembers large type, and shows what is close as one types. The form is whole without.
const form = document.getElementById("ecrire");
const words = form.elements.texte;
const hint = document.getElementById("champ-texte-aide");
const said = document.getElementById("champ-texte-dit");

/** Characters as the server counts them (`Written::count`): without the white space around, a family of emoji is one. */
const segmenter = Intl.Segmenter && new Intl.Segmenter("fr");
export function count(text) {
  const trimmed = text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");
  return [...(segmenter ? segmenter.segment(trimmed) : trimmed)].length;
}

const number = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, "\u202f");

function counted() {
  const { none, counted, over, max } = said.dataset;
  const n = count(words.value);
  hint.textContent = n ? `${none} ${counted.replace("{n}", number(n))}` : none;
  hint.classList.toggle("over", n > max);
  if (n > max) tell(over.replace("{n}", number(n - max)));
  return n;
}

/** Says something under the field, once: a screen reader isn't told at each key. */
function tell(sentence, href) {
  if (said.textContent === sentence) return;
  said.textContent = href ? "" : sentence;
  if (href) said.append(Object.assign(document.createElement("a"), { href, textContent: sentence }));
}

/** Asks what is close once one stops typing; an answer to words of before is dropped. */
let asking;
async function near() {
  asking?.abort();
  const n = counted();
  if (!form.dataset.near || n > said.dataset.max) return;
  const place = document.getElementById("voisines");
  if (n < said.dataset.min) {
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

let pause;
words.addEventListener("input", () => {
  counted();
  clearTimeout(pause);
  pause = setTimeout(near, 500);
});

const large = document.getElementById("grands");
const LARGE = "pleniere:grands";
try {
  large.checked = localStorage.getItem(LARGE) === "1";
  large.addEventListener("change", () => localStorage.setItem(LARGE, large.checked ? "1" : "0"));
} catch {
  // No storage: it lasts as long as the page.
}

counted();
