// A workshop: staff prints the sheets, a scribe notes with the keyboard alone, the room sees it, whoever spoke signs it.
import { expect, test, type Page } from "@playwright/test";
import { another, congress, enter, newcomer, own } from "./people";
import { clean } from "./sound";

/** Makes a workshop and prints its sheets: the address of the first. */
async function sheet(page: Page, name: string, scripted: boolean): Promise<string> {
  await page.goto(`${congress}/redaction/ateliers`);
  await page.getByLabel("Son sujet").fill(name);
  await page.getByLabel("Le jour").fill("2099-01-01");
  await page.getByLabel("Nombre de tables").fill("2");
  await page.getByRole("button", { name: "Créer l’atelier" }).click();
  await expect(page.getByText("L’atelier est créé")).toBeVisible();
  if (scripted) await clean(page);
  const made = page.getByRole("region", { name, exact: true });
  await made.getByRole("button", { name: "Imprimer les feuilles" }).click();
  await expect(page.locator(".table-sheet")).toHaveCount(2);
  if (scripted) await clean(page);
  return new URL(await page.locator(".table-address").first().innerText()).pathname;
}

test("what is said at a table is noted, projected, and signed by whoever said it", async ({ page, browser, javaScriptEnabled, baseURL }, info) => {
  const scripted = javaScriptEnabled ?? true;
  const speaker = own("Maïwenn Kerdoncuff", info);
  const email = `${speaker.replace(/\W/g, "").toLowerCase()}${info.line}@atelier.example`;
  const spoke = await another(browser, page, scripted, baseURL!);
  await newcomer(spoke, browser, speaker, email, scripted, baseURL!);
  const staff = await another(browser, page, scripted, baseURL!);
  await enter(staff, "rédaction");
  const name = own("Santé", info);
  const address = await sheet(staff, name, scripted);

  await page.goto(address);
  if (scripted) await clean(page);
  await page.getByRole("button", { name: "Ouvrir la table" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Table 1, atelier ${name}`);
  const line = page.getByLabel("Ce qui vient de se dire");
  await expect(line).toBeFocused();
  if (scripted) await clean(page);

  // Type, Enter, next: nothing but keys.
  await page.keyboard.type("Le médecin ne vient plus depuis deux ans.");
  await page.keyboard.press("Enter");
  await expect(page.locator(".noted li")).toHaveCount(1);
  await expect(page.locator(".noted li").first()).toContainText("C-");
  await expect(line).toBeFocused();
  await expect(line).toHaveValue("");
  if (scripted) {
    await page.keyboard.press("!");
    await expect(page.getByLabel("C’est")).toHaveValue("idee");
    await expect(line).toHaveValue("");
  } else {
    await page.getByLabel("C’est").selectOption("idee");
  }
  await line.focus();
  await page.keyboard.type("Il faudrait une infirmière par canton !");
  await page.getByLabel("Qui parle").fill(speaker);
  await page.getByLabel("Qui parle").press("Enter");
  await expect(page.locator(".noted li")).toHaveCount(2);
  await expect(page.locator(".noted li").first()).toContainText(`${speaker}, à confirmer`);
  await expect(page.locator(".noted li").first()).toContainText("Idée");

  // Correct, remove.
  await page.getByRole("link", { name: /^Corriger/ }).last().press("Enter");
  await expect(line).toHaveValue("Le médecin ne vient plus depuis deux ans.");
  await line.fill("Le médecin ne vient plus depuis trois ans.");
  await line.press("Enter");
  await expect(page.locator(".noted")).toContainText("trois ans");
  if (scripted) await clean(page);

  // The room.
  const room = await another(browser, page, scripted, baseURL!);
  await room.goto(`${congress}/ateliers`);
  // Other runs of this journey note the same words at tables of their own.
  const ours = room.getByRole("listitem").filter({ hasText: `Table 1, atelier ${name}` });
  await expect(ours.filter({ hasText: "Propos rapporté : Il faudrait une infirmière" }).first()).toBeVisible();
  if (scripted) await clean(room);

  // Whoever spoke signs.
  await spoke.goto(`${congress}/moi`);
  if (scripted) await clean(spoke);
  await spoke.getByRole("button", { name: /^C’est ce que j’ai dit/ }).click();
  await expect(spoke.getByText("Votre réponse est enregistrée.")).toBeVisible();
  await room.goto(`${congress}/ateliers`);
  const signed = room.getByRole("listitem").filter({ hasText: speaker });
  await expect(signed.first()).toContainText("« Il faudrait une infirmière par canton ! »");

  // Taken back, the sheet opens no more.
  await staff.goto(`${congress}/redaction/ateliers`);
  await staff.getByRole("region", { name, exact: true }).getByRole("button", { name: "Fermer, table 1" }).click();
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cette feuille n’ouvre plus la table");
  for (const other of [spoke, staff, room]) await other.context().close();
});

test("a line typed while the network is away waits, and goes once", async ({ page, context, browser, javaScriptEnabled, baseURL }, info) => {
  test.skip(!javaScriptEnabled, "without a script the browser itself says that the network is away");
  const staff = await another(browser, page, true, baseURL!);
  await enter(staff, "rédaction");
  const address = await sheet(staff, own("Eau", info), true);
  await staff.context().close();
  await page.goto(address);
  await page.getByRole("button", { name: "Ouvrir la table" }).click();
  await expect(page.getByLabel("Ce qui vient de se dire")).toBeFocused();
  await expect(page.locator("#touches")).toBeVisible();
  await context.setOffline(true);
  await page.keyboard.type("La source baisse chaque été.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("On ne sait pas qui décide.");
  await page.keyboard.press("Enter");
  await expect(page.getByText("non transmis")).toHaveCount(2);
  await context.setOffline(false);
  await expect(page.getByText("non transmis")).toHaveCount(0);
  await expect(page.locator(".noted li")).toHaveCount(2);
  await page.reload();
  await expect(page.locator(".noted li")).toHaveCount(2);
  await expect(page.locator(".noted li").last()).toContainText("La source baisse");
});

test("a paper form is printed, and typed by staff", async ({ page, javaScriptEnabled }, info) => {
  await enter(page, "rédaction");
  await page.goto(`${congress}/redaction/papier`);
  if (javaScriptEnabled ?? true) await clean(page);
  const words = `Le car ne passe plus le mercredi (${own("bourg", info)}).`;
  await page.getByLabel("Le texte").fill(words);
  await page.getByLabel("Numéro du formulaire").fill("7");
  await page.getByRole("button", { name: "Noter" }).click();
  await expect(page.locator(".noted li").filter({ hasText: words })).toContainText("formulaire n° 7");
  const form = await page.request.get(`${congress}/formulaire.pdf`);
  expect(form.headers()["content-type"]).toBe("application/pdf");
});
