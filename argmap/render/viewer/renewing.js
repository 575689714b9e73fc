// Another version of the map in the place of the one that is shown; the reader's view of it stays as it is.
import { indexed } from "./document.js";
import { byId } from "./dom.js";
import { readBoxes } from "./drawing.js";
import { inPage } from "./main.js";
import { FACETS, valuesOf } from "./selecting.js";

const newColours = new CSSStyleSheet();
/** The statements as they came, by their ids; the map's own are indexed. */
let asTheyCame = null;
/** What the filters list. */
let facets = null;

/**
 * Replace the map that the page shows.
 * @param {{data: object, boxes: Object<string, string>, lines: string, title: string,
 *     language: ?string, rules: ?string, changed: string[]}} next its document; the drawings of boxes that look otherwise; the
 *     part of the help on lines, the map's title and language, and the style rules; and which statements are others than before
 */
export function replaceMap(next) {
  const { map, first, steps, scene, camera, picture } = inPage;
  complete(next.data);
  const anchor = camera.isFitted ? null : anchorIn(new Set(asTheyCame.keys()));
  const kept = keptPlaces();
  const wasAllFolded = map.parents.length > 0 && map.parents.every((key) => steps.state.folded.has(key));
  facets ??= facetsOf(map);
  Object.assign(map, indexed({ ...next.data, statements: next.data.statements.map((one) => ({ ...one })) }));
  dress(next);
  redraw(next);
  scene.regraph();
  if (facets !== (facets = facetsOf(map))) inPage.refilter();
  Object.assign(first, inPage.beginning());
  steps.amend((state) => carriedOver(state, state === steps.state && wasAllFolded));
  // While things are laid out, the picture marks again what it marked last; that may be gone.
  picture.mark(steps.state);
  inPage.update(steps.state);
  if (!scene.hold(anchor)) scene.fit();
  picture.mark(steps.state);
  kept.restore();
}

const keptById = (records) => new Map(records.map((record) => [record.id, record]));

/** Put the statements in that are as before, for which only their ids came. */
function complete(data) {
  asTheyCame ??= keptById(JSON.parse(byId("data").textContent).statements);
  data.statements = data.statements.map((one) => (typeof one === "string" ? asTheyCame.get(one) : one));
  asTheyCame = keptById(data.statements);
}

/** Give all that filters are made of in one text, to tell whether it is another. */
function facetsOf(map) {
  const used = new Set(
    [...map.statements.values()].flatMap((one) => [
      one.inferred,
      ...FACETS.flatMap((facet) => [false, true].flatMap((inferred) => valuesOf(one, facet, inferred).map((value) => `${facet} ${value}`))),
    ]),
  );
  const named = [map.people, map.sources, map.tags].map((things) => [...things.values()].map(({ id, name, title, voice }) => [id, name, title, voice]));
  return JSON.stringify([[...used].sort(), named, map.inferred, map.parents.length > 0]);
}

/** Say what a state means in the map as it is now. */
function carriedOver(state, wasAllFolded) {
  const { map } = inPage;
  const { thing, id } = state.view;
  const isThing = { statement: map.statements, person: map.people, source: map.sources, tag: map.tags }[thing]?.has(id);
  let chosen = state.view;
  if (thing === "nothing" && map.statements.has(id)) chosen = { thing: "statement", id };
  else if (thing !== "overview" && thing !== "nothing" && !isThing) chosen = { thing: "nothing", id };
  // What a set of folds leaves is remembered for that set; in another map it leaves something else.
  const folded = new Set(wasAllFolded ? map.parents : state.folded);
  const only = map.statements.has(state.only) ? state.only : null;
  return { ...state, view: chosen, folded, only, inferred: state.inferred && map.inferred };
}

/** Find the statement that is to stay where it is on the screen: the chosen one, else the one in the middle. */
function anchorIn(keys) {
  const { view, steps, scene, camera, picture } = inPage;
  const { thing, id } = steps.state.view;
  const sees = (key) => picture.boxes.has(key) && keys.has(key) && camera.sees(picture.boxes.get(key));
  if (thing === "statement" && sees(id)) return id;
  const middle = scene.nearestTo(view.clientWidth / 2, view.clientHeight / 2);
  return keys.has(middle) ? middle : [...picture.boxes.keys()].find(sees);
}

/** Give the page the words and colours that stand around the picture. */
function dress({ title, language, lines, rules }) {
  const heading = document.querySelector(".bar h1");
  heading.textContent = title;
  for (const place of [heading, byId("outline"), byId("page")]) {
    if (language) place.lang = language;
    else place.removeAttribute("lang");
  }
  document.querySelector(".keys .key")?.remove();
  byId("keys-title").after(...elementsOf(lines));
  if (rules === null) return;
  newColours.replaceSync(rules);
  if (!document.adoptedStyleSheets.includes(newColours)) document.adoptedStyleSheets.push(newColours);
}

/** Show another outline, in the same place. */
export function replaceOutline(markup) {
  const kept = keptPlaces();
  const nav = byId("outline");
  nav.replaceChildren(nav.querySelector(".outline-head"));
  inPage.reoutline(markup);
  kept.restore();
}

/** Draw the boxes that look otherwise; those that were there keep their elements, and with them the focus. */
function redraw({ data, boxes, changed }) {
  const ids = data.statements.map((one) => one.id);
  inPage.picture.exchange(ids, readBoxes(Object.values(boxes).join("\n")), new Set(changed));
}

const elementsOf = (markup) => [...new DOMParser().parseFromString(markup, "text/html").body.children];

/** Remember what a reader has scrolled to, opened and focused in the parts that are built anew. */
function keptPlaces() {
  const scrolled = ["panel", "side"].map((name) => [byId(name), byId(name).scrollTop]);
  const open = new Map(summaries().map((details) => [nameOfDetails(details), details.open]));
  const focused = document.activeElement;
  const room = focused?.closest?.("#ui\\:filters, #ui\\:outline, #ui\\:page");
  return {
    restore() {
      for (const details of summaries()) {
        const wasOpen = open.get(nameOfDetails(details));
        if (wasOpen !== undefined) details.open = wasOpen;
      }
      // What is at the top stays there, and even setting that makes the browser lay out all of the page.
      for (const [element, top] of scrolled) if (top) element.scrollTop = top;
      // Others may have put something into the new parts first.
      if (room && !document.contains(focused)) queueMicrotask(() => alikeIn(room, focused)?.focus({ preventScroll: true }));
    },
  };
}

/** Find what says and does the same as an element that is gone. */
const alikeIn = (room, gone) => [...room.querySelectorAll(gone.tagName)].find((one) => saidBy(one) === saidBy(gone));

const saidBy = (element) => `${element.getAttribute("href")} ${element.textContent.replace(/\d+/g, "")}`;

const summaries = () => [...byId("filters").querySelectorAll("details")];
const nameOfDetails = (details) => details.querySelector("summary").textContent.replace(/ \(\d+\)$/, "");
