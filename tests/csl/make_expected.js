// Writes awkward_names_expected.json: what citeproc-js makes of awkward_names.json.
// It wants Node.js and the package "citeproc" (npm install citeproc), and runs as: node tests/csl/make_expected.js
"use strict";
const CSL = require("citeproc");
const fs = require("fs");
const path = require("path");

const data = path.join(__dirname, "..", "..", "argmap", "csl", "data");
const items = JSON.parse(fs.readFileSync(path.join(__dirname, "awkward_names.json"), "utf8"));
const byId = new Map(items.map((item) => [item.id, item]));
const system = {
  retrieveLocale: () => fs.readFileSync(path.join(data, "locales", "locales-en-US.xml"), "utf8"),
  retrieveItem: (id) => structuredClone(byId.get(id)),
};

const expected = {};
for (const style of ["apa", "chicago-author-date", "modern-language-association"]) {
  const engine = new CSL.Engine(system, fs.readFileSync(path.join(data, "styles", `${style}.csl`), "utf8"), "en-US");
  engine.setOutputFormat("text");
  engine.updateItems(items.map((item) => item.id));
  const citations = {};
  const before = [];
  items.forEach((item, index) => {
    const citation = {
      citationID: item.id,
      citationItems: [{ id: item.id, locator: "3", label: "page" }],
      properties: { noteIndex: index + 1 },
    };
    for (const [, text, id] of engine.processCitationCluster(citation, before, [])[1]) citations[id] = text;
    before.push([item.id, index + 1]);
  });
  const [about, entries] = engine.makeBibliography();
  expected[style] = {
    citations,
    entries: about.entry_ids.map(([id], index) => [id, entries[index].trim()]),
  };
}
const file = path.join(__dirname, "awkward_names_expected.json");
fs.writeFileSync(file, JSON.stringify(expected, null, 1) + "\n");
