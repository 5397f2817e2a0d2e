// What the analysis says: the tree, a theme in full, what is close to a verbatim, and the runs.
import { expect, test } from "@playwright/test";
import { pages } from "./pages";

const number = (text: string) => Number((text.replace(/[\u00a0\u202f]/g, "").match(/\d+/) ?? [])[0]);

test("the tree reads from the trunk to a theme, and its sums hold", async ({ page }) => {
  await page.goto(pages.arbre);
  await expect(page.getByRole("heading", { name: "Combien de thèmes" })).toBeVisible();
  await expect(page.getByText(/Nombre de thèmes/)).toBeVisible();
  const leaves = page.locator(".tree-theme > .tree-note");
  const verbatims = (await leaves.allInnerTexts()).map(number);
  const trunk = number(await page.locator(".tree > li > .tree-note").innerText());
  expect(verbatims.length).toBeGreaterThan(1);
  expect(verbatims.reduce((sum, one) => sum + one, 0)).toBe(trunk);
  // Branches hang one within another: lists of lists, not a drawing.
  expect(await page.locator(".tree > li > ul > li").count()).toBeGreaterThan(1);
  await page.locator(".tree-theme a").first().click();
  await expect(page).toHaveURL(/themes\/\d+$/);
  await page.getByRole("navigation", { name: "Sa place dans l’arbre" }).getByRole("link").click();
  await expect(page).toHaveURL(/\/arbre$/);
});

test("a theme says what it says, what divides it, and from where", async ({ page }) => {
  await page.goto(pages.thème);
  for (const heading of ["Ce qu’il dit", "Ce qui divise", "Ses mots", "Qui en parle, et comment"]) {
    await expect(page.getByRole("heading", { name: heading })).toBeVisible();
  }
  await expect(page.getByText(/χ²/).first()).toBeVisible();
  const kinds = page.getByRole("table", { name: "Par type" });
  const rows = (await kinds.locator("tbody .figure").allInnerTexts()).map(number);
  expect(rows.reduce((sum, one) => sum + one, 0)).toBe(number(await kinds.locator("tfoot .figure").innerText()));
  await page.getByRole("link", { name: "Voir ce thème sur la carte" }).click();
  await expect(page).toHaveURL(/carte\?place=theme-1$/);
});

test("a contribution shows what others say that is close", async ({ page }) => {
  await page.goto(pages.contribution);
  const section = page.getByRole("region", { name: "Les plus proches" });
  await expect(section.locator("figure").first()).toBeVisible();
  const other = section.getByRole("link", { name: /^C-\d{4}$/ }).first();
  const name = await other.innerText();
  expect(name).not.toBe("C-0001");
  await other.click();
  await expect(page.getByRole("heading", { level: 1 }).or(page.locator(".over"))).toContainText([name]);
});

test("weak signals give their reasons", async ({ page }) => {
  await page.goto(pages["signaux faibles"]);
  const quotes = await page.locator(".quotes > li").count();
  await expect(page.locator(".quotes .reason")).toHaveCount(quotes);
});

test("a run gives its recipe, and is the one that pages show", async ({ page }) => {
  await page.goto(pages.analyses);
  await expect(page.getByText("celle que montre le site")).toBeVisible();
  await page.locator(".runs a").first().click();
  await expect(page).toHaveURL(/analyses\/\d+$/);
  await expect(page.getByText("Empreinte des textes")).toBeVisible();
  await expect(page.locator(".recipe code").first()).toHaveText(/^[0-9a-f]{64}$/);
});

test("the views of the analysis lead to one another", async ({ page }) => {
  await page.goto(pages.thèmes);
  for (const [name, address] of [["Arbre", /arbre$/], ["Carte", /carte$/], ["Signaux faibles", /signaux-faibles$/], ["Non rapprochés", /non-rapproches$/], ["Analyses", /analyses$/], ["Thèmes", /themes$/]] as const) {
    await page.getByRole("navigation", { name: "Ce que dit l’analyse" }).getByRole("link", { name, exact: true }).click();
    await expect(page).toHaveURL(address);
    await expect(page.getByRole("navigation", { name: "Ce que dit l’analyse" }).locator("[aria-current=page]")).toHaveText(name);
  }
});
