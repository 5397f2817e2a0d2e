// The map: as a picture and a list without JavaScript, and awake, by mouse and by keyboard alone.
import { type Page, expect, test } from "@playwright/test";
import { pages } from "./pages";

/** The map's sentence as numbers: what answers, of how many. */
const figures = (text: string) => (text.replace(/[\u00a0\u202f]/g, "").match(/\d+/g) ?? []).map(Number);

/** The map awake: its board is drawn and takes keys. */
async function awake(page: Page, address = pages.carte) {
  await page.goto(address);
  const board = page.getByRole("application");
  await expect(board).toBeVisible();
  return board;
}

test("the picture and its list say the same, and filters narrow both", async ({ page }) => {
  await page.goto(pages.carte);
  await expect(page.getByRole("img", { name: /^Carte de/ }).or(page.getByRole("application"))).toBeVisible();
  const [whole] = figures(await page.locator(".map-found").innerText());
  expect(whole).toBeGreaterThan(0);

  // Every verbatim of the map is in the list, and the themes and weak signals of the legend sum to it.
  const counts = await page.locator(".legend-count").allInnerTexts();
  expect(counts.map((text) => figures(text)[0]).reduce((sum, one) => sum + one, 0)).toBe(whole);

  const kind = page.getByLabel("Type");
  const idea = await kind.locator('option[value="idee"]').innerText();
  await kind.selectOption("idee");
  await page.getByRole("button", { name: "Chercher" }).click();
  await expect(page).toHaveURL(/type=idee/);
  await expect.poll(async () => figures(await page.locator(".map-found").innerText())[0]).toBe(figures(idea).at(-1));
  for (const row of await page.locator(".register tbody tr").all()) await expect(row).toContainText("Idée");
});

test("a verbatim of the list leads to its place in its contribution", async ({ page }) => {
  await page.goto(pages.carte);
  const row = page.locator(".register tbody tr").first();
  const words = (await row.locator(".register-words").innerText()).replace(/[«»\u00a0\u202f…[\]]/g, " ").trim().split(/\s+/).slice(0, 4).join(" ");
  await row.getByRole("link").first().click();
  await expect(page).toHaveURL(/contributions\/C-\d{4}#v\d+$/);
  const text = (await page.locator("main").innerText()).replace(/[\u00a0\u202f]/g, " ").replace(/\s+/g, " ");
  expect(text).toContain(words);
});

test("words asked by the form light up the picture and narrow the list", async ({ page }) => {
  await page.goto(`${pages.carte}?q=fibre`);
  const [found, whole] = figures(await page.locator(".map-found").innerText());
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(whole);
  await expect(page.locator(".map-picture .dots.lit").first()).toBeAttached();
  await page.goto(`${pages.carte}?q=xylophone`);
  await expect(page.locator(".map-found")).toContainText("Aucun verbatim");
});

test("by keyboard alone: walk, open, read, close, and go on @script", async ({ page }) => {
  const board = await awake(page);
  await board.focus();
  await page.keyboard.press("ArrowRight");
  const said = page.locator(".map-stage [role=status]");
  await expect(said).toContainText(/^C-\d{4}/);
  const first = await said.innerText();
  await page.keyboard.press("PageDown");
  await expect(said).not.toHaveText(first);
  const name = (await said.innerText()).match(/C-\d{4}/)![0];

  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`#${name}-\\d+$`));
  const panel = page.getByRole("region", { name: "Le verbatim choisi" });
  await expect(panel.locator("blockquote")).toContainText("«");
  await expect(panel).toContainText(name);
  await expect(panel).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(board).toBeFocused();
  await expect(page).not.toHaveURL(/#C-/);

  // And the browser's way back opens it again.
  await page.goBack();
  await expect(panel.locator("blockquote")).toBeVisible();
});

test("PageDown goes through every verbatim of a filter, and round again @script", async ({ page }) => {
  const board = await awake(page, `${pages.carte}?place=signal-faible`);
  await expect.poll(async () => figures(await page.locator(".map-found").innerText()).length).toBeGreaterThan(0);
  const [count] = figures(await page.locator(".map-found").innerText());
  test.skip(count === 0 || count > 60, "too few or too many weak signals to walk through");
  await board.focus();
  const said = page.locator(".map-stage [role=status]");
  const seen = new Set<string>();
  for (let step = 0; step < count; step += 1) {
    const before = await said.innerText();
    await page.keyboard.press("PageDown");
    if (count > 1) await expect(said).not.toHaveText(before);
    seen.add(await said.innerText());
  }
  expect(seen.size).toBe(count);
});

test("a click opens the verbatim under it, a link shares it, and its closest lead on @script", async ({ page }) => {
  const board = await awake(page);
  await board.focus();
  await page.keyboard.press("PageDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#C-\d{4}-\d+$/);
  const address = page.url();
  const panel = page.getByRole("region", { name: "Le verbatim choisi" });
  const words = await panel.locator("blockquote").innerText();

  // The same address in another visit shows the same verbatim.
  await page.goto("about:blank");
  await page.goto(address);
  await expect(panel.locator("blockquote")).toHaveText(words);

  const close = panel.locator('.map-close a[href^="#C-"]').first();
  if (await close.count()) {
    await close.click();
    await expect(panel.locator("blockquote")).not.toHaveText(words);
    await page.goBack();
    await expect(panel.locator("blockquote")).toHaveText(words);
  }
  await panel.getByRole("link", { name: "Lire dans sa contribution" }).click();
  await expect(page).toHaveURL(/contributions\/C-\d{4}#v\d+$/);
});

test("words and filters answer as one types, and stand in the address @script", async ({ page }) => {
  await awake(page);
  const found = page.locator(".map-found");
  const [whole] = figures(await found.innerText());
  await page.getByRole("searchbox").pressSequentially("fibre");
  await expect(found).toContainText("fibre");
  await expect(page).toHaveURL(/q=fibre/);
  const [words] = figures(await found.innerText());
  expect(words).toBeLessThan(whole);
  await page.getByLabel("Type").selectOption("etat");
  await expect(page).toHaveURL(/type=etat/);
  await expect.poll(async () => figures(await found.innerText())[0]).toBeLessThanOrEqual(words);
  // The list is one click away, and answers to the same question.
  const [both] = figures(await found.innerText());
  await page.getByRole("link", { name: "Voir ces verbatims en liste" }).click();
  await expect(page).toHaveURL(/q=fibre&type=etat#liste$/);
  await expect.poll(async () => figures(await found.innerText())[0]).toBe(both);
});

test("buttons come nearer, and nothing is drawn while nobody moves @script", async ({ page }) => {
  await awake(page);
  const picture = () => page.locator("canvas").evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  // The fonts of the names arrive in their own time.
  await page.evaluate(() => document.fonts.ready);
  const whole = await picture();
  await page.getByRole("button", { name: "Agrandir" }).click();
  await expect.poll(picture).not.toBe(whole);
  await expect(page.locator(".map-board.near")).toBeVisible();
  await page.getByRole("button", { name: "Toute la carte" }).click();
  await expect(page.locator(".map-board.near")).toHaveCount(0);
  const still = await picture();
  await page.waitForFunction(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));
  expect(await picture()).toBe(still);
});

test("when the points can't be had, the picture stays @script", async ({ page }) => {
  await page.route("**/points.json", (route) => route.abort());
  await page.goto(pages.carte, { waitUntil: "networkidle" });
  await expect(page.getByRole("img", { name: /^Carte de/ })).toBeVisible();
  await expect(page.getByRole("application")).toBeHidden();
});
