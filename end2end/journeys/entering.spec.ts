// Coming in: a personal link, a code that staff dictates, a shared mailbox, declining, one's devices.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { add, another, congress, enter, link, own } from "./people";

test("a link asks before it lets in, and leads through the rules", async ({ page }) => {
  await page.goto(link("membre"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Bonjour Soazig Tanguy");
  await expect(page.getByRole("link", { name: "Se connecter" })).toBeVisible();
  await page.getByRole("button", { name: "Entrer en tant que Soazig Tanguy" }).click();
  // The first time, by way of the rules; another project may have passed them already.
  await expect(page.getByRole("navigation", { name: "Votre accès" }).getByRole("link", { name: "Soazig Tanguy" })).toBeVisible();
  await page.goto(`${congress}/regle-du-jeu`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("La règle du jeu");
  await expect(page.getByText("Tout le monde peut lire")).toBeVisible();
  const read = page.getByRole("button", { name: "J’ai lu, je commence" });
  if (await read.count()) await read.click();
  await page.goto(`${congress}/regle-du-jeu`);
  await expect(page.getByRole("button", { name: "J’ai lu, je commence" })).toHaveCount(0);
});

test("a stranger and a member get the same answer at the door", async ({ page }, info) => {
  await page.goto(`${congress}/connexion`);
  await page.getByLabel("Votre adresse électronique", { exact: true }).fill("mairie");
  await page.getByRole("button", { name: "Recevoir mon lien" }).click();
  await expect(page.getByText("Une adresse ressemble à")).toBeVisible();
  await page.getByLabel("Votre adresse électronique", { exact: true }).fill(`${own("inconnu", info).replace(/\W/g, "")}@ailleurs.example`);
  await page.getByRole("button", { name: "Recevoir mon lien" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Regardez votre courrier");
});

test("staff dictates a code to one of two who share a mailbox", async ({ page, browser, baseURL, javaScriptEnabled }, info) => {
  await enter(page, "rédaction");
  const address = `${own("mairie", info).replace(/\W/g, "").toLowerCase()}@partagee.example`;
  const [first, second] = [own("Rozenn Le Gall", info), own("Yves Kerloch", info)];
  await add(page, first, address);
  const path = await add(page, second, address);
  await page.getByRole("button", { name: "Donner un code à dicter" }).click();
  const digits = await page.locator(".code-digits").innerText();
  expect(digits).toMatch(/^\d{3}\s\d{3}$/);
  await page.goto(path);
  await expect(page.locator(".code-digits")).toHaveCount(0);
  await expect(page.getByText("Code donné à dicter, par Idriss Belkacem")).toBeVisible();

  const phone = await another(browser, page, javaScriptEnabled ?? true, baseURL!);
  await phone.goto(`${congress}/connexion`);
  await phone.getByLabel("Votre adresse électronique ou votre numéro de membre").fill(address);
  await phone.getByLabel("Les six chiffres").fill(digits);
  await phone.getByRole("button", { name: "Entrer", exact: true }).click();
  await expect(phone.getByRole("link", { name: second })).toBeVisible();
  await phone.getByRole("button", { name: "J’ai lu, je commence" }).click();

  // A lost phone.
  await page.getByRole("button", { name: "Déconnecter tous ses appareils" }).click();
  await phone.goto(`${congress}/moi/reglages`);
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Cette page est réservée aux membres du congrès");
  await phone.context().close();
});

test("one's settings: a signature, and one's devices", async ({ page, browser, baseURL, javaScriptEnabled }) => {
  await enter(page, "observation");
  const other = await another(browser, page, javaScriptEnabled ?? true, baseURL!);
  await enter(other, "observation");
  await page.goto(`${congress}/moi/reglages`);
  await page.getByLabel("Mandat seul").check();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("C’est enregistré.")).toBeVisible();
  await expect(page.getByLabel("Mandat seul")).toBeChecked();
  await expect(page.getByText("cet appareil")).toBeVisible();
  await page.getByRole("button", { name: "Déconnecter tous les autres" }).click();
  await expect(page.getByText("L’appareil est déconnecté.")).toBeVisible();
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page.getByRole("link", { name: "Se connecter" })).toBeVisible();
  await other.context().close();
});

test("a territory is found by a search that needs no script", async ({ page }, info) => {
  await enter(page, "rédaction");
  await add(page, own("Mona Le Bihan", info), `${own("mona", info).replace(/\W/g, "").toLowerCase()}@x.example`);
  await page.getByLabel("Chercher une collectivité").fill("quimperle");
  await page.getByRole("button", { name: "Chercher", exact: true }).click();
  await page.getByRole("button", { name: /^Quimperlé/ }).click();
  await expect(page.getByText("C’est enregistré.")).toBeVisible();
  await expect(page.getByText("Fiche modifiée (collectivité)").first()).toBeVisible();
});

test("pages of people have no fault that axe finds, and fit @script", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await enter(page, "rédaction");
  const staff = ["redaction", "redaction/membres", "redaction/membres/nouveau", "redaction/collectivites", "redaction/invitations"];
  for (const below of ["connexion", "connexion/lettre", "regle-du-jeu", "moi/reglages", ...staff]) {
    await page.goto(`${congress}/${below}`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${below} ${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(excess, below).toBeLessThanOrEqual(0);
  }
});
