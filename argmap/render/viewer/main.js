// The page comes to life.
import { addressOf, OVERVIEW, readAddress } from "./address.js";
import { argumentOf, countFolded, countFolding, openedFor, unfolded } from "./branches.js";
import { makeCamera } from "./camera.js";
import {
  copyAddress,
  isPhone,
  watchDrawer,
  watchHelp,
  watchHints,
  watchLegend,
  watchPrinting,
  watchScheme,
} from "./chrome.js";
import { watchClicks } from "./clicks.js";
import { isThere, readMap } from "./document.js";
import { byId } from "./dom.js";
import { makeFilters } from "./filters.js";
import { makeFraming } from "./framing.js";
import { watchGestures, watchSize } from "./gestures.js";
import { watchKeys } from "./keyboard.js";
import { makeOutline } from "./outline.js";
import { makePanel } from "./panel.js";
import { makePicture } from "./picture.js";
import { makeScene } from "./scene.js";
import { isNarrowed, matching } from "./selecting.js";
import { makeSteps } from "./steps.js";
import { nextOne, wayOf } from "./walking.js";

const STEP = 60;
const ZOOM = 1.4;

const map = readMap();
const view = byId("view");
const camera = makeCamera(view, byId("sheet"));
const picture = makePicture(map, byId("picture"));
const scene = makeScene(map, view, picture, camera);
const framing = makeFraming(map, camera, picture, scene);
const outline = makeOutline(map, byId("outline"));
const steps = makeSteps(beginning(), framing.remember);
const filters = makeFilters(map, steps);
const panel = makePanel(map, {
  fold,
  reveal: () => framing.show(steps.state, { isNear: true }),
  only: (id) => steps.take({ only: steps.state.only === id ? null : id }),
  close: () => choose(OVERVIEW),
  copy: (id, button) => copyAddress(addressOf(map, { thing: "statement", id }), button),
  sizeOf,
});
const drawer = watchDrawer(() => {});
const help = watchHelp();
const showLegend = watchLegend();
let shown = new Set();
let found = null;

/** Begin with what a map comes to, its grounds folded away; with all of it where that can be read at once. */
function beginning() {
  const state = {
    view: readAddress(map, location.hash),
    query: "",
    filters: {},
    folded: new Set(),
    only: null,
    inferred: map.inferred,
  };
  if (!scene.hasRoomFor(unfolded(map, state.folded, state.inferred), state)) state.folded = new Set(map.parents);
  const { thing, id } = state.view;
  if (thing === "statement") state.folded = openedFor(map, state.folded, id);
  return state;
}

/** Count the statements that a branch hides, or would hide. */
function sizeOf(key) {
  const { state } = steps;
  return state.folded.has(key) ? countFolded(map, state, whatIsLeft(state), key) : countFolding(map, state, key);
}

/** Find what is not folded away; of an argument all, whatever is folded. */
const whatIsLeft = ({ only, folded, inferred }) =>
  only ? argumentOf(map, only, inferred) : unfolded(map, folded, inferred);

const SHOWING = ["query", "filters", "folded", "only", "inferred"];

/** Bring the whole page up to a state. */
function update(state, before, how = {}) {
  const isOther = !before || SHOWING.some((part) => before[part] !== state[part]);
  found = isNarrowed(state) ? matching(map, state) : null;
  shown = found ?? whatIsLeft(state);
  const { isFitted } = camera;
  if (isOther) {
    const isOverview = !state.only && state.folded.size === map.parents.length;
    scene.fill(shown, state, { isOverview: isOverview && !found, isWhole: !found && !state.only });
  }
  outline.update(state, found);
  panel.update(state, before);
  filters.update(state, found);
  byId("undo").disabled = !steps.canUndo();
  if (byId("search").value !== state.query) byId("search").value = state.query;
  const isReading = state.view.thing !== "overview";
  document.documentElement.classList.toggle("reading", isReading);
  showLegend(isReading);
  if (!before) return;
  if (how.isBack) framing.restore(how.where);
  else if (isOther && before.view === state.view) framing.refit(how.anchor, isFitted);
  if (before.view !== state.view) follow(state.view, how);
  picture.mark(state);
}

/** Let the address and the picture follow what is chosen. */
function follow(chosen, { isBack = false, kind = null, inPicture = false }) {
  const address = addressOf(map, chosen);
  // The way back, and a walk from box to box, lead to no new place in the browser's own history.
  if ((location.hash || "#") !== address)
    history[isBack || kind ? "replaceState" : "pushState"](null, "", address);
  if (isBack) return;
  if (chosen.thing !== "statement") {
    if (scene.isStale) scene.fit();
    framing.show(steps.state);
  } else if (kind === "walk") camera.follow(picture.boxes.get(chosen.id));
  else if (inPicture) framing.keep(chosen.id);
  else framing.show(steps.state);
}

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
  if (drawer.isOver()) return drawer.close();
  const inPicture = Boolean(document.activeElement?.closest?.(".statement"));
  steps.undo({ inPicture });
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

/** Open the next hit of the search, or the one before; after the last comes the first. */
function openHit(step) {
  const hits = [...(found ?? [])];
  if (!hits.length) return;
  const at = hits.indexOf(steps.state.view.id);
  const next = at < 0 ? Math.min(step, 0) : (at + step) % hits.length;
  choose({ thing: "statement", id: hits.at(next) });
}

/** Go where a link within the page leads. */
function goTo(address) {
  if (address === "#ui:picture") return picture.enter();
  if (address === "#ui:outline") {
    drawer.open();
    return byId("outline").focus();
  }
  if (drawer.isOver()) drawer.close();
  return choose(readAddress(map, address));
}

watchClicks({
  box: chooseBox,
  boxTwice: () => framing.show(steps.state, { isNear: true }),
  badge: (id) => (steps.state.folded.has(id) ? fold(id) : framing.open(id)),
  rest: scene.showRest,
  branch: (key) => found || fold(key),
  link: goTo,
});

addEventListener("hashchange", () => {
  if (!location.hash.startsWith("#ui:")) choose(readAddress(map, location.hash));
});

byId("search").addEventListener("input", (event) =>
  steps.take({ query: event.target.value }, { kind: "search" }),
);
byId("search").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.isComposing) openHit(event.shiftKey ? -1 : 1);
});
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
watchPrinting();
watchHints(map, view);
watchGestures(view, camera);
steps.onChange(update);
update(steps.state, null);
scene.fit({ still: true });
if (steps.state.view.thing !== "overview") framing.show(steps.state, { still: true });
picture.mark(steps.state);
watchSize(view, () => scene.resize());
document.documentElement.classList.add("ready");
