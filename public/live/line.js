// The line to the server.
const heed = {
  scene,
  count: (message) => ((count = message), counted()),
  mine: (message) => ((facts = message.facts), personal()),
  ack: ({ key }) => done(key),
  no: ({ key, sentence }) => done(key, sentence),
  // It leaves again within some seconds, each phone at its own moment.
  later: ({ key }) => unsent.has(key) && (unsent.get(key).at = Date.now() - Math.random() * ANSWER),
  beat: ({ at }) => (at && setClock(at), socket?.send('{"is":"beat"}')),
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
