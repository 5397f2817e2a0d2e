// The motion becomes a text: begun from the draft, written, a sentence accepted, published, read by everybody.
import { expect, test } from "@playwright/test";
import { another, congress, enter } from "./people";
import { clean } from "./sound";

// A congress has one motion: one browser begins it, by keyboard; the same journey runs with and without JavaScript.
test("a draft becomes a text that is published, by keyboard @once", async ({ page, browser, baseURL, javaScriptEnabled }) => {
  const scripted = javaScriptEnabled !== false;
  await enter(page, "rédaction");
  await page.goto(`${congress}/redaction/motion`);
  if (await page.getByRole("button", { name: "Commencer", exact: true }).count()) {
    if (scripted) await clean(page);
    await page.getByLabel("Des objectifs « Pour … », en prose").press("Space");
    await page.getByLabel("Le brouillon de la dernière analyse").press("Space");
    await page.getByRole("button", { name: "Commencer", exact: true }).press("Enter");
  }
  await expect(page.getByText(/encore du brouillon automatique/).first()).toBeVisible();
  if (scripted) await clean(page);

  const mark = scripted ? "avec script" : "sans script";
  await page.getByLabel("Le texte", { exact: true }).fill(`Le pont attend la fibre, ${mark}.`);
  await page.getByRole("button", { name: "Ajouter", exact: true }).press("Enter");
  const added = page.locator(".wording-blocks > li").filter({ hasText: `Le pont attend la fibre, ${mark}.` }).last();
  await added.getByRole("button", { name: /^Écrire/ }).press("Enter");
  const words = page.getByLabel("Le texte", { exact: true });
  await words.fill("un *mot");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).press("Enter");
  await expect(page.getByRole("alert")).toContainText("n’a pas son pendant");
  await expect(words).toHaveValue("un *mot");
  await words.fill(`Le pont attend *toujours* la fibre, ${mark}.`);
  await page.getByRole("button", { name: "Enregistrer", exact: true }).press("Enter");
  await expect(page.locator(".wording-words em")).toHaveText("toujours");
  if (scripted) await clean(page);
  await page.getByRole("link", { name: "Historique" }).press("Enter");
  await expect(page.locator("ins").first()).toContainText("toujours");
  if (scripted) await clean(page);

  await page.goto(`${congress}/redaction/motion`);
  // The two browsers of this journey write one motion: each takes its own end of it.
  const drafted = page.locator(".wording-blocks > li", { has: page.locator(".machine") });
  await (scripted ? drafted.first() : drafted.last()).getByRole("link").first().press("Enter");
  await page.getByRole("button", { name: /^Reprendre à mon compte/ }).first().press("Enter");
  await expect(page.getByRole("status")).toHaveText("C’est fait.");
  if (scripted) await clean(page);
  await page.goto(`${congress}/redaction/motion/publier`);
  await expect(page.getByText(/restent? à traiter/).first()).toBeVisible();
  if (scripted) await clean(page);
  await expect(async () => {
    // Where the other browser changed the text in between, the page says so and asks again; where it published all of it, there
    // is nothing left to publish, and its version is there to be read.
    const publish = page.getByRole("button", { name: "Publier cette version" });
    const published = page.locator("[aria-labelledby=versions] a").first();
    if (!/\/motion\/v\d+$/.test(page.url())) await ((await publish.count()) ? publish : published).press("Enter");
    await expect(page).toHaveURL(/\/motion\/v\d+$/, { timeout: 2_000 });
  }).toPass();
  const address = new URL(page.url()).pathname;

  const reader = await another(browser, page, scripted, baseURL!);
  await reader.goto(address);
  await expect(reader.locator(".line-number").first()).toHaveText("1");
  await expect(reader.getByText(`la fibre, ${mark}.`).first()).toBeVisible();
  if (scripted) await clean(reader);
  await reader.context().close();
});
