// The page comes to life.
import { addressOf, OVERVIEW, readAddress } from "./address.js";
import { makeSizes, unfolded } from "./branches.js";
import { makeCamera } from "./camera.js";
import { isPhone, watchDrawer, watchHelp, watchHints, watchPrinting, watchScheme } from "./chrome.js";
import { readMap } from "./document.js";
import { byId } from "./dom.js";
import { makeFilters } from "./filters.js";
import { watchGestures } from "./gestures.js";
import { makeOutline } from "./outline.js";
import { makePanel } from "./panel.js";
import { makePicture } from "./picture.js";
import { isNarrowed, matching } from "./selecting.js";
import { makeSteps } from "./steps.js";
import { isArrow, nextOne, wayOf } from "./walking.js";

const READABLE = 0.85;
const STEP = 60;

const map = readMap();
const view = byId("view");
const svg = byId("picture");
const size = { width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height };
const camera = makeCamera(view, byId("sheet"), size);
const picture = makePicture(map, svg, (key) => sizes(key, steps.state.inferred));
const sizes = makeSizes(map);
const outline = makeOutline(map, byId("outline"));
const steps = makeSteps({
  view: readAddress(map, location.hash),
  query: "",
  filters: {},
  folded: new Set(),
  inferred: map.inferred,
});
const filters = makeFilters(map, steps);
const panel = makePanel(map, {
  fold,
  reveal,
  close: () => choose(OVERVIEW),
  copy: copyLink,
  sizeOf: (key) => sizes(key, steps.state.inferred),
});
const drawer = watchDrawer(() => camera.isFitted && camera.fit({ still: true }));
const help = watchHelp();
let shown = new Set();
let found = null;
let isNewPlace = true;

/** Take a step that the browser's own way back leaves out: it is no new place. */
function withoutHistory(step) {
  isNewPlace = false;
  step();
  isNewPlace = true;
}

/** Bring the whole page up to a state. */
function update(state, before) {
  shown = unfolded(map, state.folded, state.inferred);
  found = isNarrowed(state) ? matching(map, state) : null;
  picture.update(state, shown, found);
  outline.update(state, found);
  panel.update(state, before);
  filters.update(state, found);
  byId("undo").disabled = !steps.canUndo();
  if (byId("search").value !== state.query) byId("search").value = state.query;
  document.documentElement.classList.toggle("reading", state.view.thing !== "overview");
  if (before && before.view !== state.view) follow(state.view);
}

/** Let the address and the picture follow what is chosen. */
function follow(chosen) {
  const address = addressOf(map, chosen);
  if ((location.hash || "#") !== address)
    history[isNewPlace ? "pushState" : "replaceState"](null, "", address);
  if (chosen.thing === "statement" && !view.contains(document.activeElement)) reveal(chosen.id);
}

/** Choose a thing; a statement inside a folded branch unfolds what hides it. */
function choose(chosen) {
  const { view: current, folded } = steps.state;
  if (current.thing === chosen.thing && current.id === chosen.id) return;
  const inferred =
    steps.state.inferred || (chosen.thing === "statement" && Boolean(map.statements.get(chosen.id).inferred));
  const hidden = chosen.thing === "statement" && !unfolded(map, folded, inferred).has(chosen.id);
  steps.take({ view: chosen, inferred, folded: hidden ? new Set() : folded });
}

function fold(key) {
  const folded = new Set(steps.state.folded);
  if (!folded.delete(key) && sizes(key, steps.state.inferred)) folded.add(key);
  steps.take({ folded });
}

function reveal(key) {
  camera.reveal(picture.boxes.get(key), { least: READABLE });
}

async function copyLink(statement, button) {
  const address = new URL(addressOf(map, { thing: "statement", id: statement.id }), location.href).href;
  const words = button.textContent;
  try {
    await navigator.clipboard.writeText(address);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Copy it from the address bar";
  }
  setTimeout(() => {
    button.textContent = words;
  }, 1600);
}

/** Go one step back: first close what lies over the picture, then undo. */
function stepBack() {
  if (drawer.isOver()) return drawer.close();
  const last = document.activeElement;
  withoutHistory(steps.undo);
  const { thing, id } = steps.state.view;
  if (last?.closest?.(".statement") && thing === "statement" && shown.has(id)) picture.focus(id);
}

