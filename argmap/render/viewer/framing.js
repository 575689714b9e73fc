// What the window shows: all that is left, what is chosen, or what is looked for.
import { neighbours } from "./picture.js";
import { membersOf } from "./selecting.js";

const BESIDE = 24;

/** Let a camera frame parts of a picture; `sheet` is the area of the whole. */
export function makeFraming(map, camera, picture, sheet) {
  const sees = (keys) => [...keys].some((key) => camera.sees(picture.boxes.get(key)));

  /** Show everything that is not folded away. */
  function fit(shown) {
    const isAll = !shown.size || shown.size === map.statements.size;
    camera.fit(isAll ? { area: sheet, margin: 0 } : { area: picture.areaOf(shown), margin: BESIDE });
  }

  /** Fit what is left after folding, if all was shown before or none of it would be seen. */
  function refit(shown) {
    if (camera.isFitted || !sees(shown)) fit(shown);
  }

  /** Show what is looked for, if none of it is in the window. */
  function search(found, shown) {
    const keys = [...found].filter((key) => shown.has(key));
    if (keys.length && !sees(keys)) camera.frame(picture.areaOf(keys));
  }

  /** Show what is chosen: a statement with its neighbours, or all that a person says. */
  function show(state, shown, { still = false } = {}) {
    const { thing, id } = state.view;
    const isStatement = thing === "statement";
    const keys = isStatement ? [...neighbours(map, id)] : membersOf(map, state).map((one) => one.id);
    const there = keys.filter((key) => shown.has(key));
    if (!there.length) return;
    const area = picture.areaOf(there);
    if (isStatement) camera.reveal(picture.boxes.get(id), { around: area, still });
    else camera.frame(area, { still });
  }

  return { fit, refit, search, show };
}
