// A badge: staff prints it, the door activates it, a phone that knows nobody scans it and is signed in.
import { expect, test, type Page } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { add, another, congress, enter, own } from "./people";
import { sound } from "./sound";

/** Clicks what answers by a PDF; the addresses of the badges on it. */
async function printed(page: Page, button: string): Promise<string[]> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).first().click();
  const path = await (await download).path();
  const words = execFileSync("pdftotext", ["-raw", path, "-"], { encoding: "utf8" });
  return [...words.matchAll(/\/badge\/[0-9a-z-]{19}/g)].map(([address]) => address);
}

test("a badge signs a phone in once the desk activated it", async ({ page, browser, javaScriptEnabled, baseURL }, info) => {
  const scripted = javaScriptEnabled ?? true;
  const name = own("Maïwenn Le Floc’h", info);
  await enter(page, "rédaction");
  await add(page, name, `${name.replace(/\W/g, "").toLowerCase()}@badge.example`);
  await page.goto(`${congress}/seances`);
  await page.locator(".sittings a").first().click();
  const sitting = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "Badges" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Badges");
  await sound(page, "badges", scripted);

  const door = `${sitting}/accueil?nom=${encodeURIComponent(name)}`;
  await page.goto(door);
  await page.getByText("pas de badge").click();
  await sound(page, "door", scripted);
  const [address, ...others] = await printed(page, `Imprimer un badge : ${name}`);
  expect(others).toEqual([]);

  const phone = await another(browser, page, scripted, baseURL!);
  await phone.goto(address);
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Ce badge sera activé à l’accueil");
  await sound(phone, "waiting", scripted);

  await page.goto(door);
  await page.getByRole("button", { name: `Entre : ${name}` }).click();
  await expect(page.getByText("badge actif jusqu’à")).toBeVisible();
  await phone.getByRole("button", { name: "Recharger" }).click();
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText(`Bonjour ${name}`);
  await sound(phone, "badge", scripted);
  await phone.getByRole("button", { name: `Entrer en tant que ${name}` }).click();
  await expect(phone).toHaveURL(new RegExp(`${sitting}$`));
  await expect(phone.getByRole("link", { name })).toBeVisible();

  // The phone is lost: another badge, and the one before opens nothing more.
  await page.getByText("badge actif jusqu’à").click();
  await page.getByLabel(/^Déconnecter aussi le téléphone/).check();
  const [again] = await printed(page, `Imprimer un autre badge : ${name}`);
  await phone.goto(address);
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Ce badge ne connecte plus");
  await expect(phone.getByRole("link", { name })).toHaveCount(0);
  await phone.goto(again);
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Ce badge sera activé à l’accueil");
  await phone.context().close();
});
