// The page comes to life.
import { absolute, addressOf, OVERVIEW, readAddress, readState } from "./address.js";
import { argumentOf, countFolded, countFolding, openedFor, unfolded } from "./branches.js";
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
import { taken } from "./carried.js";
import { isThere, readMap } from "./document.js";
import { byId } from "./dom.js";
import { readDrawing } from "./drawing.js";
import { makeFilters } from "./filters.js";
import { makeFraming } from "./framing.js";
import { watchGestures, watchSize } from "./gestures.js";
import { watchKeys } from "./keyboard.js";
import { makeOutline } from "./outline.js";
import { makePane } from "./pane.js";
import { makePanel } from "./panel.js";
import { markdownOf } from "./markdown.js";
import { makePicture, neighbours } from "./picture.js";
import { keptPlace, watchPlaces } from "./places.js";
import { watchPrinting } from "./printing.js";
import { save } from "./saving.js";
import { makeScene } from "./scene.js";
import { makeSearch } from "./search.js";
import { foundWords, isNarrowed, matching, membersOf } from "./selecting.js";
import { painted, snapshot } from "./snapshot.js";
import { watchSheet } from "./sheet.js";
import { makeSteps } from "./steps.js";
import { makeMenu } from "./menu.js";
import { makeVain } from "./vain.js";
import { nextOne, wayOf } from "./walking.js";

const STEP = 60;
const ZOOM = 1.4;

const map = readMap();
const view = byId("view");
const pane = makePane(view);
const { svg, items } = readDrawing(taken("drawing"));
byId("sheet").append(svg);
const camera = makeCamera(pane, byId("sheet"));
const picture = makePicture(map, svg, items, () => camera.area);
const scene = makeScene(map, { view, pane, picture, camera });
const framing = makeFraming(map, camera, picture, scene);
let outline = makeOutline(map, byId("outline"), taken("entries"));
const first = beginning();
const asked = readState(map, location.hash, first);
const steps = makeSteps(asked.state, keptPlace().depth);
const spotAtFirst = keptPlace().spot ?? asked.spot;
const places = watchPlaces(map, steps, { first, camera, scene, open: openAddress });
let filters = makeFilters(map, steps);
const search = makeSearch(map, {
  search: (query) => steps.take({ query }, { kind: "search" }),
  preview: (query) => {
    const state = { ...steps.state, query };
    const fitting = isNarrowed(state) ? matching(map, state) : null;
    return [state, fitting, foundWords(map, state, fitting)];
  },
  open: (id) => {
    if (drawer.isOver()) drawer.close();
    choose({ thing: "statement", id });
  },
});
const panel = makePanel(map, {
  fold,
  reveal: () => framing.show(steps.state, { isNear: true }),
  only: (id) => steps.take({ only: steps.state.only === id ? null : id }),
  close: () => choose(OVERVIEW),
  copyLink: (thing, button) => copyFrom(button, absolute(addressOf(map, thing))),
  copyText: (text, button) => copyFrom(button, text),
  beside: (id) =>
    outline.beside(id, (key) => isThere(map, key, steps.state.inferred) && (!found || found.has(key))),
  open: (id) => choose({ thing: "statement", id }),
  sizeOf,
});
const vain = makeVain(map, byId("stage"), {
  search: (query) => steps.take({ query }, { kind: "search" }),
  clear: () => steps.take({ query: "", filters: {} }),
});
const menu = makeMenu([
  ["Copy link to this view", () => copied(absolute(places.address(true)))],
  ["Copy selection as Markdown", () => copied(asMarkdown())],
  ["Save selection as Markdown", () => save(asMarkdown(), "md", "text/markdown")],
  ["Save view as SVG", () => save(snapshot(svg, view, document.title), "svg", "image/svg+xml")],
  ["Save view as PNG", async () => save(await painted(snapshot(svg, view, document.title)), "png", "image/png")],
  ["Print or save as PDF", () => setTimeout(print)],
]);
const drawer = watchDrawer(asked.state.view.thing !== "overview" || location.hash.includes("?"), pane.forget);
watchSheet(() => {
  pane.forget();
  if (!camera.isMoved) showChosen({ still: true });
});
const help = watchHelp();
let shown = new Set();
let found = null;

/** Begin with what a map comes to, its grounds folded away; with all of it where that can be read at once. */
function beginning() {
  const state = {
    view: OVERVIEW,
    query: "",
    filters: {},
    folded: new Set(),
    only: null,
    inferred: map.inferred,
  };
  if (!scene.hasRoomFor(unfolded(map, state.folded, state.inferred), state)) state.folded = new Set(map.parents);
  return state;
}

/** Count the statements that a branch hides, or would hide. */
function sizeOf(key) {
  const { state } = steps;
  return state.folded.has(key) ? countFolded(map, state, whatIsLeft(state), key) : countFolding(map, state, key);
}

