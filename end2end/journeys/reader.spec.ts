// From the question to a sentence of the motion and back: what a mayor does with the site.
import { expect, test } from "@playwright/test";
import { strangers } from "./pages";

test("home, search, contribution, theme, draft, source and back", async ({ page, baseURL }) => {
  const others = strangers(page, baseURL!);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Quel numérique pour nos communes");
  await expect(page.getByText("ces personnes et ces textes sont fictifs")).toBeVisible();

  await page.getByRole("navigation", { name: "Pages du congrès" }).getByRole("link", { name: "Contributions" }).click();
  await page.getByRole("searchbox").fill("numeriques");
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/q=numeriques/);
  await expect(page.locator("mark").first()).toContainText(/num[ée]rique/i);

  await page.locator("main").getByRole("link", { name: /^C-\d{4}/ }).first().click();
  await expect(page).toHaveURL(/contributions\/C-\d{4}$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/C-\d{4}/);

  await page.getByRole("navigation", { name: "Pages du congrès" }).getByRole("link", { name: "Thèmes" }).click();
  await page.locator("main").locator('a[href*="/themes/"]').first().click();
  await expect(page).toHaveURL(/themes\/\d+/);

  await page.getByRole("navigation", { name: "Pages du congrès" }).getByRole("link", { name: "Motion" }).click();
  await expect(page.getByText(/brouillon automatique/i).first()).toBeVisible();
  const sentence = page.locator(".draft-sentence").first();
  const words = (await sentence.innerText()).replace(/[«»\u00a0\u202f…[\]]/g, " ").trim().split(/\s+/).slice(0, 4).join(" ");
  const anchor = await sentence.getAttribute("id");
  // One click to the margin note, a second to the contribution.
  await page.locator(".notes").locator('a[href*="/contributions/C-"]').first().click();
  await expect(page).toHaveURL(/contributions\/C-\d{4}/);
  const text = (await page.locator("main").innerText()).replace(/[\u00a0\u202f]/g, " ").replace(/\s+/g, " ");
  expect(text).toContain(words);

  // And back to the sentence that quotes it.
  await page.locator(`main a[href*="/motion#${anchor}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`/motion#${anchor}$`));
  await expect(page.locator(`#${anchor}`)).toBeInViewport();
  expect(others).toEqual([]);
});

test("the browser's back button returns to the same results", async ({ page }) => {
  await page.goto("/congres/demonstration/contributions?q=fibre");
  const first = page.locator("main").getByRole("link", { name: /^C-\d{4}/ }).first();
  const name = await first.innerText();
  await first.click();
  await page.goBack();
  await expect(page).toHaveURL(/q=fibre/);
  await expect(page.locator("main").getByRole("link", { name: /^C-\d{4}/ }).first()).toHaveText(name);
});

test("filters narrow, add up, and can be taken away", async ({ page }) => {
  await page.goto("/congres/demonstration/contributions");
  const select = page.locator("select").first();
  const counts = await select.locator("option").allInnerTexts();
  const figure = (text: string) => Number((text.replace(/[\u00a0\u202f ]/g, "").match(/(\d+)\)?$/) ?? [])[1]);
  const [all, ...parts] = counts.map(figure);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
  await select.selectOption({ index: 1 });
  await page.locator("main form").first().getByRole("button").first().click();
  await expect(page).toHaveURL(/type=/);
});

test("the PDF is made while one waits", async ({ request }) => {
  // Others may change the congress meanwhile: it is made anew then, and is looked at in the answer that brings it.
  const begins = async () => {
    const answer = await request.get("/congres/demonstration/telechargements/motion.pdf");
    return answer.status() === 200 ? (await answer.body()).subarray(0, 5).toString() : `${answer.status()}`;
  };
  await expect.poll(begins, { timeout: 60_000 }).toBe("%PDF-");
});
