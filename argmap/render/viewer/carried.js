// What the page carries as text, for readers without scripts: parts of it are built when they are to be seen.
import { byId } from "./dom.js";

/** Take a text out of the page, which needs it no more. */
export function taken(name) {
  const carrier = byId(name);
  carrier.remove();
  return carrier.textContent;
}

/** Build elements from markup that argmap wrote; the page's policy lets nothing in it run. */
export function built(markup) {
  const template = document.createElement("template");
  template.innerHTML = markup;
  return template.content.firstElementChild;
}

const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#34;": '"', "&#39;": "'", "&#x27;": "'" };

/** Read a text out of markup. */
export const unescaped = (markup) => markup.replace(/&(?:amp|lt|gt|quot|#34|#39|#x27);/g, (entity) => ENTITIES[entity]);

/** Cut out an element that begins at a place; elements of its kind may stand within it. */
export function cutOut(text, from, tag) {
  const ends = new RegExp(`<(/?)${tag}\\b[^>]*?(/?)>`, "g");
  ends.lastIndex = from;
  let depth = 0;
  for (let found = ends.exec(text); found; found = ends.exec(text)) {
    if (!found[2]) depth += found[1] ? -1 : 1;
    if (depth === 0) return text.slice(from, ends.lastIndex);
  }
  return text.slice(from);
}
