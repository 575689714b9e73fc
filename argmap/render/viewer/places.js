// The browser's own history: each step of the page is a place in it, with its address and its camera.
import { addressOfState, readState } from "./address.js";

const PATIENCE = 600;

/** Tell the depth and the camera that the browser kept for this place, when the page is loaded again. */
export const keptPlace = () => ({ depth: history.state?.depth ?? 0, spot: history.state?.spot ?? null });

/**
 * Keep the browser's history and the steps of the page together, whichever of them moves.
 * @param {object} map
 * @param {object} steps
 * @param {{first: object, camera: object, scene: object, open: Function}} page the state without an address, the
 *     camera and what it looks at, and what opens an address that somebody typed
 */
export function watchPlaces(map, steps, { first, camera, scene, open }) {
  const spots = new Map();
  // While the browser is on its way to a place, nothing may be written.
  let goal = null;
  let patience = 0;
  let written = "";

  const address = (isExact) =>
    addressOfState(map, steps.state, first, isExact ? scene.spot : null);

  function write(isNew) {
    const place = { depth: steps.depth, spot: isNew ? null : scene.spot };
    const words = address(!isNew && camera.isMoved);
    const there = words === "#" ? location.pathname + location.search : words;
    // Each place costs a browser some milliseconds, also where it stays what it was.
    const told = JSON.stringify([place, there]);
    if (!isNew && told === written) return;
    written = told;
    try {
      history[isNew ? "pushState" : "replaceState"](place, "", there);
    } catch {
      // Browsers refuse too many places in a short time; the next one will do.
    }
  }

  function keepCamera(depth) {
    spots.set(depth, scene.spot);
    if (goal === null && history.state?.depth === depth) write(false);
  }

  function travel(depth) {
    const isOnTheWay = goal !== null;
    const way = depth - history.state.depth;
    goal = depth;
    clearTimeout(patience);
    if (way >= 0) return arrive();
    // A browser keeps some dozens of places; one that is gone is never reached.
    patience = setTimeout(arrive, PATIENCE);
    if (!isOnTheWay) history.go(way);
    return undefined;
  }

  function arrive() {
    clearTimeout(patience);
    goal = null;
    write(history.state?.depth < steps.depth);
  }

  steps.onChange((state, before, how) => {
    if (how.isBrowser) return;
    if (how.isBack) return travel(steps.depth);
    const isNew = goal === null && history.state?.depth < steps.depth;
    if (isNew) {
      const kept = { depth: history.state.depth, spot: scene.spot };
      if (JSON.stringify(kept.spot) !== JSON.stringify(history.state.spot)) history.replaceState(kept, "", location.href);
      spots.set(kept.depth, kept.spot);
    }
    if (goal === null) write(isNew);
    // Where the picture stays as it is, nothing comes to rest that would tell the camera.
    queueMicrotask(() => camera.isResting && keepCamera(steps.depth));
  });

  addEventListener("popstate", ({ state: place }) => {
    if (place?.depth === undefined) {
      goal = null;
      if (!location.hash.startsWith("#ui:")) open(location.hash);
      history.replaceState({ depth: steps.depth, spot: null }, "", location.href);
    } else if (goal !== null) {
      if (place.depth > goal) history.go(goal - place.depth);
      else arrive();
    } else {
      if (place.spot) spots.set(place.depth, place.spot);
      steps.goTo(place.depth, readState(map, location.hash, first).state, { isBrowser: true });
    }
  });
  camera.onRest(() => keepCamera(steps.depth));
  history.replaceState({ ...keptPlace(), depth: steps.depth }, "", location.href);

  return { address, spot: () => spots.get(steps.depth) ?? null };
}
