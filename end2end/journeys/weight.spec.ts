// What a first visit costs, in bytes that cross the wire, never in time. The budgets are those of the design.
import { expect, test } from "@playwright/test";
import { pages, strangers } from "./pages";
import { congress, newcomer, own } from "./people";

const KB = 1_000;
const withIsland = new Set(["contributions", "recherche", "recherche vaine", "carte", "carte demandée"]);

for (const [name, address] of Object.entries(pages)) {
  test(`« ${name} » keeps its budget @script`, async ({ page, baseURL }) => {
    const others = strangers(page, baseURL!);
    const weights: [string, number][] = [];
    page.on("requestfinished", async (request) => {
      const sizes = await request.sizes();
      weights.push([request.url(), sizes.responseBodySize]);
    });
    await page.goto(address, { waitUntil: "networkidle" });
    const weigh = (wanted: (url: string) => boolean) => weights.filter(([url]) => wanted(url)).reduce((sum, [, bytes]) => sum + bytes, 0);
    const fonts = weigh((url) => url.endsWith(".woff2"));
    const wasm = weigh((url) => url.endsWith(".wasm"));
    const all = weigh(() => true);
    const scripts = weigh((url) => url.endsWith(".js"));
    // What islands fetch once they are awake: the page is usable before.
    const data = weigh((url) => url.endsWith(".json"));
    console.log(`${name}: ${all} bytes, of which fonts ${fonts}, wasm ${wasm}`);
    expect(fonts).toBeLessThanOrEqual(90 * KB);
    expect(all - fonts - wasm - scripts - data).toBeLessThanOrEqual(40 * KB);
    if (withIsland.has(name)) {
      expect(wasm).toBeGreaterThan(0);
      expect(wasm).toBeLessThanOrEqual(120 * KB);
      expect(all).toBeLessThanOrEqual(270 * KB);
    } else {
      expect(wasm).toBe(0);
      expect(all).toBeLessThanOrEqual(150 * KB);
    }
    expect(others).toEqual([]);
  });
}

test("the form where one writes keeps its budget @script", async ({ page, browser, baseURL }, info) => {
  await newcomer(page, browser, own("Soizig Le Bras", info), `${own("soizig", info).replace(/\W/g, "")}@poids.example`, true, baseURL!);
  // A browser that has seen nothing of the site yet.
  const context = await browser.newContext({ baseURL, viewport: page.viewportSize(), storageState: await page.context().storageState() });
  const first = await context.newPage();
  const others = strangers(first, baseURL!);
  const weights: [string, number][] = [];
  first.on("requestfinished", async (request) => {
    const sizes = await request.sizes();
    weights.push([request.url(), Math.max(0, sizes.responseBodySize)]);
  });
  await first.goto(`${congress}/ecrire`, { waitUntil: "networkidle" });
  const weigh = (ending: string) => weights.filter(([url]) => url.endsWith(ending)).reduce((sum, [, bytes]) => sum + bytes, 0);
  const [all, fonts, scripts] = [weigh(""), weigh(".woff2"), weigh(".js")];
  console.log(`form: ${all} bytes, of which fonts ${fonts}, scripts ${scripts}`);
  expect(weigh(".wasm")).toBe(0);
  expect(Math.min(fonts, scripts)).toBeGreaterThan(0);
  expect(all - fonts - scripts).toBeLessThanOrEqual(40 * KB);
  expect(all).toBeLessThanOrEqual(150 * KB);
  expect(others).toEqual([]);
});
