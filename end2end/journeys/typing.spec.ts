// The one island: contributions are proposed as one types.
import { expect, test } from "@playwright/test";

test("search as you type proposes contributions @script", async ({ page }) => {
  await page.goto("/congres/demonstration/contributions");
  const field = page.getByRole("searchbox");
  // The island wakes in its own time: typing goes on until it answers.
  await expect(async () => {
    await field.fill("");
    await field.pressSequentially("fibre");
    await expect(page.locator(".suggestions li a").first()).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(page.getByRole("status").filter({ hasText: /contribution/ })).toBeVisible();
  expect(await field.inputValue()).toBe("fibre");
  await page.locator(".suggestions li a").first().click();
  await expect(page).toHaveURL(/contributions\/C-\d{4}$/);
});

test("when the server can't be asked, the form still works @script", async ({ page }) => {
  await page.route("**/api/**", (route) => route.abort());
  await page.goto("/congres/demonstration/contributions");
  await page.getByRole("searchbox").fill("fibre");
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/q=fibre/);
});