document.addEventListener("click", (event) => {
  const box = event.target.closest?.(".statement");
  if (box) return choose({ thing: "statement", id: box.id });
  const folded = event.target.closest?.(".badge")?.dataset.folded;
  if (folded) return fold(folded);
  const summary = event.target.closest?.("#ui\\:outline summary");
  if (summary) {
    event.preventDefault();
    if (!found) fold(summary.closest("li").dataset.key);
    return undefined;
  }
  const href = event.target.closest?.("a")?.getAttribute("href");
  if (!href?.startsWith("#") || event.ctrlKey || event.metaKey || href === "#ui:outline") return undefined;
  event.preventDefault();
  if (drawer.isOver()) drawer.close();
  return choose(readAddress(map, href.replace(/^#o:/, "#")));
});

addEventListener("hashchange", () => {
  if (!location.hash.startsWith("#ui:")) choose(readAddress(map, location.hash));
});

byId("search").addEventListener("input", (event) => steps.take({ query: event.target.value }, "search"));
byId("search").addEventListener("keydown", (event) => {
  const first = event.key === "Enter" && filters.firstOf(found);
  if (first) choose({ thing: "statement", id: first });
});
byId("fold").addEventListener("click", () => steps.take({ folded: new Set(outline.parents) }));
byId("unfold").addEventListener("click", () => steps.take({ folded: new Set() }));
byId("undo").addEventListener("click", stepBack);
byId("closer").addEventListener("click", () => camera.zoom(1.4));
byId("farther").addEventListener("click", () => camera.zoom(1 / 1.4));
byId("fit").addEventListener("click", () => camera.fit());

const LETTERS = {
  "+": () => camera.zoom(1.4),
  "=": () => camera.zoom(1.4),
  "-": () => camera.zoom(1 / 1.4),
  0: () => camera.fit(),
  "/": () => (drawer.isOpen() || isPhone() || drawer.open(), byId("search").focus()),
  "?": () => help.open(),
  f: () => steps.state.view.thing === "statement" && fold(steps.state.view.id),
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.isOpen()) return;
  if (event.key === "Escape") {
    event.preventDefault();
    stepBack();
  } else if (isArrow(event.key)) walk(event);
  else if (event.key === "Enter" || event.key === " ") readBox(event);
  else if (
    help.hasLetters() &&
    !event.target.closest?.("input, textarea, select") &&
    Object.hasOwn(LETTERS, event.key.toLowerCase())
  ) {
    event.preventDefault();
    LETTERS[event.key.toLowerCase()]();
  }
});

/** Walk to another box; with Shift, or where nothing is chosen, move the picture. */
function walk(event) {
  const here =
    event.target.closest?.(".statement")?.id ?? (event.target === document.body ? null : undefined);
  if (here === undefined) return;
  event.preventDefault();
  if (event.shiftKey || here === null) {
    const [right, down] = wayOf(event.key);
    return camera.moveBy(-right * STEP, -down * STEP);
  }
  const next = nextOne(
    map,
    picture.boxes,
    here,
    event.key,
    (id) => shown.has(id) && (!found || found.has(id)),
  );
  if (!next) return;
  picture.focus(next);
  withoutHistory(() => steps.take({ view: { thing: "statement", id: next } }, "walk"));
  camera.reveal(picture.boxes.get(next));
}

function readBox(event) {
  const here = event.target.closest?.(".statement");
  if (!here) return;
  event.preventDefault();
  choose({ thing: "statement", id: here.id });
  if (event.key === "Enter") panel.focus();
}

watchScheme();
watchPrinting();
watchHints(map, view);
watchGestures(view, camera);
new ResizeObserver(() => camera.isFitted && camera.fit({ still: true })).observe(view);
steps.onChange(update);
update(steps.state, null);
camera.fit({ still: true });
if (steps.state.view.thing === "statement")
  camera.reveal(picture.boxes.get(steps.state.view.id), { least: READABLE, still: true });
document.documentElement.classList.add("ready");
