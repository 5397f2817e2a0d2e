// What follows a sitting (public/live), apart from any sitting: a page, a server and a line of the test's own.
import { expect, test, type Page, type WebSocketRoute } from "@playwright/test";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const parts = ["page", "shown", "countdown", "ballots", "line"];
const script = parts.map((part) => readFileSync(new URL(`../../public/live/${part}.js`, import.meta.url), "utf8")).join("");
const form = (poll: string, key: string) => `<form method="post" action="/bulletins" data-poll="${poll}" data-ballot="cle"><input type="hidden" name="cle" value="${key}">
  <label><input type="radio" name="choix" value="pour" id="pour-${poll}">Pour</label><label><input type="radio" name="choix" value="contre">Contre</label>
  <button>Voter</button></form>`;
const scene = (title: string, poll: string, key = "") => `<section data-scene="vote" data-say="${title}" tabindex="-1"><h2>${title}</h2>
  <p class="compte" data-count="${poll}" data-count-text="{voted} sur {of}">0</p><progress data-count="${poll}" max="1" value="0"></progress>
  <p data-mine-show="vote" hidden>Vous avez voté.</p>${form(poll, key)}</section>`;
const html = `<!DOCTYPE html><html lang="fr"><title>Séance</title><main><div data-live="/direct" data-n="3" data-member="m" data-sending="Envoi"
  data-unsent="Non transmis" data-acknowledged="Enregistré" data-refused="Refusé" data-offline="Hors ligne" data-ended="Fini"><p role="status"></p>
  <p aria-live="polite"></p></div>${scene("Le vote est ouvert", "p1")}<p data-scene="ordre">Point 1</p></main><script type="module" src="/live.js"></script></html>`;

/** A server that says what each test has it say. */
class House {
  posted: URLSearchParams[] = [];
  /** No answer at all. */
  dark = false;
  direct: (answer: ServerResponse) => void = (answer) => answer.writeHead(503).end();
  ballots: (answer: ServerResponse, key: string) => void = (answer) => answer.writeHead(503).end();
  private server: Server = createServer((request, answer) => void this.answer(request, answer));

  async open() {
    await new Promise<void>((done) => this.server.listen(0, "127.0.0.1", done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async answer(request: IncomingMessage, answer: ServerResponse) {
    if (this.dark) return void request.socket.destroy();
    const path = request.url!.split("?")[0];
    if (path === "/live.js") return answer.writeHead(200, { "content-type": "text/javascript" }).end(script);
    if (path === "/direct") return this.direct(answer);
    if (path !== "/bulletins") return answer.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html);
    let body = "";
    for await (const part of request) body += part;
    const fields = new URLSearchParams(body);
    this.posted.push(fields);
    this.ballots(answer, fields.get("cle")!);
  }
}

type Said = { is: string; key: string; poll: string; form: string };
/** The other end of the page's sockets. */
class Line {
  opened: URL[] = [];
  said: Said[] = [];
  open = true;
  private last?: WebSocketRoute;

  async lay(page: Page) {
    await page.routeWebSocket(/\/direct/, (socket) => {
      this.opened.push(new URL(socket.url()));
      if (!this.open) return void socket.close({ code: 1013 });
      this.last = socket;
      socket.onMessage((text) => this.said.push(JSON.parse(String(text))));
    });
  }

  say(message: object) {
    this.last!.send(JSON.stringify(message));
  }

  cut(code = 1012) {
    void this.last!.close({ code });
  }

  async ballot(rank: number) {
    await expect.poll(() => this.said.length).toBeGreaterThan(rank);
    return this.said[rank];
  }
}

const house = new House();
let line: Line;
let url: string;
test.beforeAll(async () => void (url = await house.open()));
test.afterAll(() => house.close());
test.beforeEach(async ({ page }) => {
  house.posted = [];
  house.dark = false;
  house.direct = house.ballots = (answer) => answer.writeHead(503).end();
  line = new Line();
  await line.lay(page);
});

const state = (page: Page) => page.getByRole("status").first();
async function joined(page: Page, sockets = 1) {
  await page.goto(url);
  await expect.poll(() => line.opened.length).toBe(sockets);
}
async function vote(page: Page, choice = "Pour") {
  await page.getByLabel(choice).check();
  await page.getByRole("button", { name: "Voter" }).click();
}
const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes("bulletin")).length);

