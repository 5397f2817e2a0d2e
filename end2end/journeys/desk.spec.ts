// The chair's desk: single keys lead to its buttons and press none, can be turned off, and are not spoken of without a script.
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { congress, enter } from "./people";

/** The desk of the sitting that the demonstration has going on. */
async function desk(page: Page) {
  await enter(page, "présidence");
  await page.goto(`${congress}/seances`);
  await page.getByRole("link", { name: "Séance préparatoire" }).click();
  await page.getByRole("link", { name: "Pupitre" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pupitre");
}

test("a key leads to a button, and Enter alone presses it", async ({ page, javaScriptEnabled }) => {
  await desk(page);
  const list = page.getByText("Raccourcis clavier");
  if (javaScriptEnabled === false) return void (await expect(list).toBeHidden());
  // It is shown by the script that listens.
  await expect(list).toBeVisible();
  const before = page.url();
  await page.locator("body").press("a");
  await expect(page.locator(".desk-next .button.primary").first()).toBeFocused();
  await expect(page.locator(".shortcuts [aria-live]")).toContainText("Entrée pour confirmer");
  await page.keyboard.press("a");
  await page.keyboard.press("Control+c");
  expect(page.url(), "nothing was done").toBe(before);
  await page.keyboard.press("v");
  const title = page.getByLabel("Ce qui est mis aux voix");
  await expect(title).toBeFocused();
  await page.keyboard.type("avec des a et des p");
  await expect(title, "no key acts while one writes").toHaveValue("avec des a et des p");
  await title.blur();
  await page.keyboard.press("?");
  await expect(page.locator("#raccourcis")).toHaveAttribute("open", "");
  const { violations } = await new AxeBuilder({ page }).include(".chair").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
  await page.getByLabel("Raccourcis actifs sur cet appareil").uncheck();
  await page.reload();
  await page.locator("body").press("c");
  await expect(page.locator("body")).toBeFocused();
  await page.locator("#raccourcis summary").click();
  await page.getByLabel("Raccourcis actifs sur cet appareil").check();
});

test("screens fit their size, whatever they show @script", async ({ page }) => {
  await page.goto(`${congress}/seances`);
  const sitting = await page.getByRole("link", { name: "Séance préparatoire" }).getAttribute("href");
  for (const [width, height] of [[1920, 1080], [1024, 768]]) {
    await page.setViewportSize({ width, height });
    for (const vue of ["suivi", "ordre-du-jour", "vote", "parole", "accueil"]) {
      for (const theme of ["clair", "sombre"]) {
        await page.goto(`${sitting}/ecran?vue=${vue}&theme=${theme}`);
        const excess = await page.evaluate(() => {
          const parts = [document.documentElement, ...document.querySelectorAll(".screen, .screen-main, .screen footer")];
          return parts.map((part) => Math.max(part.scrollWidth - part.clientWidth, part.scrollHeight - part.clientHeight));
        });
        expect(Math.max(...excess), `${vue} ${theme} ${width}`).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${vue} ${theme} ${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
      }
    }
  }
});
