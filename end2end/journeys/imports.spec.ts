// Staff sends a file, looks at how it is read, lays columns out, and reads it in once. Without a script too.
import { expect, test, type Page } from "@playwright/test";
import { xlsx } from "./files";
import { congress, enter, own } from "./people";
import { clean } from "./sound";

const imports = `${congress}/redaction/imports`;

async function narrow(page: Page) {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beyond).toBeLessThanOrEqual(0);
}

async function send(page: Page, kind: string, name: string, buffer: Buffer) {
  await page.goto(imports);
  await page.getByLabel(kind).check();
  await page.getByLabel("Le fichier").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await page.getByRole("button", { name: "Envoyer et relire" }).click();
}

test("contributions are looked at, then read in once", async ({ page, javaScriptEnabled }, info) => {
  await enter(page, "rédaction");
  const who = own("Rozenn", info);
  const file = Buffer.from(`id;texte;auteur;commune\n1;La passerelle du port est fermée depuis l’hiver.;${who};Quimperlé\n2;;${who};Albi\n`);
  await send(page, "Des contributions", `${who}.csv`, file);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Relire avant d’importer");
  await expect(page.getByText("La passerelle du port est fermée")).toBeVisible();
  await expect(page.getByText("le texte est vide.")).toBeVisible();
  await narrow(page);
  if (javaScriptEnabled) await clean(page);
  const preview = page.url();
  await page.getByRole("button", { name: "Importer la contribution" }).click();
  await expect(page.getByRole("status")).toContainText("1 contribution ajoutée");
  await narrow(page);
  if (javaScriptEnabled) await clean(page);
  await page.goBack();
  await page.goto(preview);
  await expect(page.getByRole("status")).toContainText("1 contribution ajoutée");
  const table = await page.request.get(`${new URL(preview).pathname}/rapport.csv`);
  expect(await table.text()).toContain("3;refusée;le texte est vide.");
  await send(page, "Des contributions", `${who}.csv`, file);
  await expect(page.getByText("1 est déjà là.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Importer/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Abandonner" }).click();
  await expect(page.getByRole("status")).toContainText("abandonné");
  await narrow(page);
  if (javaScriptEnabled) await clean(page);
});

test("a workbook of people is laid out by hand, and leads to the invitations", async ({ page, javaScriptEnabled }, info) => {
  await enter(page, "rédaction");
  const who = own("Gwenn Le Floc’h", info);
  const rows = [["Qui", "Boîte aux lettres", "Ville"], [who, "mairie@quimperle.example", "Quimperlé (29)"], ["", "x@x.example", "Albi"]];
  await send(page, "Des personnes", "membres.xlsx", xlsx(rows));
  await expect(page.getByRole("alert")).toContainText("Aucune colonne ne contient de noms");
  await page.getByLabel("Nom (nécessaire)").selectOption({ label: "Qui" });
  await page.getByLabel("Adresse électronique").selectOption({ label: "Boîte aux lettres" });
  await page.getByLabel("Collectivité", { exact: true }).selectOption({ label: "Ville" });
  await page.getByRole("button", { name: "Revoir" }).press("Enter");
  await expect(page.getByRole("cell", { name: who })).toBeVisible();
  await expect(page.getByText("le nom manque.")).toBeVisible();
  await narrow(page);
  if (javaScriptEnabled) await clean(page);
  await page.getByRole("button", { name: "Importer la personne" }).click();
  await expect(page.getByRole("status")).toContainText("1 personne ajoutée");
  await page.getByRole("link", { name: "Inviter", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Invitations");
});

test("a file that can’t be read gets a sentence", async ({ page, javaScriptEnabled }) => {
  await enter(page, "rédaction");
  await send(page, "Des personnes", "photo.csv", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "latin1"));
  await expect(page.getByRole("alert")).toContainText("ni du texte ni un classeur");
  await expect(page.getByLabel("Des personnes")).toBeChecked();
  await narrow(page);
  if (javaScriptEnabled) await clean(page);
});
