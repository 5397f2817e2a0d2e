// Lighthouse's judgement of what doesn't depend on the machine's speed. Its performance is a time: `make bench` has those.
import { chromium, expect, test } from "@playwright/test";
import { createServer, type AddressInfo } from "node:net";
import lighthouse from "lighthouse";
import { pages } from "./pages";

const LEAST = 95;
const categories = ["accessibility", "best-practices", "seo"];
const judged = ["accueil", "contributions", "contribution", "thème", "motion", "fichiers"];

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

for (const name of judged) {
  test(`Lighthouse finds « ${name} » in order @script @once`, async ({ baseURL }, info) => {
    test.slow(); // a whole audit, while the other worker drives a browser too
    const { launchOptions } = info.project.use;
    const port = await freePort();
    const browser = await chromium.launch({ ...launchOptions, args: [...(launchOptions?.args ?? []), `--remote-debugging-port=${port}`] });
    try {
      const result = await lighthouse(new URL(pages[name], baseURL).href, { port, onlyCategories: categories, logLevel: "error", output: "json" });
      const report = result!.lhr;
      const faults = Object.values(report.audits).filter(({ score }) => score !== null && score < 1).map(({ title }) => title);
      for (const category of categories) {
        const score = Math.round((report.categories[category].score ?? 0) * 100);
        console.log(`${name}, ${category}: ${score}`, score < 100 ? faults : "");
        expect(score, `${category}: ${faults.join(" · ")}`).toBeGreaterThanOrEqual(LEAST);
      }
    } finally {
      await browser.close();
    }
  });
}
