// Building elements. Text goes in as text: nothing here reads markup.

export const byId = (name) => document.getElementById(`ui:${name}`);

/**
 * Make an element.
 * @param {string} tag
 * @param {Object<string, *>} attributes `onclick` and the like are listeners; null, false and undefined are left out.
 * @param {...(Node|string|null|false|undefined|Array)} content
 */
export function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...content.flat(9).filter((part) => part || part === 0));
  return element;
}

/** Make an element that holds words of the map, in whatever direction they run. */
export const words = (tag, attributes, text) => text && make(tag, { dir: "auto", ...attributes }, text);

const RIGHT_TO_LEFT = /^\P{L}*[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}]/u;

/** Tell in which direction a text runs, for an element around others that find their own: of these it learns nothing. */
export const directionOf = (text) => (RIGHT_TO_LEFT.test(text ?? "") ? "rtl" : null);

/** Make an element for each paragraph of words of the map; blank lines part them. */
export const paragraphs = (attributes, text) => text && partsOf(text).map((part) => words("p", attributes, part));

/** Part a text at its blank lines. */
export const partsOf = (text) => text.split(/(?:\r?\n[^\S\n]*){2,}/);

/** Write a number: `1,234`. */
export const figures = new Intl.NumberFormat("en").format;

/** Count things: `1 claim`, `2 claims`. */
export const count = (number, one, many = `${one}s`) =>
  `${figures(number)} ${number === 1 ? one : many}`;

/** Join parts as a sentence does: `one, two and three`. */
export const andList = (parts) =>
  parts.map((part, index) => [index > 0 && (index < parts.length - 1 ? ", " : " and "), part]);

/** Tell whether the reader has a mouse or the like. */
export const isPointing = () => matchMedia("(hover: hover)").matches;

/** Tell whether moving things should be still. */
export const prefersStillness = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