test("a scene changes what changed, and neither the choice nor the focus @script @once", async ({ page }) => {
  await joined(page);
  expect(line.opened[0].searchParams.get("n")).toBe("3");
  await page.getByLabel("Pour").focus();
  await page.keyboard.press("Space");
  line.say({ is: "count", poll: "p1", voted: 1212, of: 5000 });
  await expect(page.locator(".compte")).toHaveText("1\u202f212 sur 5\u202f000");
  line.say({ is: "scene", n: 4, html: scene("Encore une minute", "p1") + '<p data-scene="ordre">Point 2</p>' });
  await expect(page.getByText("Point 2")).toBeVisible();
  await expect(page.getByRole("heading")).toHaveText("Encore une minute");
  await expect(page.locator("[aria-live=polite]")).toHaveText("Encore une minute");
  await expect(page.getByLabel("Pour")).toBeChecked();
  await expect(page.getByLabel("Pour")).toBeFocused();
  await expect(page.locator(".compte")).toHaveText("1\u202f212 sur 5\u202f000");
  expect(await page.locator("progress").evaluate((bar: HTMLProgressElement) => bar.position)).toBeCloseTo(0.2424);
  line.say({ is: "mine", facts: { vote: true } });
  await expect(page.getByText("Vous avez voté.")).toBeVisible();
  // Another poll: the form is another.
  line.say({ is: "scene", n: 5, html: scene("Autre vote", "p2") });
  await expect(page.locator("#pour-p2")).not.toBeChecked();
  await expect(page.getByText("Point 2")).toBeVisible();
  await expect(page.getByText("Vous avez voté.")).toBeVisible();
  line.cut();
  await expect.poll(() => line.opened.length).toBe(2);
  expect(line.opened[1].searchParams.get("n"), "what was missed is asked for").toBe("5");
});

test("a ballot is kept until it is acknowledged or refused @script @once", async ({ page }) => {
  await joined(page);
  await vote(page);
  const first = await line.ballot(0);
  expect(first).toMatchObject({ is: "ballot", poll: "p1" });
  expect(Object.fromEntries(new URLSearchParams(first.form))).toMatchObject({ cle: first.key, choix: "pour", rang: expect.stringMatching(/^\d+$/) });
  expect(first.key).toMatch(/^[0-9a-f]{32}$/);
  await expect(state(page)).toHaveText("Envoi");
  expect(await kept(page)).toBe(1);
  line.say({ is: "no", key: first.key, sentence: "Le scrutin est clos depuis 11 h 02." });
  await expect(state(page)).toHaveText("Le scrutin est clos depuis 11 h 02.");
  expect(await kept(page)).toBe(0);
  await vote(page, "Contre");
  const second = await line.ballot(1);
  expect(second.key, "another choice is another ballot").not.toBe(first.key);
  const turn = (said: Said) => ["page", "rang"].map((name) => new URLSearchParams(said.form).get(name));
  expect(turn(second)[0], "of the same page").toBe(turn(first)[0]);
  expect(Number(turn(second)[1]), "the later one").toBeGreaterThan(Number(turn(first)[1]));
  line.say({ is: "ack", key: second.key });
  await expect(state(page)).toHaveText("Enregistré");
  expect(await kept(page)).toBe(0);
  const shown = "f".repeat(32);
  line.say({ is: "scene", n: 4, html: scene("Vote secret", "p2", shown) });
  await expect(page.getByRole("heading")).toHaveText("Vote secret");
  await vote(page);
  expect((await line.ballot(2)).key, "the key that the page shows").toBe(shown);
});

