// Writing where the network goes away: nothing that was typed is lost, and what was sent arrives once.
import AxeBuilder from "@axe-core/playwright";
import { chromium, expect, test, type Browser, type BrowserContext, type Page, type TestInfo } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { congress, newcomer, own } from "./people";
import { Tunnel } from "./tunnel";

const words = "Dans le train, entre deux tunnels : la fibre s’arrête au pont, et le téléphone avec elle.";
const text = (page: Page) => page.getByLabel("Votre texte", { exact: true });
const send = (page: Page) => page.getByRole("button", { name: "Envoyer", exact: true });
const waiting = (page: Page) => page.locator("#non-transmis li");
const ready = (page: Page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
const sent = (page: Page) => expect(page.getByText(/C’est transmis\s: votre contribution porte le numéro C-\d{4}/)).toBeVisible({ timeout: 30_000 });

/** The device of somebody whom only this test plays, behind a tunnel; `reopen` closes the browser and opens it again. */
async function device(browser: Browser, info: TestInfo, first: string) {
  const tunnel = new Tunnel(new URL(process.env.PLENIERE_URL!));
  await tunnel.open();
  const folder = mkdtempSync(join(tmpdir(), "pleniere-"));
  const { viewport, launchOptions } = info.project.use;
  let context: BrowserContext;
  const reopen = async () => {
    await context?.close();
    context = await chromium.launchPersistentContext(folder, { ...launchOptions, viewport, baseURL: tunnel.url, locale: "fr-FR" });
    return context.pages()[0] ?? context.newPage();
  };
  const page = await reopen();
  const name = own(`${first} Le Guen`, info);
  const email = `${own(first, info).replace(/\W/g, "").toLowerCase()}${info.line}@tunnel.example`;
  await newcomer(page, browser, name, email, true, tunnel.url);
  const close = async () => {
    await context.close();
    await tunnel.cut().catch(() => {});
    rmSync(folder, { recursive: true, force: true });
  };
  return { page, tunnel, reopen, close };
}

/** How many texts arrived. */
async function arrived(page: Page, n: number) {
  await page.goto(`${congress}/moi`);
  await expect(page.getByRole("heading", { level: 2, name: /C-\d{4}/ })).toHaveCount(n);
}

test("a tunnel in the middle of typing, the browser closed and opened again: one contribution @script", async ({ browser }, info) => {
  const { page, tunnel, reopen, close } = await device(browser, info, "Enora");
  await page.goto(`${congress}/ecrire`);
  await ready(page);
  await text(page).pressSequentially(words.slice(0, 30));
  await tunnel.cut();
  await text(page).pressSequentially(words.slice(30));
  const later = await reopen();
  await later.goto(`${congress}/ecrire`);
  await expect(text(later)).toHaveValue(words);
  await expect(later.getByText("Voici le texte que vous aviez commencé sur cet appareil.")).toBeVisible();
  await send(later).click();
  await expect(waiting(later)).toHaveCount(1);
  await expect(waiting(later)).toContainText("Non transmis");
  await expect(waiting(later)).toContainText(words);
  await expect(text(later)).toHaveValue("");
  const { violations } = await new AxeBuilder({ page: later }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
  await tunnel.open();
  await later.getByRole("button", { name: "Envoyer maintenant" }).click();
  await sent(later);
  await expect(waiting(later)).toHaveCount(0);
  await later.getByRole("link", { name: "Voir l’accusé de réception" }).click();
  await expect(later.getByRole("heading", { level: 1 })).toContainText("C’est reçu");
  await arrived(later, 1);
  await later.goto(`${congress}/ecrire`);
  await expect(text(later)).toHaveValue("");
  await close();
});

test("the acknowledgement is lost on its way: the text leaves again, and is there once @script", async ({ browser }, info) => {
  const { page, tunnel, close } = await device(browser, info, "Bleuenn");
  await page.goto(`${congress}/ecrire`);
  await ready(page);
  await text(page).fill(words);
  // The server takes the text; the page never hears of it.
  await page.evaluate(() => {
    const form = document.getElementById("ecrire") as HTMLFormElement;
    const body = new URLSearchParams([...new FormData(form)] as [string, string][]);
    return fetch(form.action, { method: "POST", body }).catch(() => undefined);
  });
  await tunnel.cut();
  await send(page).click();
  await expect(waiting(page)).toHaveCount(1);
  await tunnel.open();
  await page.goto(`${congress}/ecrire`);
  await sent(page);
  await arrived(page, 1);
  await close();
});

test("two texts wait, and both leave when the browser says that the network is back @script", async ({ page, browser, javaScriptEnabled, baseURL }, info) => {
  await newcomer(page, browser, own("Nolwenn Le Bras", info), `${own("nolwenn", info).replace(/\W/g, "")}${info.line}@tunnel.example`, javaScriptEnabled ?? true, baseURL!);
  await page.goto(`${congress}/ecrire`);
  await page.context().setOffline(true);
  for (const n of [1, 2]) {
    await text(page).fill(`${words} Texte ${n}.`);
    await send(page).click();
    await expect(waiting(page)).toHaveCount(n);
  }
  await text(page).fill("Non");
  await page.getByRole("button", { name: "Garder, et voir qui s’en approche" }).click();
  await expect(page.getByText("Pas de réseau pour l’instant.")).toBeVisible();
  await expect(text(page)).toHaveValue("Non");
  await page.context().setOffline(false);
  await sent(page);
  await expect(waiting(page)).toHaveCount(0);
  await arrived(page, 2);
  await page.goto(`${congress}/ecrire`);
  await expect(text(page)).toHaveValue("Non");
});

test("a change made in a tunnel leaves once it is over, and overwrites nothing that it hasn't seen @script", async ({ browser }, info) => {
  const { page, close } = await device(browser, info, "Rozenn");
  await page.goto(`${congress}/ecrire`);
  await text(page).fill(words);
  await send(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("C’est reçu");
  const one = page.url().replace(/\/recu.*$/, "");
  const save = (of: Page) => of.getByRole("button", { name: "Enregistrer la nouvelle version" }).click();
  await page.goto(`${one}/modifier`);
  await page.context().setOffline(true);
  for (const end of ["Brouillé.", "Du tunnel."]) {
    await text(page).fill(`${words} ${end}`);
    await save(page);
    await expect(waiting(page)).toHaveCount(1);
    await expect(waiting(page)).toContainText(end);
  }
  await page.context().setOffline(false);
  await expect(page.getByText(/votre contribution C-\d{4} est modifiée/)).toBeVisible({ timeout: 30_000 });
  await expect(waiting(page)).toHaveCount(0);
  await page.getByRole("link", { name: "Voir la contribution" }).click();
  await expect(page.getByText("Du tunnel.").first()).toBeVisible();

  await page.goto(`${one}/modifier`);
  const tab = await page.context().newPage();
  await tab.goto(`${one}/modifier`);
  await text(tab).fill(`${words} De l’autre onglet.`);
  await save(tab);
  await expect(tab.getByText("De l’autre onglet.").first()).toBeVisible();
  await expect(waiting(tab)).toHaveCount(0);
  await tab.close();
  await page.context().setOffline(true);
  await text(page).fill(`${words} Trop tard.`);
  await save(page);
  await page.context().setOffline(false);
  await expect(waiting(page)).toContainText("n’a pas pu être reçu tel quel", { timeout: 40_000 });
  await page.getByRole("button", { name: "Reprendre ce texte" }).click();
  await expect(text(page)).toHaveValue(`${words} Trop tard.`);
  await save(page);
  await expect(page.getByText("Trop tard.").first()).toBeVisible();
  await page.goto(`${one}/versions`);
  await expect(page.getByText("De l’autre onglet.").first()).toBeVisible();
  await close();
});

test("what the server can't take as it is comes back into the form @script", async ({ page, browser, javaScriptEnabled, baseURL }, info) => {
  await newcomer(page, browser, own("Mona Le Bras", info), `${own("mona", info).replace(/\W/g, "")}${info.line}@tunnel.example`, javaScriptEnabled ?? true, baseURL!);
  await page.goto(`${congress}/ecrire`);
  await page.context().setOffline(true);
  const flagged = `${words} Appelez-moi au 06 12 34 56 78.`;
  await text(page).fill(flagged);
  await send(page).click();
  await page.context().setOffline(false);
  await expect(waiting(page)).toContainText("n’a pas pu être reçu tel quel", { timeout: 40_000 });
  await page.getByRole("button", { name: "Reprendre ce texte" }).click();
  await expect(text(page)).toHaveValue(flagged);
  await expect(waiting(page)).toHaveCount(0);
  await send(page).click();
  await expect(page.getByText("n’est pas encore envoyé").or(page.getByRole("alert")).first()).toBeVisible();
  await text(page).fill(words);
  await send(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("C’est reçu");
  await arrived(page, 1);
  await page.goto(`${congress}/ecrire`);
  await expect(text(page)).toHaveValue("");
});

test("the way back, and the same text from two tabs, send once @script", async ({ page, browser, javaScriptEnabled, baseURL }, info) => {
  await newcomer(page, browser, own("Riwal Le Bras", info), `${own("riwal", info).replace(/\W/g, "")}${info.line}@tunnel.example`, javaScriptEnabled ?? true, baseURL!);
  await page.goto(`${congress}/ecrire`);
  await text(page).fill(words);
  const tab = await page.context().newPage();
  await tab.goto(`${congress}/ecrire`);
  await expect(text(tab)).toHaveValue(words);
  await send(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("C’est reçu");
  await expect(page).toHaveURL(/\/recu$/);
  await send(tab).click();
  await expect(tab.getByRole("heading", { level: 1 })).toContainText("C’est reçu");
  await page.goBack();
  if ((await text(page).inputValue()) === words) {
    await send(page).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("C’est reçu");
  }
  await arrived(page, 1);
});

test("signing out leaves nothing on the device @script", async ({ page, browser, javaScriptEnabled, baseURL }, info) => {
  await newcomer(page, browser, own("Tugdual Le Bras", info), `${own("tugdual", info).replace(/\W/g, "")}${info.line}@tunnel.example`, javaScriptEnabled ?? true, baseURL!);
  await page.goto(`${congress}/ecrire`);
  await ready(page);
  await text(page).fill(words);
  const left = () => page.evaluate(async () => [Object.keys(localStorage).length, (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length]);
  expect(await left()).toEqual([1, 1, 1]);
  await page.goto(`${congress}/moi/reglages`);
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page.getByRole("link", { name: "Se connecter" }).first()).toBeVisible();
  expect(await left()).toEqual([0, 0, 0]);
});
