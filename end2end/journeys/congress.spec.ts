// A sitting from its plan to its results: staff, chair, three voters (one by keyboard alone), and the screen of the room.
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { another, congress, enter, newcomer, own } from "./people";

async function clean(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
}

/** Plans a sitting with one item on its agenda: the address of its page. */
async function planned(staff: Page, name: string, scripted: boolean): Promise<string> {
  await staff.goto(`${congress}/seances`);
  if (scripted) await clean(staff);
  await staff.getByLabel("Son nom").fill(name);
  await staff.getByLabel("Le jour").fill("2099-01-01");
  await staff.getByLabel("Le moins de votants").fill("3");
  await staff.getByRole("button", { name: "Prévoir la séance" }).click();
  await expect(staff.getByText("La séance est prévue")).toBeVisible();
  await staff.getByLabel("Le point", { exact: true }).fill("Vote de la motion");
  await staff.getByRole("button", { name: "Ajouter le point" }).click();
  await expect(staff.getByText("Le point est ajouté")).toBeVisible();
  if (scripted) await clean(staff);
  return new URL(staff.url()).pathname.replace("/ordre-du-jour", "");
}

async function prepare(chair: Page, title: string, mode: "Public" | "Secret") {
  await chair.getByLabel("Ce qui est mis aux voix").fill(title);
  await chair.getByRole("radio", { name: mode, exact: true }).check();
  await chair.getByRole("button", { name: "Préparer le vote" }).click();
  await expect(chair.getByText("Le vote est préparé")).toBeVisible();
}

