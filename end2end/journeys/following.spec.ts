// « Mes contributions »: from one's own text to its place in the tree and on the map, with and without a script.
import { expect, test } from "@playwright/test";
import { congress, enter } from "./people";
import { sound } from "./sound";

test("one's own text leads to its leaf in the tree", async ({ page, javaScriptEnabled }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await enter(page, "membre");
  await page.goto(`${congress}/moi`);
  await page.getByRole("link", { name: "Voir dans l’arbre" }).first().click();
  await expect(page).toHaveURL(/\/arbre\?ici=\d+#ici$/);
  const leaf = page.locator("#ici");
  await expect(leaf).toBeInViewport();
  await expect(leaf).toContainText("Vous êtes ici");
  await expect(leaf).toHaveAttribute("aria-current", "location");
  await expect(page.locator(".tree-picture .here-ring")).toHaveCount(1);
  await expect(page.locator(".tree-picture .here-name")).toHaveCount(1);
  await sound(page, "tree", javaScriptEnabled);
});

test("and to its point on the map", async ({ page, javaScriptEnabled }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await enter(page, "membre");
  await page.goto(`${congress}/moi`);
  await page.getByRole("link", { name: "Voir votre point sur la carte" }).first().click();
  await expect(page).toHaveURL(/\/carte\?ici=C-\d{4}-\d+#C-\d{4}-\d+$/);
  const number = page.url().match(/#(C-\d{4})/)![1];
  const here = page.getByRole("region", { name: "Vous êtes ici" });
  await expect(here).toContainText(number);
  if (javaScriptEnabled === false) {
    await expect(here).toBeInViewport();
    await expect(page.locator(".map-picture .here-ring")).toBeVisible();
    await expect(page.locator(".map-picture .map-here")).toContainText(`${number} est ici`);
  } else {
    await expect(page.getByRole("application")).toBeVisible();
    await expect(page.getByRole("region", { name: "Le verbatim choisi" })).toContainText(number);
  }
  await sound(page, "map", javaScriptEnabled);
});
