// axe on every page, reflow, and the keyboard.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { pages } from "./pages";

for (const [name, address] of Object.entries(pages)) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing on « ${name} », ${colorScheme} @script`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(address);
      // The map is looked at awake, not while it wakes.
      if (name.startsWith("carte")) await expect(page.getByRole("application")).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
    });
  }

  test(`« ${name} » has one title, landmarks, and fits`, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator("html")).toHaveAttribute("lang", "fr");
    await expect(page.locator("h1")).toHaveCount(1);
    await expect(page.getByRole("main")).toHaveCount(1);
    await expect(page.getByRole("banner")).toHaveCount(1);
    await expect(page.getByRole("contentinfo")).toHaveCount(1);
    // Two-dimensional scrolling would mean that something is cut.
    const box = await page.locator("html").boundingBox();
    const body = await page.locator("body").boundingBox();
    expect(Math.ceil(body!.width)).toBeLessThanOrEqual(Math.ceil(box!.width));
    for (const block of await page.locator("main > *, header > *, footer > *").all()) {
      const area = await block.boundingBox();
      if (area) expect(Math.floor(area.x + area.width)).toBeLessThanOrEqual(page.viewportSize()!.width + 1);
    }
  });
}

test("nothing is wider than the screen @script", async ({ page }) => {
  for (const [name, address] of Object.entries(pages)) {
    await page.goto(address);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(excess, name).toBeLessThanOrEqual(0);
  }
});

test("the first Tab offers to skip to the content @script", async ({ page }) => {
  await page.goto("/congres/demonstration");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveText("Aller au contenu");
  await page.keyboard.press("Enter");
  await expect(page.locator(":focus")).toHaveJSProperty("tagName", "MAIN");
});

test("nothing is cut when text is spaced, or the page zoomed to 200 % @script", async ({ page }) => {
  // WCAG 1.4.12 at every width; 1.4.4 at 1280, where 200 % leaves what a window of 640 has.
  const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const { width, height } = page.viewportSize()!;
  for (const address of [pages.accueil, pages.contributions, pages.contribution, pages.thème, pages.arbre, pages.carte, pages.motion]) {
    await page.setViewportSize({ width: width >= 1280 ? width / 2 : width, height });
    await page.goto(address);
    expect(await page.evaluate(over), address).toBe(0);
    await page.setViewportSize({ width, height });
    await page.evaluate(() => {
      for (const { style } of document.querySelectorAll<HTMLElement>("body, body *")) {
        style.setProperty("letter-spacing", "0.12em", "important");
        style.setProperty("word-spacing", "0.16em", "important");
        style.setProperty("line-height", "1.5", "important");
      }
    });
    expect(await page.evaluate(over), address).toBe(0);
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on a verbatim open beside the map, ${colorScheme} @script`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto(pages.carte);
    await page.getByRole("application").focus();
    await page.keyboard.press("PageDown");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: "Le verbatim choisi" }).locator("blockquote")).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
  });
}
