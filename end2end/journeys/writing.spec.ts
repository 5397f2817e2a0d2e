// Writing: from the first words to what becomes of them, with and without a script.
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Browser, type Page, type TestInfo } from "@playwright/test";
import { congress, newcomer, own } from "./people";

const words = "Ici, la fibre s’arrête au pont. Passé le pont, on montre des photos de la mairie sur un téléphone éteint.";

type Setting = { page: Page; browser: Browser; javaScriptEnabled?: boolean; baseURL?: string };

/** Somebody whom only this test plays. */
async function writer({ page, browser, javaScriptEnabled, baseURL }: Setting, info: TestInfo, first: string) {
  const name = own(`${first} Le Guen`, info);
  const email = `${own(first, info).replace(/\W/g, "").toLowerCase()}${info.line}@ecrire.example`;
  await newcomer(page, browser, name, email, javaScriptEnabled ?? true, baseURL!);
  return email;
}

const text = (page: Page) => page.getByLabel("Votre texte", { exact: true });
const send = (page: Page) => page.getByRole("button", { name: "Envoyer", exact: true });

/** Writes and sends; gives the number. */
async function write(page: Page, what: string): Promise<string> {
  await page.goto(`${congress}/ecrire`);
  await text(page).fill(what);
  await send(page).click();
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toContainText("C’est reçu");
  return (await heading.innerText()).match(/C-\d{4}/)![0];
}

