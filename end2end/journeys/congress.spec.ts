// A sitting from its plan to its results: staff, chair, three voters (one by keyboard alone), and the screen of the room.
import { expect, test, type Page, type WebSocketRoute } from "@playwright/test";
import { another, congress, enter, newcomer, own } from "./people";
import { clean } from "./sound";

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
  await expect(page.getByRole("heading", { name: "Confirmez votre vote" })).toBeVisible();
  await expect(page.locator(".about-to")).toContainText(choice);
}

/** Said on the page itself where a script asked again there, else by the page that follows. */
const taken = (page: Page) => page.getByText(/(Votre vote est|C’est) enregistré/).first();
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
  await expect(taken(keys)).toBeVisible();
  await expect(keys.getByText("Vous avez choisi")).toContainText("Pour");

  await vote(hand, sitting, "Voter contre");
  // A second click, as impatient thumbs do, votes once; a dialog is gone after the first.
  await (scripted ? confirm(hand).click() : confirm(hand).dblclick());
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
  await expect(third.getByText("Ce vote est clos depuis").first()).toBeVisible();
  await chair.getByRole("button", { name: "Proclamer le résultat" }).click();
  await expect(chair.getByText("2 pour sur 2\u00a0suffrages exprimés").first()).toBeVisible();
  if (scripted) await clean(chair);
  await expect(screen.locator(".screen-verdict")).toHaveText("Adopté");
  if (scripted) await expect(() => clean(screen)).toPass();

  // Somebody who can't come entrusts one of them with their voice.
  const [absent, giver] = [await somebody(), own("Dana Le Roux", info)];
  const mailbox = `dana${info.project.name.replace(/[^a-z]/gi, "")}${info.repeatEachIndex}${info.line}@seance.example`.toLowerCase();
  await newcomer(absent, browser, giver, mailbox, scripted, baseURL!);
  await absent.goto(sitting);
  await absent.getByLabel("Qui votera pour vous").fill(own("Brune Diop", info));
  await absent.getByRole("button", { name: "Donner pouvoir" }).click();
  await hand.goto(sitting);
  await hand.getByRole("button", { name: /^Accepter/ }).click();
  await absent.context().close();

  // A secret one: the receipt shown before confirming is in the proclaimed list, and each says whose voice it is for.
  await chair.goto(`${sitting}/pupitre`);
  await prepare(chair, "Élection du bureau", "Secret");
  await chair.getByRole("button", { name: "Ouvrir le vote" }).first().click();
  const receipts: string[] = [];
  for (const [voter, choice] of [[keys, "Voter pour"], [hand, "Voter blanc"], [third, "Voter contre"]] as const) {
    await vote(voter, sitting, choice);
    receipts.push(...(await voter.locator("code.receipt").allInnerTexts()));
    if (voter === hand) await expect(voter.locator(".receipts li")).toContainText(["Votre voix", `Pouvoir de ${giver}`]);
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

/** The network of a phone: Chromium leaves sockets open when it plays that there is none. */
class Network {
  private up = true;
  private lines: WebSocketRoute[] = [];
  constructor(private page: Page) {}

  async lay() {
    await this.page.routeWebSocket(/\/direct\//, (line) => {
      if (!this.up) return void line.close({ code: 1013 });
      line.connectToServer();
      this.lines.push(line);
    });
  }

  async cut() {
    this.up = false;
    await this.page.context().setOffline(true);
    for (const line of this.lines.splice(0)) await line.close({ code: 1013 });
  }

  async mend() {
    this.up = true;
    await this.page.context().setOffline(false);
  }
}

