// Counts down to moments that the page holds ([data-ends], in milliseconds UTC), by the server's clock: that of a device may be wrong
// by an hour. Where this doesn't run, the page says the hour of the end.

/** By how much the device's clock is behind the server's: the page was made when its first byte came. */
const [page] = performance.getEntriesByType("navigation");
const made = Number(document.querySelector("meta[name=now]")?.content);
let behind = made ? made - (performance.timeOrigin + (page?.responseStart ?? 0)) : 0;

/** The server says what time it is. */
function setClock(now) {
  behind = now - Date.now();
  countDown();
}

const minutes = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

function countDown() {
  const now = Date.now() + behind;
  for (const place of document.querySelectorAll("[data-ends]")) {
    const left = Number(place.dataset.ends) - now;
    const said = left > 0 ? minutes(Math.ceil(left / 1000)) : `${place.dataset.over} · +${minutes(Math.floor(-left / 1000))}`;
    if (place.textContent !== said) place.textContent = said;
    place.classList.toggle("over", left <= 0);
  }
}

countDown();
setInterval(countDown, 250);
