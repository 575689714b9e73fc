// The drawing that the page carries: its boxes are measured at once, and built when they are to be seen.
import { built, cutOut, unescaped } from "./carried.js";

const BOX = /<g id="([^"]*)" class="[^"]*\bstatement"[^>]*>\s*<rect class="ring"([^>]*?)\/?>/g;
const SIDE = /\b(x|y|width|height)="([^"]*)"/g;

/**
 * Read a drawing.
 * @param {string} text the markup
 * @returns {{svg: SVGSVGElement, items: Map<string, object>}} an empty picture, and of each box its `ring`, which
 *     says where it was drawn, and what builds its `group`
 */
export function readDrawing(text) {
  const svg = built(`${text.slice(text.indexOf("<svg"), text.indexOf(">") + 1)}</svg>`);
  return { svg, items: readBoxes(text) };
}

/** Read the boxes in markup: of each its `ring` and what builds its `group`, by its id. */
export function readBoxes(text) {
  const items = new Map();
  for (const { 1: id, 2: sides, index } of text.matchAll(BOX)) {
    const ring = Object.fromEntries([...sides.matchAll(SIDE)].map(([, side, number]) => [side, Number(number)]));
    items.set(unescaped(id), new Item(ring, () => cutOut(text, index, "g")));
  }
  return items;
}

const DRAWN = '<g class="drawn">';

/** A box: its elements are made when they are first asked for, and what only a whole box shows when that is. */
class Item {
  #group = null;
  #drawn = null;
  #markup;

  constructor(ring, markup) {
    this.ring = ring;
    this.#markup = markup;
  }

  get group() {
    if (!this.#group) {
      this.#group = built(`<svg>${this.#markup().split(DRAWN, 1)}</g></svg>`).firstElementChild;
      this.frame = this.#group.firstElementChild;
    }
    return this.#group;
  }

  get drawn() {
    if (!this.#drawn) {
      const markup = this.#markup();
      this.#drawn = built(`<svg>${cutOut(markup, markup.indexOf(DRAWN), "g")}</svg>`).firstElementChild;
    }
    return this.#drawn;
  }

  /** Take away what a whole box shows. */
  undress() {
    this.#drawn?.remove();
  }

  get isBuilt() {
    return this.#group !== null;
  }

  /** Take the place of a box that looked otherwise, in its element. */
  standFor(old) {
    const { group } = old;
    for (const name of ["class", "aria-label"]) group.setAttribute(name, this.group.getAttribute(name));
    group.replaceChildren(...this.group.children);
    this.#group = group;
  }
}
