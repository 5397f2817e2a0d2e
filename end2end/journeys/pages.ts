// The addresses of the demonstration that several journeys look at.
import type { Page } from "@playwright/test";

const congress = "/congres/demonstration";

export const pages: Record<string, string> = {
  accueil: congress,
  contributions: `${congress}/contributions`,
  recherche: `${congress}/contributions?q=fibre`,
  "recherche vaine": `${congress}/contributions?q=xylophone`,
  contribution: `${congress}/contributions/C-0001`,
  thèmes: `${congress}/themes`,
  thème: `${congress}/themes/1`,
  arbre: `${congress}/arbre`,
  carte: `${congress}/carte`,
  "carte demandée": `${congress}/carte?q=fibre&type=idee`,
  analyses: `${congress}/analyses`,
  analyse: `${congress}/analyses/1`,
  "signaux faibles": `${congress}/signaux-faibles`,
  "non rapprochés": `${congress}/non-rapproches`,
  motion: `${congress}/motion`,
  fichiers: `${congress}/telechargements`,
  aide: "/aide",
  accessibilité: "/accessibilite",
  mentions: "/mentions-legales",
  introuvable: `${congress}/contributions/C-9999`,
};

/** Every request that leaves the page's own server. */
export function strangers(page: Page, base: string): string[] {
  const found: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith("data:")) found.push(request.url());
  });
  return found;
}
