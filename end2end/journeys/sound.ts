// What every page must be, wherever a journey stands.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Nothing that axe finds; `where` says which page it was. */
export async function clean(page: Page, where = "") {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${where} ${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
}

/** Nothing wider than the screen. */
export async function fits(page: Page, where = "") {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(excess, where).toBeLessThanOrEqual(0);
}

/** Both; axe only where a script may run. */
export async function sound(page: Page, where: string, scripted = true) {
  await fits(page, where);
  if (scripted) await clean(page, where);
}
