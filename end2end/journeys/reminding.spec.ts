// Reminding those who haven't answered: who and how many first, then the letter, once.
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { add, another, congress, enter, newcomer, own } from "./people";

// A département of its own for each project: what one sends spares nobody of another.
const places: Record<string, [string, string]> = {
  large: ["cayenne", "Guyane (973)"],
  étroit: ["mamoudzou", "Mayotte (976)"],
  "large, sans JavaScript": ["basse-terre 971", "Guadeloupe (971)"],
  "étroit, sans JavaScript": ["fort-de-france", "Martinique (972)"],
};

async function clean(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(excess).toBeLessThanOrEqual(0);
}

/** Says from where somebody speaks, on their page. */
async function settle(page: Page, town: string) {
  await page.getByLabel("Chercher une collectivité").fill(town);
  await page.getByRole("button", { name: "Chercher", exact: true }).click();
  await page.getByRole("button", { name: /, commune/ }).first().click();
  await expect(page.getByText("C’est enregistré.")).toBeVisible();
}

/** Shows who came, from that département, and wrote nothing. */
async function silent(page: Page, departement: string) {
  await page.goto(`${congress}/redaction/relances`);
  await page.getByLabel("Qui relancer").selectOption("jamais-ecrit");
  await page.getByLabel("Département").selectOption({ label: departement });
  await page.getByRole("button", { name: "Voir qui est concerné" }).click();
}

test("whoever came and wrote nothing is reminded once, after a preview", async ({ page, browser, javaScriptEnabled, baseURL }, info) => {
  test.skip(info.repeatEachIndex > 0, "whoever was reminded is left in peace");
  const scripted = javaScriptEnabled ?? true;
  const [town, departement] = places[info.project.name];
  const name = own("Gwenola Ropars", info);
  const address = (who: string) => `${own(who, info).replace(/\W/g, "").toLowerCase()}@relance.example`;
  const phone = await another(browser, page, scripted, baseURL!);
  await newcomer(phone, browser, name, address("gwenola"), scripted, baseURL!);
  await phone.context().close();
  await enter(page, "rédaction");
  // Somebody of the same place who never came: of another group.
  await add(page, own("Tugdual Morvan", info), address("tugdual"));
  await settle(page, town);
  await page.goto(`${congress}/redaction/membres?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name, exact: true }).click();
  await settle(page, town);

  await silent(page, departement);
  const send = page.getByRole("button", { name: "Envoyer 1 relance" });
  await expect(send).toBeVisible();
  await page.getByText("À qui", { exact: true }).click();
  await expect(page.locator("details.who").first()).toContainText(name);
  await expect(page.locator("details.who").first()).not.toContainText("Tugdual");
  await expect(page.locator(".letter-preview")).toContainText("Quelques phrases suffisent");
  if (scripted) await clean(page);
  await send.click();
  await expect(page.getByRole("status")).toContainText("Une relance est en route.");

  // The page before, kept by the browser, sends nothing again.
  await page.goBack();
  await page.getByRole("button", { name: "Envoyer 1 relance" }).click();
  await expect(page.getByRole("status")).toContainText("Aucune relance n’est partie");
  await silent(page, departement);
  await expect(page.getByText("Personne n’est à relancer ici.")).toBeVisible();
  await expect(page.getByText("1 personne, ont reçu une invitation ou une relance il y a peu")).toBeVisible();
  if (scripted) await clean(page);

  await page.goto(`${congress}/courrier`);
  await page.getByRole("link", { name: new RegExp(`^${name}, .* pour répondre`) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
});
