// Single keys at the desk: each leads to a visible button, which Enter presses. None acts while a field has the focus or with a
// modifier, and all of them can be turned off. [data-key] holds a key, and where it leads as a selector.
const place = document.querySelector("[data-shortcuts]");
const on = place.querySelector("input");
const said = place.querySelector("[aria-live]");
const KEPT = "pleniere:raccourcis";
const keys = new Map([...place.querySelectorAll("[data-key]")].map(({ dataset, textContent }) => [dataset.key, { to: dataset.to, name: textContent }]));

try {
  on.checked = localStorage.getItem(KEPT) !== "non";
} catch {
  // No storage: they are on until the page is left.
}
on.addEventListener("change", () => {
  try {
    localStorage.setItem(KEPT, on.checked ? "oui" : "non");
  } catch {
    // The same.
  }
});

const isSeen = (element) => element.getClientRects().length > 0;

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (!on.checked || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
  if (target.closest?.("input, textarea, select, [contenteditable]") || document.querySelector("dialog[open]")) return;
  if (key === "?") {
    event.preventDefault();
    const help = place.querySelector("details");
    help.open = true;
    return help.querySelector("summary").focus();
  }
  const asked = keys.get(key.toLowerCase());
  if (!asked) return;
  event.preventDefault();
  const found = [...document.querySelectorAll(asked.to)].find(isSeen);
  found?.focus();
  said.textContent = found ? place.dataset.press.replace("{what}", found.labels?.[0]?.textContent ?? found.textContent) : place.dataset.none.replace("{what}", asked.name);
});
place.hidden = false;
