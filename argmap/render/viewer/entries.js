// The outline that the page carries: its entries are known at once, and built tree by tree when they are to be seen.
import { built, cutOut, unescaped } from "./carried.js";

const TAGS = /<(\/?)(section|li)\b([^>]*)>/g;
const KEY = /\bdata-key="([^"]*)"/;

/**
 * Read an outline.
 * @param {string} text its markup: sections of nested lists
 * @returns {{sections: object[], entries: object[]}} the sections, each an empty `element` with its `trees`; and of
 *     all entries, each after that above it, the `key`, whether its statement is told `isElsewhere`, the `tree`, and
 *     once that is built the `item`, `details` and `link`
 */
export function readOutline(text) {
  const sections = [];
  const entries = [];
  const open = [];
  let heads = "";
  for (const { 0: tag, 1: isEnd, 2: name, 3: attributes, index } of text.matchAll(TAGS)) {
    if (name === "section") {
      if (isEnd) continue;
      sections.push({ element: null, trees: [] });
      heads += `${text.slice(index, text.indexOf("<ul>", index))}<ul></ul></section>`;
    } else if (isEnd) open.pop();
    else {
      const above = open.at(-1) ?? null;
      const tree = above?.tree ?? treeAt(text, index, sections.at(-1));
      const isElsewhere = attributes.includes('class="elsewhere"');
      const entry = { key: unescaped(KEY.exec(tag)[1]), above, tree, isElsewhere, item: null, details: null, link: null };
      tree.entries.push(entry);
      entries.push(entry);
      open.push(entry);
    }
  }
  const { children } = built(`<div>${heads}</div>`);
  sections.forEach((section, at) => {
    section.element = children[at];
    section.element.lastElementChild.append(...section.trees.map((tree) => tree.shell));
  });
  return { sections, entries };
}

function treeAt(text, from, section) {
  const shell = document.createElement("li");
  const tree = { section, shell, entries: [], isBuilt: false, build };
  section.trees.push(tree);

  /** Put the tree in the place that was kept for it. */
  function build() {
    tree.isBuilt = true;
    const top = built(cutOut(text, from, "li"));
    const items = [top, ...top.querySelectorAll("li")];
    tree.entries.forEach((entry, at) => {
      entry.item = items[at];
      entry.details = items[at].querySelector(":scope > details");
      entry.link = items[at].querySelector(":scope > .entry > a");
    });
    top.hidden = shell.hidden;
    shell.replaceWith(top);
    tree.shell = top;
  }

  return tree;
}
