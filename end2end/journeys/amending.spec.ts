// An amendment is proposed, signed, judged, voted, and changes the text, with and without JavaScript.
import { expect, test } from "@playwright/test";
import { another, congress, enter } from "./people";
import { clean } from "./sound";

test("a member amends, staff advises, the sitting adopts and the text changes @once", async ({ page, browser, baseURL, javaScriptEnabled }) => {
  const scripted = javaScriptEnabled !== false;
  const mark = scripted ? "avec script" : "sans script";
  await enter(page, "membre");
  await page.goto(`${congress}/motion/amendements`);
  await expect(page.getByRole("link", { name: /^A-1 · / })).toBeVisible();
  if (scripted) await clean(page);
  await page.goto(`${congress}/motion/amendements?vue=votes`);
  await expect(page.getByText("S’il est adopté,").first()).toBeVisible();
  if (scripted) await clean(page);

  // From the text, a block is inserted behind the first.
  await page.goto(`${congress}/motion/amendements`);
  await page.getByRole("link", { name: "Lire le texte et l’amender" }).press("Enter");
  await page.locator("#p1").getByRole("link", { name: /^Amender/ }).press("Enter");
  await expect(page.getByLabel("Votre rédaction")).toHaveValue(/^Nous, élues et élus/);
  if (scripted) await clean(page);
  await page.getByRole("link", { name: "Insérer après" }).press("Enter");
  await page.getByLabel("Votre rédaction").fill(`Le pont d’abord, ${mark}.`);
  await page.getByRole("button", { name: "Déposer l’amendement" }).press("Enter");
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Votre rédaction")).toHaveValue(`Le pont d’abord, ${mark}.`);
  await page.getByLabel("Titre, en une ligne").fill(`Le pont ${mark}`);
  await page.getByLabel("Exposé des motifs").fill("Il est fermé depuis un an.");
  await page.getByRole("button", { name: "Déposer l’amendement" }).press("Enter");
  await expect(page.getByRole("status")).toContainText("Votre amendement est déposé");
  if (scripted) await clean(page);
  const number = /A-\d+/.exec(page.url())?.[0] ?? "";

  const staff = await another(browser, page, scripted, baseURL!);
  await enter(staff, "rédaction");
  await staff.goto(`${congress}/motion/amendements/${number}`);
  await staff.getByRole("button", { name: "Cosigner", exact: true }).press("Enter");
  await expect(staff.getByRole("button", { name: "Ne plus cosigner" })).toBeVisible();
  await staff.goto(`${congress}/redaction/amendements/${number}`);
  if (scripted) await clean(staff);
  await staff.getByRole("button", { name: "Recevable", exact: true }).press("Enter");
  await expect(staff.getByRole("status")).toHaveText("C’est fait.");
  await staff.getByLabel("sagesse de l’assemblée").press("Space");
  await staff.getByRole("button", { name: "Donner cet avis" }).press("Enter");
  await expect(staff.getByText("sagesse de l’assemblée").first()).toBeVisible();
  await staff.goto(`${congress}/redaction/amendements`);
  if (scripted) await clean(staff);
  await staff.getByRole("button", { name: "Préparer les scrutins" }).press("Enter");
  await expect(staff.getByRole("status")).toBeVisible();
  await staff.goto(`${congress}/motion/amendements/${number}`);
  await expect(staff.getByRole("link", { name: /^Scrutin n°/ }).first()).toBeVisible();
  await staff.goto(`${congress}/redaction/amendements/oral`);
  if (scripted) await clean(staff);

  // The chair notes a show of hands, and the text has it.
  const chair = await another(browser, page, scripted, baseURL!);
  await enter(chair, "présidence");
  await chair.goto(`${congress}/seances`);
  await chair.getByRole("link", { name: "Séance préparatoire" }).first().click();
  await chair.goto(`${new URL(chair.url()).pathname}/pupitre`);
  const item = chair.getByRole("listitem").filter({ hasText: `Le pont ${mark}` });
  await item.getByRole("button", { name: /^Unanimité/ }).press("Enter");
  await page.goto(`${congress}/motion/amendements/${number}`);
  await expect(page.getByText("adopté", { exact: true }).first()).toBeVisible();
  await staff.goto(`${congress}/redaction/motion`);
  await expect(staff.getByText(`Le pont d’abord, ${mark}.`).first()).toBeVisible();
  if (scripted) await clean(page);
});
