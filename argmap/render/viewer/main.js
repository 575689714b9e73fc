// The page comes to life.
import { absolute, addressOf, OVERVIEW, readAddress, readState } from "./address.js";
import { countFolded, countFolding, unfolded } from "./branches.js";
import { makeCamera } from "./camera.js";
import {
  copied,
  copyFrom,
  isPhone,
  watchDrawer,
  watchHelp,
  watchHints,
  watchScheme,
} from "./chrome.js";
import { watchClicks } from "./clicks.js";
import { isThere, readMap } from "./document.js";
import { byId } from "./dom.js";
import { makeFilters } from "./filters.js";
import { makeFraming } from "./framing.js";
import { watchGestures } from "./gestures.js";
import { watchKeys } from "./keyboard.js";
import { makeOutline } from "./outline.js";
import { makePanel } from "./panel.js";
import { markdownOf } from "./markdown.js";
import { makePicture, neighbours } from "./picture.js";
import { keptPlace, watchPlaces } from "./places.js";
import { watchPrinting } from "./printing.js";
import { save } from "./saving.js";
import { makeSearch } from "./search.js";
import { foundWords, isNarrowed, matching, membersOf } from "./selecting.js";
import { painted, snapshot } from "./snapshot.js";
import { watchSheet } from "./sheet.js";
import { makeSteps } from "./steps.js";
import { makeMenu } from "./menu.js";
import { nextOne, wayOf } from "./walking.js";

const STEP = 60;
const ZOOM = 1.4;

const map = readMap();
const view = byId("view");
const svg = byId("picture");
const sheet = { x: 0, y: 0, width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height };
const camera = makeCamera(view, byId("sheet"), sheet);
const picture = makePicture(map, svg);
const framing = makeFraming(map, camera, picture, sheet);
const outline = makeOutline(map, byId("outline"));
const first = { view: OVERVIEW, query: "", filters: {}, folded: new Set(), inferred: map.inferred };
const asked = readState(map, location.hash, first);
const steps = makeSteps(asked.state, keptPlace().depth);
const spotAtFirst = keptPlace().spot ?? asked.spot;
const places = watchPlaces(map, steps, { first, camera, open: openAddress });
const filters = makeFilters(map, steps);
const search = makeSearch(map, {
  search: (query) => steps.take({ query }, { kind: "search" }),
  open: (id) => {
    if (drawer.isOver()) drawer.close();
    choose({ thing: "statement", id });
  },
});
const panel = makePanel(map, {
  fold,
  reveal: () => showChosen(),
  close: () => choose(OVERVIEW),
  copyLink: (thing, button) => copyFrom(button, absolute(addressOf(map, thing))),
  copyText: (text, button) => copyFrom(button, text),
  beside: (id) =>
    outline.beside(id, (key) => isThere(map, key, steps.state.inferred) && (!found || found.has(key))),
  open: (id) => choose({ thing: "statement", id }),
  sizeOf,
});
const menu = makeMenu([
  ["Copy link to this view", () => copied(absolute(places.address(true)))],
  ["Copy selection as Markdown", () => copied(asMarkdown())],
  ["Save selection as Markdown", () => save(asMarkdown(), "md", "text/markdown")],
  ["Save view as SVG", () => save(snapshot(svg, view, document.title), "svg", "image/svg+xml")],
  ["Save view as PNG", async () => save(await painted(snapshot(svg, view, document.title)), "png", "image/png")],
  ["Print or save as PDF", () => setTimeout(print)],
]);
const drawer = watchDrawer(asked.state.view.thing !== "overview" || location.hash.includes("?"), keepFitted);
watchSheet(() => camera.isMoved || showChosen({ still: true }));
const help = watchHelp();
let shown = new Set();
let found = null;

/** Count the statements that a branch hides, or would hide. */
function sizeOf(key) {
  const countBelow = steps.state.folded.has(key) ? countFolded : countFolding;
  return countBelow(map, steps.state, shown, key);
}

/** Write the selection: what is chosen, else what is found, else all that is shown. */
function asMarkdown() {
  const { view: chosen } = steps.state;
  const near = () => [chosen.id, ...[...neighbours(map, chosen.id)].filter((key) => key !== chosen.id)];
  const keys = chosen.thing === "statement" ? near() : membersOf(map, steps.state).map((one) => one.id);
  const selected = keys.length ? keys : [...(found ?? shown)];
  return markdownOf(
    map,
    selected.filter((key) => isThere(map, key, steps.state.inferred)),
    steps.state,
  );
}

/** Bring the whole page up to a state. */
function update(state, before, how = {}) {
  shown = unfolded(map, state.folded, state.inferred);
  found = isNarrowed(state) ? matching(map, state) : null;
  picture.update(state, shown, found);
  outline.update(state, found);
  panel.update(state, before);
  const words = foundWords(map, state, found);
  filters.update(state, found, words);
  search.update(state, found, words);
  byId("undo").disabled = !steps.canUndo();
  const isReading = state.view.thing !== "overview";
  document.documentElement.classList.toggle("reading", isReading);
  if (!before) return;
  const spot = how.isBack && places.spot();
  if (spot) return spot.isFitted ? fitShown() : camera.look(spot);
  const isOther = before.folded !== state.folded || before.inferred !== state.inferred;
  if (isOther) framing.refit(shown);
  const isSought = before.query !== state.query || before.filters !== state.filters;
  if (isSought && found) framing.search(found, shown);
  if (before.view !== state.view) follow(state.view, how);
}

