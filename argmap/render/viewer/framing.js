// What the window shows: all that is left, what is chosen, or where the reader was before.
import { BLOCKS, BOXES, SCALES, TILES } from "./levels.js";
import { areaAround, neighbours } from "./picture.js";
import { membersOf } from "./selecting.js";

const NEAR = 1.35;

/** Let a camera frame parts of a scene. */
export function makeFraming(map, camera, picture, scene) {
  const sees = (keys) => [...keys].some((key) => picture.boxes.has(key) && camera.sees(picture.boxes.get(key)));

  /** Fit what came or went; what was opened or folded stays where it is, unless all fits into the window. */
  function refit(anchor, isFitted) {
    if (!anchor || !scene.has(anchor)) return scene.fit();
    if (isFitted && isAllLegible()) return scene.fit();
    return scene.refresh(anchor, scene.level === BLOCKS ? TILES : scene.level);
  }

  const isAllLegible = () => scene.layout(TILES).scale >= SCALES[TILES].least;

  /** Show what is chosen: a statement with its neighbours, or all that a person says. */
  function show(state, { still = false, isNear = false } = {}) {
    const { thing, id } = state.view;
    if (thing === "statement") return showStatement(id, { still, isNear });
    const keys = membersOf(map, state)
      .map((one) => one.id)
      .filter((key) => scene.has(key));
    if (keys.length && !sees(keys)) camera.frame(picture.areaOf(keys), { still });
    return undefined;
  }

  function showStatement(id, { still, isNear }) {
    const { places } = scene.layout(BOXES);
    if (!places.has(id)) return;
    const around = areaOf(places, [...neighbours(map, id)]);
    const least = SCALES[BOXES].least;
    // Who is among whole boxes stays there; others come nearer where the neighbours fit.
    const isClose = isNear || scene.level === BOXES || camera.fitsAt(around, least);
    const level = isClose ? BOXES : TILES;
    if (level !== scene.level || scene.isStale) {
      const found = scene.layout(level).places;
      const area = areaOf(found, [...neighbours(map, id)]);
      scene.change(level, () => camera.reveal(found.get(id), { around: area, scale: scaleFor(level, area), still: true }));
      return;
    }
    const area = picture.areaOf([...neighbours(map, id)].filter((key) => scene.has(key)));
    const scale = camera.isByHand ? camera.place.scale : scaleFor(level, area);
    camera.reveal(picture.boxes.get(id), { around: area, scale, still });
  }

  function scaleFor(level, area) {
    const { least } = SCALES[level];
    const wished = level === BOXES ? NEAR : 1.15;
    return Math.max(least, Math.min(wished, camera.roomFor(area)));
  }

  /** Come from a block to its tiles. */
  const open = (id) => scene.refresh(id, TILES);

  /** Keep a box that was clicked in the window, with its neighbours where they fit. */
  function keep(id) {
    if (!scene.has(id)) return;
    const area = picture.areaOf([...neighbours(map, id)].filter((key) => scene.has(key)));
    camera.reveal(picture.boxes.get(id), { around: area });
  }

  const areaOf = (places, keys) => areaAround(keys.map((key) => places.get(key)).filter(Boolean));

  return { refit, show, open, keep };
}
