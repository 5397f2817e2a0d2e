// Follows a sitting: what changes comes by a socket, or is asked for where none can be opened. Its parts (this folder) are put one
// after the other into one module, in the order that xtask/src/script.rs says. It knows nothing of what a sitting deals with, only
// these attributes:
// · [data-live] the socket's address, the number of the scene shown (data-n), whose page it is (data-member), sentences;
// · [data-scene] what is replaced, by name, when the server's version of it changed; data-say is said to screen readers;
// · a form that was begun is kept as it is filled in, as long as the server shows the same; form[data-ballot] is sent by the
//   socket: its value names the field of the key; form[data-ask] is asked again first, in dialog[data-confirm]: its value is the
//   most that may be chosen;
// · [data-count] gets the count of that poll, in the words of data-count-text, or of data-count-all once everybody voted; [data-mine-show], [data-mine-hide], [data-mine-text] what concerns the reader;
// · [data-ends] counts down to that moment.
const root = document.querySelector("[data-live]");
const { live: address, member = "", ...words } = root.dataset;
const [state, said] = root.children;
const OWN = `pleniere:bulletin:${member}:`;
/** How long an answer is waited for before a ballot is sent again, and how long the server may be silent, in milliseconds. */
const ANSWER = 8_000;
const SILENCE = 45_000;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const write = (element, text = "") => element.textContent !== text && (element.textContent = text);

/** What is said at the head of the page. */
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