/** Find what is not folded away; of an argument all, whatever is folded. */
function whatIsLeft({ only, folded, inferred }) {
  return only ? argumentOf(map, only, inferred) : unfolded(map, folded, inferred);
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

const LEAVING = ["folded", "only", "inferred"];
const SHOWING = ["query", "filters", ...LEAVING];

/** Bring the whole page up to a state. */
function update(state, before, how = {}) {
  const isOther = !before || SHOWING.some((part) => before[part] !== state[part]);
  const { isFitted } = camera;
  const isReading = state.view.thing !== "overview";
  document.documentElement.classList.toggle("reading", isReading);
  // On a phone the panel takes more room where there is something to read.
  if (isReading !== (before && before.view.thing !== "overview")) pane.forget();
  if (isOther) {
    found = isNarrowed(state) ? matching(map, state) : null;
    shown = found ?? whatIsLeft(state);
    vain.update(state, found);
  }
  // What a search in vain would leave is nothing; what was shown stays.
  const isVain = found?.size === 0;
  const isDrawn = isOther && !(isVain && before && LEAVING.every((part) => before[part] === state[part]));
  if (isDrawn) {
    const isOverview = !state.only && state.folded.size === map.parents.length;
    const isWhole = (!found || isVain) && !state.only;
    scene.fill(isVain ? whatIsLeft(state) : shown, state, { isOverview: isOverview && (!found || isVain), isWhole });
  }
  outline.update(state, found);
  panel.update(state, before);
  const words = foundWords(map, state, found);
  filters.update(state, found, words);
  search.update(state, found, words);
  byId("undo").disabled = !steps.canUndo();
  if (!before) return;
  const spot = how.isBack && places.spot();
  if (spot) scene.look(spot);
  else {
    if (isDrawn && before.view === state.view) framing.refit(how.anchor, isFitted);
    if (before.view !== state.view) follow(state.view, how);
    else if (scene.isStale) scene.fit();
  }
  picture.mark(state);
}

/** Let the picture follow what is chosen. */
function follow(chosen, { kind = null, inPicture = false }) {
  if (chosen.thing !== "statement") {
    if (scene.isStale) scene.fit();
    showChosen();
  } else if (scene.isStale || !inPicture) showChosen();
  else if (kind === "walk") camera.follow(picture.boxes.get(chosen.id));
  else framing.keep(chosen.id);
}

const showChosen = (options) => framing.show(steps.state, options);
const fitShown = () => scene.fit();

const closer = () => camera.zoom(ZOOM);
const farther = () => camera.zoom(1 / ZOOM);

/** Choose a thing; a statement inside a folded branch unfolds what hides it. */
function choose(chosen, how) {
  const { view: current, folded } = steps.state;
  if (current.thing === chosen.thing && current.id === chosen.id) return;
  const isStatement = chosen.thing === "statement";
  const inferred = steps.state.inferred || (isStatement && !isThere(map, chosen.id, false));
  const patch = { view: chosen };
  if (inferred !== steps.state.inferred) patch.inferred = inferred;
  const isHidden = isStatement && !unfolded(map, folded, inferred).has(chosen.id);
  if (isHidden) patch.folded = openedFor(map, folded, chosen.id);
  if (isStatement && !shown.has(chosen.id)) Object.assign(patch, { only: null, query: "", filters: {} });
  steps.take(patch, how);
}

const chooseBox = (id) => choose({ thing: "statement", id }, { inPicture: true });

function fold(key) {
  const folded = new Set(steps.state.folded);
  if (!folded.delete(key)) folded.add(key);
  if (steps.state.folded.has(key) || sizeOf(key)) steps.take({ folded }, { anchor: key });
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
  if (spot) scene.look(spot);
}

watchClicks({
  box: chooseBox,
  boxTwice: () => framing.show(steps.state, { isNear: true }),
  badge: (id) => (steps.state.folded.has(id) ? fold(id) : framing.open(id)),
  rest: scene.showRest,
  branch: (key) => found || fold(key),
  link: goTo,
});

search.watch(() => steps.state.view.id);
for (const name of ["fold", "unfold"]) byId(name).hidden = !map.parents.length;
byId("fold").addEventListener("click", () => steps.take({ folded: new Set(map.parents), only: null }));
byId("unfold").addEventListener("click", () => steps.take({ folded: new Set(), only: null }));
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
    o: (here) => {
      const { thing, id } = steps.state.view;
      if (here || thing === "statement") steps.take({ only: steps.state.only ? null : (here ?? id) });
    },
    f: (here) => {
      const { thing, id } = steps.state.view;
      if (here || thing === "statement") fold(here ?? id);
    },
  },
  { back, walk, read },
);
watchScheme();
watchPrinting(svg, view, outline);
watchHints(map, view, camera);
watchGestures(view, camera);
steps.onChange(update);
update(steps.state, null);
scene.fit({ still: true });
if (spotAtFirst && !spotAtFirst.isFitted) scene.look(spotAtFirst, { still: true });
else if (steps.state.view.thing !== "overview") showChosen({ still: true });
picture.mark(steps.state);
watchSize(view, pane, () => scene.resize());
document.documentElement.classList.add("ready");

/** What shows another version of the map in this page works with these. */
export const inPage = {
  map,
  view,
  first,
  steps,
  scene,
  camera,
  picture,
  beginning,
  choose,
  update: (state) => update(state, null),
  /** Build the filters anew. */
  refilter() {
    byId("filters").replaceChildren();
    filters = makeFilters(map, steps);
    for (const name of ["fold", "unfold"]) byId(name).hidden = !map.parents.length;
  },
  /** Take over another outline, of which this is the markup. */
  reoutline(text) {
    outline.forget();
    outline = makeOutline(map, byId("outline"), text);
    outline.update(steps.state, found);
  },
};