test("a text is sent, acknowledged, found among one's own, changed, taken back", async ({ page, browser, javaScriptEnabled, baseURL }, info) => {
  const email = await writer({ page, browser, javaScriptEnabled, baseURL }, info, "Maïwenn");
  await page.goto(congress);
  await page.getByRole("link", { name: "Écrire une contribution" }).click();
  await text(page).fill("Non");
  await send(page).click();
  await expect(page.getByRole("alert")).toContainText("3 caractères");
  await expect(text(page)).toHaveValue("Non");
  await text(page).fill(words);
  await page.getByLabel("de ce qui est").check();
  await page.getByLabel("Mandat seul").check();
  await send(page).click();
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toContainText("C’est reçu");
  const number = (await heading.innerText()).match(/C-\d{4}/)![0];
  await expect(page.getByText("Vous pouvez modifier votre texte")).toBeVisible();
  await expect(page.getByText(email)).toBeVisible();
  await expect(page.getByRole("heading", { name: /Une question/ })).toBeVisible();

  await page.getByRole("link", { name: "Voir mes contributions" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mes contributions");
  await expect(page.getByText("on montre des photos")).toBeVisible();
  await page.getByRole("link", { name: `Modifier, ${number}` }).click();
  await expect(text(page)).toHaveValue(words);
  await text(page).fill(words.replace("éteint", "rechargé"));
  await page.getByRole("button", { name: "Enregistrer la nouvelle version" }).click();
  await expect(page.getByText("rechargé").first()).toBeVisible();
  await page.goto(`${congress}/contributions/${number}/versions`);
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(2);

  await page.goto(`${congress}/moi`);
  await page.getByRole("link", { name: `Retirer, ${number}` }).click();
  await page.getByRole("button", { name: "Oui, retirer ma contribution" }).click();
  await expect(page.getByText("Ce texte a été retiré").or(page.getByText("Vous l’avez retirée")).first()).toBeVisible();
  await page.goto(`${congress}/moi`);
  await expect(page.getByText("Vous l’avez retirée le")).toBeVisible();
});

test("a draft waits, shows who is close, and what is close is supported without losing a word", async ({ page, browser, javaScriptEnabled, baseURL }, info) => {
  await writer({ page, browser, javaScriptEnabled, baseURL }, info, "Erwan");
  await page.goto(`${congress}/ecrire`);
  await text(page).fill(words);
  await page.getByRole("button", { name: "Garder, et voir qui s’en approche" }).click();
  await expect(page.getByText("Brouillon gardé le")).toBeVisible();
  const close = page.locator(".close-ones > li");
  await expect(close).toHaveCount(3);
  await text(page).fill(`${words} Encore.`);
  await close.first().getByRole("button", { name: /^Moi aussi, je/ }).click();
  await expect(page.getByText("Vous soutenez cette contribution.")).toBeVisible();
  await expect(text(page)).toHaveValue(`${words} Encore.`);
  await close.first().getByRole("button", { name: /^Retirer mon soutien/ }).click();
  await expect(page.getByText("Vous soutenez cette contribution.")).toHaveCount(0);
  await page.goto(`${congress}/moi`);
  await expect(page.getByRole("heading", { name: "Commencé, pas encore envoyé" })).toBeVisible();
  await page.getByRole("button", { name: "Jeter ce brouillon" }).click();
  await expect(page.getByRole("heading", { name: "Commencé, pas encore envoyé" })).toHaveCount(0);
});

test("as one types, characters are counted and what is close appears; it becomes a case added to another @script", async ({ page, browser, javaScriptEnabled, baseURL }, info) => {
  await writer({ page, browser, javaScriptEnabled, baseURL }, info, "Rozenn");
  await page.goto(`${congress}/ecrire`);
  await text(page).pressSequentially(" Non 👩🏽‍💻🇫🇷 ");
  await expect(page.getByText("Vous en avez écrit 6.")).toBeVisible();
  await expect(page.locator(".close-ones")).toHaveCount(0);
  await text(page).fill(words);
  await expect(page.getByText(`Vous en avez écrit ${words.length}.`)).toBeVisible();
  const close = page.locator(".close-ones > li");
  await expect(close).toHaveCount(3);
  await expect(page.getByRole("status").getByRole("link", { name: /^3 contributions s’en approchent/ })).toBeVisible();
  await text(page).fill("é".repeat(4_010));
  await expect(page.getByText("C’est trop long : 10 en trop.")).toBeVisible();
  await text(page).fill(words);
  await expect(page.getByRole("status").getByRole("link")).toBeVisible();
  const add = close.nth(1).getByRole("button", { name: /^Moi aussi, et j’ajoute mon cas/ });
  const other = (await add.getAttribute("value"))!;
  await add.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Ajouter votre cas à ${other}`);
  await expect(text(page)).toHaveValue(words);
  await send(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("C’est reçu");
  await page.goto(`${congress}/contributions/${other}`);
  await expect(page.getByRole("button", { name: /^Retirer mon soutien/ })).toBeVisible();
});

test("letters are larger for whoever wants them, and stay so", async ({ page, browser, javaScriptEnabled, baseURL }, info) => {
  await writer({ page, browser, javaScriptEnabled, baseURL }, info, "Katell");
  await page.goto(`${congress}/ecrire`);
  const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
  const before = await size();
  await page.getByLabel("Grands caractères").check();
  expect(await size()).toBeGreaterThan(before * 1.2);
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(excess).toBeLessThanOrEqual(0);
  if (javaScriptEnabled === false) return;
  await page.reload();
  expect(await size()).toBeGreaterThan(before * 1.2);
});

test("a case is added to what another wrote", async ({ page, browser, javaScriptEnabled, baseURL }, info) => {
  await writer({ page, browser, javaScriptEnabled, baseURL }, info, "Nolwenn");
  await page.goto(`${congress}/contributions/C-0003`);
  await page.getByRole("link", { name: "J’ajoute mon cas à C-0003" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ajouter votre cas à C-0003");
  await text(page).fill(words);
  await send(page).click();
  await page.getByRole("link", { name: "La lire comme les autres la voient" }).click();
  await expect(page.getByText("Complète").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "C-0003" }).first()).toBeVisible();
});

test("a double click, and the way back, send once", async ({ page, browser, javaScriptEnabled, baseURL }, info) => {
  await writer({ page, browser, javaScriptEnabled, baseURL }, info, "Tifenn");
  await page.goto(`${congress}/ecrire`);
  await text(page).fill(words);
  await send(page).dblclick();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("C’est reçu");
  await page.goto(`${congress}/moi`);
  await expect(page.getByRole("heading", { level: 2, name: /C-\d{4}/ })).toHaveCount(1);
});

test("of two tabs the second is told, and nothing is lost", async ({ page, browser, javaScriptEnabled, baseURL }, info) => {
  await writer({ page, browser, javaScriptEnabled, baseURL }, info, "Loeiza");
  const number = await write(page, words);
  const change = `${congress}/contributions/${number}/modifier`;
  const tab = await page.context().newPage();
  await tab.goto(change);
  await page.goto(change);
  await text(page).fill(`${words} Du premier onglet.`);
  await page.getByRole("button", { name: "Enregistrer la nouvelle version" }).click();
  await expect(page.getByText("Du premier onglet.").first()).toBeVisible();
  await text(tab).fill(`${words} Du second onglet.`);
  await tab.getByRole("button", { name: "Enregistrer la nouvelle version" }).click();
  await expect(tab.getByRole("alert")).toContainText("a été modifiée depuis");
  await expect(text(tab)).toHaveValue(`${words} Du second onglet.`);
});

test("writing needs nothing but a keyboard", async ({ page, browser, javaScriptEnabled, baseURL }, info) => {
  await writer({ page, browser, javaScriptEnabled, baseURL }, info, "Gaël");
  await page.goto(`${congress}/ecrire`);
  const focused = async () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.textContent?.trim() ?? "");
  for (let tabs = 0; tabs < 40 && !(await text(page).evaluate((area) => area === document.activeElement)); tabs++) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.type("Écrit sans souris, depuis le secrétariat.");
  for (let tabs = 0; tabs < 20 && (await focused()) !== "Envoyer"; tabs++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("C’est reçu");
});

test("pages of writing have no fault that axe finds, and fit @script", async ({ page, browser, javaScriptEnabled, baseURL }, info) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await writer({ page, browser, javaScriptEnabled, baseURL }, info, "Azenor");
  const look = async (where: string) => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${where} ${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(excess, where).toBeLessThanOrEqual(0);
  };
  const number = await write(page, words);
  await look("acknowledgement");
  await page.goto(`${congress}/ecrire`);
  await text(page).fill(words);
  await page.getByRole("button", { name: "Garder, et voir qui s’en approche" }).click();
  await look("draft");
  for (const below of ["moi", "ecrire?complement=C-0003"]) {
    await page.goto(`${congress}/${below}`);
    await look(below);
  }
  for (const below of ["", "/modifier", "/retirer", "/effacer", "/versions"]) {
    await page.goto(`${congress}/contributions/${number}${below}`);
    await look(below);
  }
  await page.goto(`${congress}/ecrire`);
  await text(page).fill("Non");
  await send(page).click();
  await look("faults");
});
