// A tab that is still open when the call closes, against a demonstration of its own: nobody else's call is closed.
import { expect, test, type Page } from "@playwright/test";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { congress } from "./people";

const text = (page: Page) => page.getByLabel("Votre texte", { exact: true });
const send = (page: Page) => page.getByRole("button", { name: "Envoyer", exact: true });

/** Serves a demonstration; gives the personal link of its scribe, and what ends its call so many minutes ago. */
async function demonstration() {
  const folder = mkdtempSync(join(tmpdir(), "pleniere-"));
  const binary = join(process.env.CARGO_TARGET_DIR!, "debug/pleniere");
  const server = spawn(binary, ["demo", "--port", "0", "--dir", join(folder, "demo")], { stdio: ["ignore", "pipe", "ignore"] });
  const link = await new Promise<string>((done, failed) => {
    let said = "";
    server.on("exit", () => failed(new Error("the demonstration stopped")));
    server.stdout.on("data", (bytes) => {
      said += bytes;
      const found = said.match(/(http:\S+\/entrer\/\S+)[^\n]*\(rédaction\)/)?.[1];
      if (found) done(found);
    });
  });
  const close = (minutes: number) => {
    const sql = `UPDATE phase SET ends_at = ${(Date.now() - minutes * 60_000) * 1_000} WHERE kind = 'appel'`;
    execFileSync("python3", ["-c", "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], timeout=20); c.execute(sys.argv[2]); c.commit()", join(folder, "demo", "pleniere.db"), sql]);
  };
  const stop = () => {
    server.removeAllListeners("exit");
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  return { link, close, stop };
}

test("a tab left open when the call closes sends within the grace, and keeps its words after it @once", async ({ page }) => {
  const { link, close, stop } = await demonstration();
  try {
    const at = new URL(congress, link).href;
    await page.goto(link);
    await page.getByRole("button", { name: /^Entrer en tant que/ }).click();
    await page.goto(`${at}/ecrire`);
    await text(page).fill("Commencé avant la clôture, et envoyé juste après.");
    const late = await page.context().newPage();
    await late.goto(`${at}/ecrire`);
    await text(late).fill("Commencé avant la clôture, et envoyé bien trop tard.");
    close(0);
    const fresh = await page.context().newPage();
    await fresh.goto(`${at}/ecrire`);
    await expect(fresh.getByRole("heading", { level: 1 })).toHaveText("L’appel à idées est clos");
    await send(page).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("C’est reçu");
    close(24 * 60);
    await send(late).click();
    await expect(late.getByText("Votre texte n’a pas été transmis.")).toBeVisible();
    await expect(late.getByLabel("Votre texte, à copier")).toHaveValue(/envoyé bien trop tard/);
    await late.goto(`${at}/moi`);
    await expect(late.getByText("envoyé bien trop tard").first()).toBeVisible();
    await expect(late.getByRole("heading", { level: 2, name: /C-\d{4}/ })).toHaveCount(1);
  } finally {
    stop();
  }
});