/** Let the picture follow what is chosen. */
function follow(chosen, { inPicture = false }) {
  if (!inPicture) showChosen();
  else if (chosen.thing === "statement") camera.follow(picture.boxes.get(chosen.id));
}

const showChosen = (options) => framing.show(steps.state, shown, options);
const fitShown = () => framing.fit(shown);

function keepFitted() {
  if (camera.isFitted) camera.fit({ still: true });
}

const closer = () => camera.zoom(ZOOM);
const farther = () => camera.zoom(1 / ZOOM);

/** Choose a thing; a statement inside a folded branch unfolds what hides it. */
function choose(chosen, how) {
  const { view: current, folded } = steps.state;
  if (current.thing === chosen.thing && current.id === chosen.id) return;
  const isStatement = chosen.thing === "statement";
  const inferred = steps.state.inferred || (isStatement && !isThere(map, chosen.id, false));
  const hidden = isStatement && !unfolded(map, folded, inferred).has(chosen.id);
  steps.take({ view: chosen, inferred, folded: hidden ? new Set() : folded }, how);
}

const chooseBox = (id) => choose({ thing: "statement", id }, { inPicture: true });

function fold(key) {
  const folded = new Set(steps.state.folded);
  if (!folded.delete(key)) folded.add(key);
  if (steps.state.folded.has(key) || sizeOf(key)) steps.take({ folded });
}

/** Go one step back: first close what lies over the picture, then undo. */
function back() {
  for (const layer of [menu, search]) if (layer.isOpen()) return layer.close();
  if (drawer.isOver()) return drawer.close();
  const inPicture = Boolean(document.activeElement?.closest?.(".statement"));
  if (!steps.undo({ inPicture })) return history.back();
  const { thing, id } = steps.state.view;
  if (inPicture && thing === "statement" && shown.has(id)) picture.focus(id);
}

/** Walk to another box; with Shift, or where nothing is chosen, move the picture. */
function walk(event, here) {
  const [right, down] = wayOf(event.key);
  if (event.shiftKey || !here) return camera.moveBy(-right * STEP, -down * STEP);
  const isOpen = (id) => shown.has(id) && (!found || found.has(id));
  const next = nextOne(map, picture.boxes, here, event.key, isOpen);
  if (!next) return;
  picture.focus(next);
  steps.take({ view: { thing: "statement", id: next } }, { kind: "walk", inPicture: true });
}

function read(id, isLeaving) {
  chooseBox(id);
  if (isLeaving) panel.focus();
}

/** Go where a link within the page leads. */
function goTo(address) {
  if (address === "#ui:picture") {
    if (drawer.isOver()) drawer.close();
    return picture.enter();
  }
  if (address === "#ui:outline") {
    drawer.open();
    return byId("outline").focus();
  }
  if (drawer.isOver()) drawer.close();
  return choose(readAddress(map, address));
}

/** Open an address that somebody typed: of a thing, which leaves the rest as it is, or of a whole view. */
function openAddress(hash) {
  const { state, spot } = readState(map, hash, first);
  if (!hash.includes("?")) return choose(state.view, { isBrowser: true });
  steps.take(state, { isBrowser: true });
  if (spot) camera.look(spot);
}

watchClicks({
  box: chooseBox,
  boxTwice: () => showChosen(),
  badge: fold,
  branch: (key) => found || fold(key),
  link: goTo,
});

search.watch(() => steps.state.view.id);
for (const name of ["fold", "unfold"]) byId(name).hidden = !outline.parents.length;
byId("fold").addEventListener("click", () => steps.take({ folded: new Set(outline.parents) }));
byId("unfold").addEventListener("click", () => steps.take({ folded: new Set() }));
byId("undo").addEventListener("click", back);
byId("closer").addEventListener("click", closer);
byId("farther").addEventListener("click", farther);
byId("fit").addEventListener("click", fitShown);

watchKeys(
  help,
  {
    "+": closer,
    "=": closer,
    "-": farther,
    0: fitShown,
    "/": () => {
      if (!isPhone()) drawer.open();
      byId("search").focus();
    },
    "?": help.open,
    f: (here) => {
      const { thing, id } = steps.state.view;
      if (here || thing === "statement") fold(here ?? id);
    },
  },
  { back, walk, read },
);
watchScheme();
watchPrinting(svg, view);
watchHints(map, view);
watchGestures(view, camera);
new ResizeObserver(keepFitted).observe(view);
steps.onChange(update);
update(steps.state, null);
framing.fit(shown);
camera.fit({ still: true });
if (spotAtFirst && !spotAtFirst.isFitted) camera.look(spotAtFirst, { still: true });
else showChosen({ still: true });
document.documentElement.classList.add("ready");
