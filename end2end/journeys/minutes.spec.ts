// Minutes: they write themselves; staff corrects and presents them; those who are named sign; everybody reads.
import { expect, test } from "@playwright/test";
import { add, another, congress, enter, newcomer, own } from "./people";
import { sound } from "./sound";

test("staff corrects the minutes, people sign them, everybody reads them", async ({ page, browser, baseURL, javaScriptEnabled }, info) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const scripted = javaScriptEnabled !== false;
  const [name, chair, secretary] = ["Séance", "Yvonne Le Gall", "Zacharie Morel"].map((of) => own(of, info));
  const key = info.project.name.replace(/[^a-z]/gi, "").toLowerCase();
  const staff = await another(browser, page, scripted, baseURL!);
  await enter(staff, "rédaction");
  await staff.goto(`${congress}/seances`);
  await staff.getByLabel("Son nom").fill(name);
  await staff.getByLabel("Le jour").fill("2099-01-02");
  await staff.getByRole("button", { name: "Prévoir la séance" }).click();
  const sitting = new URL(staff.url()).pathname.replace(/\/ordre-du-jour$/, "");
  await add(staff, secretary, `zacharie-${key}@exemple.fr`);
  await newcomer(page, browser, chair, `yvonne-${key}@exemple.fr`, scripted, baseURL!);

  const desk = await another(browser, page, scripted, baseURL!);
  await enter(desk, "présidence");
  await desk.goto(`${sitting}/pupitre`);
  await desk.getByRole("button", { name: "Ouvrir la séance" }).click();
  await staff.goto(`${sitting}/proces-verbal`);
  await expect(staff.getByRole("heading", { level: 1 })).toHaveText("Projet de procès-verbal");
  await staff.getByLabel("À côté de quoi").selectOption({ label: "Quorum" });
  await staff.getByLabel("La correction, ou la remarque").fill("La salle était comble dès neuf heures.");
  await staff.getByRole("button", { name: "Ajouter", exact: true }).click();
  await expect(staff.getByRole("note")).toContainText("La salle était comble");
  await sound(staff, "draft", scripted);
  await desk.getByRole("button", { name: "Lever la séance" }).click();

  await staff.goto(`${sitting}/proces-verbal`);
  await staff.getByLabel("Qui présidait").fill(chair);
  await staff.getByLabel("Qui tenait le secrétariat").fill(secretary);
  await staff.getByRole("button", { name: "Arrêter le texte et le présenter" }).click();
  await expect(staff.getByRole("status")).toContainText("Le texte est arrêté");
  await sound(staff, "presented", scripted);

  await page.goto(`${sitting}/proces-verbal`);
  await page.getByRole("button", { name: "Signer ce procès-verbal" }).click();
  await expect(page.getByText("depuis son compte")).toBeVisible();
  await sound(page, "signed by one", scripted);

  await staff.reload();
  await staff.getByRole("button", { name: `Noter la signature sur papier : ${secretary}` }).click();
  await expect(staff.getByRole("heading", { level: 1 })).toHaveText("Procès-verbal");
  const public_ = await another(browser, page, scripted, baseURL!);
  await public_.goto(`${sitting}/proces-verbal`);
  await expect(public_.getByRole("heading", { level: 1 })).toHaveText("Procès-verbal");
  await expect(public_.getByRole("note")).toContainText("La salle était comble");
  await sound(public_, "signed", scripted);
  for (const of of [staff, desk, public_]) await of.context().close();
});
