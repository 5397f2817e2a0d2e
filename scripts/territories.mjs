// Trims the npm package @etalab/decoupage-administratif (MIT; data: INSEE and DGCL, Licence Ouverte 2.0) to what Plénière needs:
// the code, name, département, région and population of every commune, EPCI, département and région.
//
//   npm install --no-save @etalab/decoupage-administratif@6.0.0 && node scripts/territories.mjs > crates/territories/data/territories.tsv
//
// One line a territory, tab-separated: level, code, name, département, région, population. The level is the first letter of
// commune, epci, departement, region; an EPCI's département or région is left empty when its communes lie in several.
import { createRequire } from "node:module";
const require = createRequire(new URL("file://" + process.cwd() + "/"));
const read = (name) => require(`@etalab/decoupage-administratif/data/${name}.json`);

const communes = read("communes").filter((c) => c.type === "commune-actuelle");
const byCode = new Map(communes.map((c) => [c.code, c]));
const line = (...cells) => process.stdout.write(cells.map((cell) => cell ?? "").join("\t") + "\n");
const sum = (items) => items.reduce((total, item) => total + (item.population ?? 0), 0);
const one = (values) => { const distinct = [...new Set(values)]; return distinct.length === 1 ? distinct[0] : ""; };

for (const r of read("regions")) line("r", r.code, r.nom, "", r.code, sum(communes.filter((c) => c.region === r.code)) || "");
for (const d of read("departements")) line("d", d.code, d.nom, d.code, d.region, sum(communes.filter((c) => c.departement === d.code)) || "");
for (const e of read("epci")) {
  const members = e.membres.map((m) => byCode.get(m.code)).filter(Boolean);
  line("e", e.code, e.nom, one(members.map((m) => m.departement)), one(members.map((m) => m.region)), e.populationMunicipale);
}
for (const c of communes) line("c", c.code, c.nom, c.departement, c.region, c.population);
