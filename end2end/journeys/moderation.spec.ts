// Staff reads, hides with a reason and proposes a correction; the author is warned, told, and answers. Without a script too.
import { expect, test, type Page } from "@playwright/test";
import { another, congress, enter, newcomer, own } from "./people";
import { clean } from "./sound";

const text = (page: Page) => page.getByLabel("Votre texte", { exact: true });

test("an author is warned, staff proposes a correction and hides, the author is told", async ({ page, browser, javaScriptEnabled, baseURL }, info) => {
  const scripted = javaScriptEnabled ?? true;
  const email = `${own("Rozenn", info).replace(/\W/g, "").toLowerCase()}${info.line}@moderer.example`;
  await newcomer(page, browser, own("Rozenn Le Guen", info), email, scripted, baseURL!);
  await page.goto(`${congress}/ecrire`);
  await text(page).fill("La fibre s’arrette au pont, et Mme Le Coz ne répond jamais.");
  await page.getByRole("button", { name: "Envoyer", exact: true }).click();
  await expect(page.getByText("Votre texte n’est pas encore envoyé.")).toBeVisible();
  if (scripted) await clean(page);
  await page.getByRole("button", { name: "Envoyer tel quel" }).click();
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toContainText("C’est reçu");
  const number = (await heading.innerText()).match(/C-\d{4}/)![0];

  const staff = await another(browser, page, scripted, baseURL!);
  await enter(staff, "rédaction");
  await staff.goto(`${congress}/redaction/moderation?pile=signalees&q=${number}`);
  await expect(staff.locator("mark")).toHaveText("Mme Le Coz");
  if (scripted) await clean(staff);
  await staff.getByRole("link", { name: `Proposer une correction, ${number}` }).click();
  await staff.getByLabel("Le texte corrigé").fill("La fibre s’arrête au pont, et Mme Le Coz ne répond jamais.");
  await staff.getByRole("button", { name: "Envoyer la proposition" }).click();

  await page.goto(`${congress}/moi`);
  await expect(page.locator("ins")).toHaveText("s’arrête");
  await expect(page.locator("del")).toHaveText("s’arrette");
  if (scripted) await clean(page);
  await page.getByRole("button", { name: `Accepter la correction, ${number}` }).click();
  await expect(page.getByText("La fibre s’arrête au pont")).toBeVisible();

  await staff.goto(`${congress}/redaction/moderation?pile=toutes&q=${number}`);
  await staff.locator("summary", { hasText: "Masquer…" }).first().click();
  await staff.getByLabel("Pour quelle raison ?").first().selectOption("mise-en-cause");
  await staff.getByRole("button", { name: `Masquer ${number}` }).click();
  await expect(staff.getByRole("status")).toContainText("1 texte masqué.");
  await page.goto(`${congress}/moi`);
  await expect(page.getByText("mise en cause d’une personne nommée").first()).toBeVisible();
  await page.goto(`${congress}/contributions`);
  await expect(page.getByText(/par la rédaction/)).toBeVisible();
  await staff.goto(`${congress}/redaction/reglages`);
  await expect(staff.getByRole("heading", { level: 1 })).toHaveText("Réglages");
  if (scripted) await clean(staff);
  await staff.context().close();
});