/** Chooses and confirms: two actions. */
async function vote(page: Page, sitting: string, choice: string) {
  await page.goto(sitting);
  await page.getByRole("button", { name: choice, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Confirmez votre vote");
  await expect(page.locator(".about-to")).toContainText(choice);
}

const confirm = (page: Page) => page.getByRole("button", { name: "Confirmer", exact: true });

test("a sitting is planned, opened, voted and proclaimed", async ({ page, browser, javaScriptEnabled, baseURL }, info) => {
  test.slow();
  const scripted = javaScriptEnabled ?? true;
  const somebody = () => another(browser, page, scripted, baseURL!);
  const [staff, chair, screen] = [await somebody(), await somebody(), page];
  await enter(staff, "rédaction");
  await enter(chair, "présidence");
  const sitting = await planned(staff, own("Séance", info), scripted);

  await chair.goto(`${sitting}/pupitre`);
  await expect(chair.getByText("« La séance est ouverte. »")).toBeVisible();
  await chair.getByRole("button", { name: "Ouvrir la séance" }).press("Enter");
  await chair.getByRole("button", { name: "Afficher un code à l’écran" }).press("Enter");
  await chair.getByRole("button", { name: "Passer à ce point" }).press("Enter");
  if (scripted) await clean(chair);

  // It asks for itself again: nobody touches it from here on.
  await screen.goto(`${sitting}/ecran`);
  await expect(screen.locator(".screen-title")).toHaveText("Vote de la motion");
  const code = (await screen.locator(".screen-code strong").innerText()).replace(/\D/g, "");
  if (scripted) await expect(() => clean(screen)).toPass();

  const voters: Page[] = [];
  for (const name of ["Aël Corre", "Brune Diop", "Côme Etxeberria"]) {
    const voter = await somebody();
    const email = `${own(name, info)}${info.line}@seance.example`.toLowerCase().normalize("NFD").replace(/[^a-z0-9@.]/g, "");
    await newcomer(voter, browser, own(name, info), email, scripted, baseURL!);
    await voter.goto(sitting);
    await expect(voter.getByText("Vous n’êtes pas encore sur la feuille de présence")).toBeVisible();
    await voter.getByLabel("Code affiché à l’écran").fill(code);
    await voter.getByLabel("Code affiché à l’écran").press("Enter");
    await expect(voter.getByText("vous êtes sur la feuille de présence")).toBeVisible();
    voters.push(voter);
  }
  if (scripted) await clean(voters[0]);
  await voters[1].getByRole("button", { name: "Demander la parole" }).click();
  await chair.goto(`${sitting}/pupitre`);
  await chair.getByRole("button", { name: "Donner la parole" }).click();
  await expect(screen.locator(".screen-speaker")).toContainText("a la parole");

  await prepare(chair, "Adoption de la motion", "Public");
  await chair.getByRole("button", { name: "Ouvrir le vote" }).first().click();
  await expect(chair.getByText("Vote ouvert")).toBeVisible();

  // One votes by keyboard alone, from the top of the page.
  const [keys, hand, third] = voters;
  await keys.goto(sitting);
  if (scripted) await clean(keys);
  const first = keys.getByRole("button", { name: "Voter pour", exact: true });
  for (let step = 0; step < 60 && !(await first.evaluate((button) => button === document.activeElement)); step++) {
    await keys.keyboard.press("Tab");
  }
  await expect(first).toBeFocused();
  await keys.keyboard.press("Enter");
  await expect(keys.locator(".about-to")).toHaveText("Voter pour, pour 1\u00a0voix.");
  if (scripted) await clean(keys);
  await confirm(keys).press("Enter");
  await expect(keys.getByText("Votre vote est enregistré.")).toBeVisible();
  await expect(keys.getByText("Vous avez choisi")).toContainText("Pour");

  await vote(hand, sitting, "Voter contre");
  // A second click, as impatient thumbs do, votes once.
  await confirm(hand).dblclick();
  await expect(hand.getByText("Vous avez choisi")).toContainText("Contre");
  await vote(hand, sitting, "Voter pour");
  await confirm(hand).click();
  await expect(hand.getByText("Vous avez choisi")).toContainText("Pour");
  await vote(third, sitting, "S’abstenir");
  await expect(screen.locator(".screen-count")).toContainText("2\u00a0voix sur 3");
  await expect(screen.locator("body")).not.toContainText("2\u00a0pour");

  // Closed before the third confirmed: refused, with why.
  await chair.goto(`${sitting}/pupitre`);
  await chair.getByRole("button", { name: "Clore le vote" }).click();
  await confirm(third).click();
  await expect(third.getByRole("alert")).toContainText("Ce vote est clos");
  await chair.getByRole("button", { name: "Proclamer le résultat" }).click();
  await expect(chair.getByText("2 pour sur 2\u00a0suffrages exprimés").first()).toBeVisible();
  if (scripted) await clean(chair);
  await expect(screen.locator(".screen-verdict")).toHaveText("Adopté");
  if (scripted) await expect(() => clean(screen)).toPass();

  // A secret one: the receipt shown before confirming is in the proclaimed list.
  await chair.goto(`${sitting}/pupitre`);
  await prepare(chair, "Élection du bureau", "Secret");
  await chair.getByRole("button", { name: "Ouvrir le vote" }).first().click();
  const receipts: string[] = [];
  for (const [voter, choice] of [[keys, "Voter pour"], [hand, "Voter blanc"], [third, "Voter contre"]] as const) {
    await vote(voter, sitting, choice);
    receipts.push(await voter.locator("code.receipt").innerText());
    if (scripted && voter === keys) await clean(voter);
    await confirm(voter).click();
    await expect(voter.getByText("Votre bulletin est dans l’urne")).toBeVisible();
    await expect(voter.locator("body")).not.toContainText(receipts.at(-1)!);
  }
  await chair.goto(`${sitting}/pupitre`);
  await chair.getByRole("button", { name: "Clore le vote" }).click();
  await chair.getByRole("button", { name: "Proclamer le résultat" }).click();
  await third.goto(sitting);
  await third.getByRole("link", { name: /^Scrutin n°/ }).last().click();
  for (const receipt of receipts) await expect(third.locator("body")).toContainText(receipt);
  if (scripted) await clean(third);

  await chair.goto(`${sitting}/pupitre`);
  await chair.getByRole("button", { name: "Lever la séance" }).click();
  await expect(screen.locator(".screen-title")).toHaveText("La séance est levée");
});
