// Two widths, with and without JavaScript, in Debian's Chromium, against the server that scripts/journeys.sh started.
import { defineConfig } from "@playwright/test";

const url = process.env.PLENIERE_URL;
if (!url) throw new Error("PLENIERE_URL is missing: run scripts/journeys.sh, which starts a server of its own");

const screens = [
  { name: "large", viewport: { width: 1280, height: 900 } },
  { name: "étroit", viewport: { width: 320, height: 720 } },
];

export default defineConfig({
  testDir: "journeys",
  outputDir: "results",
  // Two cores serve the pages and drive the browsers.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: url,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    launchOptions: {
      executablePath: process.env.PLENIERE_CHROMIUM || "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
  // @script needs JavaScript; @once looks the same at every width.
  projects: screens.flatMap(({ name, viewport }, rank) => [
    { name, grepInvert: rank > 0 ? /@once/ : undefined, use: { viewport } },
    { name: `${name}, sans JavaScript`, grepInvert: /@script/, use: { viewport, javaScriptEnabled: false } },
  ]),
});