test("a room follows the chair by itself: by keyboard, without a script, and without a network for a while @script @once", async ({ page, browser, baseURL }, info) => {
  test.slow();
  const somebody = (scripted = true) => another(browser, page, scripted, baseURL!);
  const [staff, chair, screen] = [await somebody(), await somebody(), page];
  await enter(staff, "rédaction");
  await enter(chair, "présidence");
  const sitting = await planned(staff, own("Séance suivie", info), false);
  await chair.goto(`${sitting}/pupitre`);
  await chair.getByRole("button", { name: "Ouvrir la séance" }).click();
  await chair.getByRole("button", { name: "Afficher un code à l’écran" }).click();
  await screen.goto(`${sitting}/ecran`);
  const code = (await screen.locator(".screen-code strong").innerText()).replace(/\D/g, "");

  const [keys, plain, wave] = [await somebody(), await somebody(false), await somebody()];
  const network = new Network(wave);
  await network.lay();
  for (const [voter, name] of [[keys, "Dahlia Fabre"], [plain, "Elouan Garnier"], [wave, "Flore Hamon"]] as const) {
    const email = `${own(name, info)}@suivie.example`.toLowerCase().normalize("NFD").replace(/[^a-z0-9@.]/g, "");
    await newcomer(voter, browser, own(name, info), email, voter !== plain, baseURL!);
    await voter.goto(sitting);
    await voter.getByLabel("Code affiché à l’écran").fill(code);
    await voter.getByLabel("Code affiché à l’écran").press("Enter");
    await expect(voter.getByText("vous êtes sur la feuille de présence")).toBeVisible();
  }
  await expect(screen.locator("footer"), "the screen knows who came").toContainText("3\u00a0voix");

  // From here on nobody asks for a page again but who has no script.
  const loads: string[] = [];
  for (const who of [keys, wave, screen]) who.on("framenavigated", () => loads.push(who.url()));
  await prepare(chair, "Adoption de la motion", "Public");
  await chair.getByRole("button", { name: "Ouvrir le vote" }).first().click();
  await expect(screen.locator(".screen-count")).toContainText("0\u00a0voix sur 3");
  await expect(keys.locator(".said")).toContainText("Vote ouvert");
  await expect(keys.locator("[data-scene=suivi]")).toMatchAriaSnapshot(`
    - heading "Adoption de la motion" [level=2]
    - paragraph: Vote ouvert
    - button "Voter pour"
    - button "Voter contre"
    - button "S’abstenir"
    - button "Ne pas prendre part au vote"
  `);

  const against = keys.getByRole("button", { name: "Voter contre", exact: true });
  for (let step = 0; step < 80 && !(await against.evaluate((button) => button === document.activeElement)); step++) await keys.keyboard.press("Tab");
  await expect(against).toBeFocused();
  await keys.keyboard.press("Enter");
  await expect(keys.getByRole("dialog")).toMatchAriaSnapshot(`
    - dialog "Confirmez votre vote":
      - heading "Confirmez votre vote" [level=2]
      - paragraph: /Voter contre, pour 1.voix\\./
      - button "Confirmer"
      - button "Choisir autrement"
  `);
  await clean(keys);
  await keys.keyboard.press("Escape");
  await expect(against, "whoever changes their mind is where they were").toBeFocused();
  await keys.keyboard.press("Enter");
  await expect(confirm(keys)).toBeFocused();
  await keys.keyboard.press("Enter");
  await expect(keys.getByRole("status").first()).toHaveText("C’est enregistré.");
  await expect(keys.locator(".own-votes")).toContainText("Vous avez choisi\u00a0: Contre.");
  await expect(screen.locator(".screen-count")).toContainText("1\u00a0voix sur 3");

  // One has no script: the same page, asked for again.
  await plain.getByRole("link", { name: "Actualiser" }).click();
  await plain.getByRole("button", { name: "Voter pour", exact: true }).click();
  await confirm(plain).click();
  await expect(plain.getByText("Votre vote est enregistré.")).toBeVisible();
  await expect(screen.locator(".screen-count")).toContainText("2\u00a0voix sur 3");
  await expect(chair.locator(".poll-count")).toContainText("2\u00a0voix sur 3");
  await expect(chair.getByText("1\u00a0voix sur 3 n’ont pas encore été données."), "what is left follows, too").toBeVisible();

  // One loses the network between the page and the ballot.
  await network.cut();
  await expect(wave.getByRole("status").first()).toContainText("Hors ligne");
  await wave.getByRole("button", { name: "Voter pour", exact: true }).click();
  await confirm(wave).click();
  await expect(wave.getByRole("status").first()).toContainText("Non transmis");
  await expect(wave.locator(".live-state"), "it is seen where one votes, however far down the page").toBeInViewport();
  await screen.reload();
  await expect(screen.locator(".screen-count"), "as before, and without the one that didn’t leave").toContainText("2\u00a0voix sur 3");
  await network.mend();
  await expect(wave.getByRole("status").first()).toHaveText("C’est enregistré.", { timeout: 30_000 });
  await expect(screen.locator(".screen-count")).toContainText("3\u00a0voix sur 3");

  await chair.getByRole("button", { name: "Clore le vote" }).click();
  await expect(keys.locator(".said")).toContainText("Vote clos");
  await expect(screen.locator(".screen-state")).toHaveText("Vote clos");
  await chair.getByRole("button", { name: "Proclamer le résultat" }).click();
  for (const verdict of [keys.locator(".verdict"), wave.locator(".verdict"), screen.locator(".screen-verdict")]) await expect(verdict).toHaveText("Adopté");
  await expect(keys.locator(".live-state"), "what was acknowledged is over").toBeEmpty();
  await expect(keys.locator(".polls"), "the list of votes follows, too").toContainText("Adopté");
  await expect(chair.getByRole("heading", { name: "Ensuite" })).toBeVisible();
  expect(loads, "only the screen was loaded again").toEqual([screen.url()]);
});
