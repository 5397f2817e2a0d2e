// A way to the server that can be cut, as by a tunnel: nothing passes, for pages and for their service worker alike, while
// the browser believes that there is a network.
import { createServer, connect, type Server, type Socket } from "node:net";

export class Tunnel {
  private server?: Server;
  private sockets = new Set<Socket>();
  private port = 0;

  constructor(private to: URL) {}

  /** Its address; the same after each cut. */
  get url() {
    return `http://127.0.0.1:${this.port}`;
  }

  async open() {
    this.server = createServer((socket) => {
      const on = connect(Number(this.to.port), this.to.hostname);
      for (const [one, other] of [[socket, on], [on, socket]]) {
        this.sockets.add(one);
        one.on("error", () => other.destroy());
        one.on("close", () => {
          this.sockets.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
    await new Promise<void>((done) => this.server!.listen(this.port, "127.0.0.1", done));
    this.port = (this.server.address() as { port: number }).port;
  }

  async cut() {
    const closed = new Promise((done) => this.server!.close(done));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}