test("what could not leave leaves later, under the same key, also from a page that was loaded again @script @once", async ({ page }) => {
  await joined(page);
  line.open = false;
  line.cut();
  await vote(page);
  await expect(state(page)).toHaveText("Non transmis");
  expect(house.posted.length, "the server is tried by a form too").toBeGreaterThan(0);
  const key = house.posted[0].get("cle");
  line.open = true;
  await page.reload();
  const again = await line.ballot(0);
  expect(again.key).toBe(key);
  line.say({ is: "later", key, sentence: "Un instant." });
  line.say({ is: "ack", key });
  await expect(state(page)).toHaveText("Enregistré");
  expect(await kept(page)).toBe(0);
});

test("where no socket opens, the page asks and posts @script @once", async ({ page }) => {
  line.open = false;
  house.direct = (answer) =>
    answer.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify([{ is: "scene", n: 9, html: scene("Demandé", "p1") }, { is: "mine", facts: { vote: false } }]));
  house.ballots = (answer) => answer.writeHead(303, { location: "/merci" }).end();
  await page.goto(url);
  await expect(page.getByRole("heading")).toHaveText("Demandé", { timeout: 20_000 });
  await expect(state(page), "all is well").toHaveText("");
  await vote(page);
  await expect(state(page)).toHaveText("Enregistré");
  house.ballots = (answer) => answer.writeHead(422, { "content-type": "text/html; charset=utf-8" }).end('<p role="alert">Ce choix n’est pas proposé.</p>');
  await vote(page, "Contre");
  await expect(state(page)).toHaveText("Ce choix n’est pas proposé.");
  expect(house.posted.map((fields) => fields.get("choix"))).toEqual(["pour", "contre"]);
});

test("a session that ended is said, and nothing is tried any more @script @once", async ({ page }) => {
  await joined(page);
  line.cut(4401);
  await expect(state(page)).toHaveText("Fini");
  await page.waitForFunction(() => document.querySelector<HTMLElement>("[data-live]")!.dataset.state === "ended");
  expect(line.opened.length).toBe(1);
});

test("a line that is silent, or a network that goes, is noticed @script @once", async ({ page }) => {
  await page.clock.install();
  await joined(page);
  line.say({ is: "beat" });
  expect(await line.ballot(0)).toEqual({ is: "beat" });
  await page.clock.runFor(44_000);
  expect(line.opened.length).toBe(1);
  house.dark = true;
  line.open = false;
  await page.clock.runFor(20_000);
  await expect(state(page)).toHaveText("Hors ligne");
  line.open = true;
  await page.clock.runFor(60_000);
  await expect(state(page)).toHaveText("");
  expect(line.opened.length).toBeGreaterThan(2);
});

test("a countdown goes by the server’s clock, whatever the device’s says @script @once", async ({ page }) => {
  const now = Date.now();
  // The server is an hour and a half ahead of this device.
  const there = now + 5_400_000;
  await page.clock.install({ time: now });
  await joined(page);
  line.say({ is: "beat", at: there });
  const shown = (end: number) => `<section data-scene="vote" data-say="Pitch"><p role="timer" data-ends="${end}" data-over="Temps écoulé">Jusqu’à 11 h</p></section>`;
  line.say({ is: "scene", n: 4, html: shown(there + 150_000) });
  await expect(page.getByRole("timer")).toHaveText(/^2:(30|29)$/);
  await page.clock.runFor(60_000);
  await expect(page.getByRole("timer")).toHaveText(/^1:(30|29)$/);
  await page.clock.runFor(100_000);
  await expect(page.getByRole("timer")).toHaveText(/^Temps écoulé · \+0:(09|10)$/);
  await expect(page.getByRole("timer")).toHaveClass("over");
});
