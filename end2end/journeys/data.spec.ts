// Somebody reads all that is held of them, takes it away as a file, and has it erased; the outbox is where a letter waits.
import { expect, test } from "@playwright/test";
import { readFileSync } from "node:fs";
import { another, congress, enter, newcomer, own } from "./people";
import { clean } from "./sound";

test("a person takes their data away, and goes", async ({ page, browser, javaScriptEnabled, baseURL }, info) => {
  const scripted = javaScriptEnabled ?? true;
  const name = own("Nolwenn Cadiou", info);
  const email = `${name.replace(/\W/g, "").toLowerCase()}${info.line}@partir.example`;
  await newcomer(page, browser, name, email, scripted, baseURL!);
  await page.goto(`${congress}/ecrire`);
  await page.getByLabel("Votre texte", { exact: true }).fill("Un guichet par canton, ouvert le samedi, aiderait les aînés.");
  await page.getByRole("button", { name: "Envoyer", exact: true }).click();
  const number = (await page.getByRole("main").innerText()).match(/C-\d{4}/)![0];

  await page.goto(`${congress}/moi/donnees`);
  await expect(page.getByText("Un guichet par canton")).toBeVisible();
  if (scripted) await clean(page);
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Télécharger (JSON)" }).click();
  const file = JSON.parse(readFileSync(await (await waiting).path(), "utf8"));
  expect(file.personne.nom).toBe(name);
  expect(file.contenu.contributions[0].texte).toContain("Un guichet par canton");

  await page.getByRole("link", { name: "Effacer ce qui me concerne…" }).click();
  if (scripted) await clean(page);
  await page.getByRole("button", { name: "Effacer", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("C’est effacé.");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Effacer", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("C’est effacé.");
  if (scripted) await clean(page);

  await page.goto(`${congress}/contributions/${number}`);
  await expect(page.getByRole("main")).toContainText("Un guichet par canton");
  await expect(page.getByRole("main")).not.toContainText("Nolwenn");
  const staff = await another(browser, page, scripted, baseURL!);
  await enter(staff, "rédaction");
  await staff.goto(`${congress}/redaction/membres?q=${encodeURIComponent(name)}`);
  await expect(staff.getByRole("main")).not.toContainText(email);
  await staff.context().close();
});

test("a link that was asked for waits in the outbox of the demonstration", async ({ page, browser, javaScriptEnabled, baseURL }, info) => {
  const scripted = javaScriptEnabled ?? true;
  const name = own("Gwenola Riou", info);
  const email = `${name.replace(/\W/g, "").toLowerCase()}${info.line}@partir.example`;
  const member = await another(browser, page, scripted, baseURL!);
  await newcomer(member, browser, name, email, scripted, baseURL!);
  await member.context().close();
  await page.goto(`${congress}/connexion`);
  await page.getByLabel("Votre adresse électronique", { exact: true }).fill(email);
  await page.getByRole("button", { name: "Recevoir mon lien" }).click();
  await page.getByRole("link", { name: "La lire dans le courrier" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Courrier");
  if (scripted) await clean(page);
  await expect(page.getByRole("main")).toContainText(name);
});
