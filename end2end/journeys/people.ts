// People of the demonstration, and others that a journey adds for itself.
import { expect, type Browser, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";

export const congress = "/congres/demonstration";

/** The personal link that the demonstration printed for a role. */
export function link(role: string): string {
  const lines = readFileSync(process.env.PLENIERE_LINKS!, "utf8").split("\n");
  const found = lines.find((line) => line.includes("/entrer/") && line.includes(`(${role})`));
  if (!found) throw new Error(`no link for ${role}`);
  return new URL(found.split(/\s/)[0]).pathname;
}

export async function enter(page: Page, role: string) {
  await page.goto(link(role));
  await page.getByRole("button", { name: /^Entrer en tant que/ }).click();
}

/** Somebody else, with a browser of their own and the same settings. */
export async function another(browser: Browser, page: Page, javaScriptEnabled: boolean, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ viewport: page.viewportSize(), javaScriptEnabled, baseURL, locale: "fr-FR" });
  return context.newPage();
}

/** Adds a person at that address and gives the address of their page. */
export async function add(page: Page, name: string, email: string): Promise<string> {
  await page.goto(`${congress}/redaction/membres/nouveau`);
  await page.getByLabel("Prénom et nom").fill(name);
  await page.getByLabel("Collège").selectOption({ label: "Élues et élus" });
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  return new URL(page.url()).pathname;
}

/** A name that no other run of this journey has. */
export const own = (name: string, info: { project: { name: string }; repeatEachIndex: number }) =>
  `${name} ${info.project.name.replace(/[^a-zé]/gi, "")}${info.repeatEachIndex || ""}`;

/** A member without a role whom nobody else plays, signed in with a code that staff dictated. */
export async function newcomer(page: Page, browser: Browser, name: string, email: string, javaScriptEnabled: boolean, baseURL: string) {
  const staff = await another(browser, page, javaScriptEnabled, baseURL);
  await enter(staff, "rédaction");
  await add(staff, name, email);
  await staff.getByRole("button", { name: "Donner un code à dicter" }).click();
  const digits = await staff.locator(".code-digits").innerText();
  await staff.context().close();
  await page.goto(`${congress}/connexion`);
  await page.getByLabel("Votre adresse électronique ou votre numéro de membre").fill(email);
  await page.getByLabel("Les six chiffres").fill(digits);
  await page.getByRole("button", { name: "Entrer", exact: true }).click();
  await expect(page.getByRole("link", { name })).toBeVisible();
}
