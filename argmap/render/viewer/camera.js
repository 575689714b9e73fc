// Where the picture is, and how large.
import { prefersStillness } from "./dom.js";

export const MARGIN = 14;
const SETTLE = 160;
const GLIDE = 260;

/**
 * Make the camera. Areas are in the sheet's coordinates.
 * @param {{width: number, height: number}} pane the window
 * @param {HTMLElement} sheet what is seen through it
 */
export function makeCamera(pane, sheet) {
  let place = { x: 0, y: 0, scale: 1 };
  let stage = { width: 1, height: 1, least: 0.1, most: 4 };
  let settling = 0;
  let gliding = 0;
  const resting = [];
  const moving = [];
  const camera = {
    get place() {
      return place;
    },
    setStage: (next) => {
      stage = next;
    },
    set,
    moveBy,
    zoomAt,
    zoom,
    fit,
    frame,
    reveal,
    follow,
    sees,
    fitsAt,
    roomFor,
    look,
    onRest: (listener) => resting.push(listener),
    /** Called whenever the window shows another part. */
    onMove: (listener) => moving.push(listener),
    /** Give the part that the window shows. */
    get area() {
      const { x, y, scale } = place;
      return { x: -x / scale, y: -y / scale, width: pane.width / scale, height: pane.height / scale };
    },
    isFitted: true,
    get isResting() {
      return settling === 0;
    },
    /** Whether it stands where somebody moved it. */
    isMoved: false,
    /** In which of the three sizes the map is told; the scene sets it. */
    level: 0,
    /** Who zooms by hand has a reason, and is not zoomed out again. */
    isByHand: false,
    /** Asked where a scale is wanted that the stage does not have; may change the stage, and says whether it did. */
    onBeyond: () => false,
  };

  function show(next) {
    place = next;
    // A layer of its own while it moves; drawn anew, and sharp, when it rests.
    sheet.style.willChange = "transform";
    sheet.style.transform = `translate(${place.x}px, ${place.y}px) scale(${place.scale})`;
    for (const listener of moving) listener();
    clearTimeout(settling);
    settling = setTimeout(settle, SETTLE);
  }

  function settle() {
    settling = 0;
    sheet.style.willChange = "auto";
    for (const listener of resting) listener();
  }

  /** Show a point in the middle of the window, at a scale. */
  function look({ x, y, scale, isMoved }, { still = false } = {}) {
    const [across, down] = [pane.width / 2, pane.height / 2];
    set({ scale, x: across - x * scale, y: down - y * scale }, { still });
    camera.isMoved = isMoved;
  }

  function set(next, { still = false } = {}) {
    camera.isFitted = false;
    if (still) {
      cancelAnimationFrame(gliding);
      show(kept(next));
    } else glide(kept(next));
  }

  function glide(next) {
    cancelAnimationFrame(gliding);
    if (prefersStillness() || document.hidden) return show(next);
    const [from, start] = [place, performance.now()];
    const frameAt = (now) => {
      const part = Math.min(Math.max(now - start, 0) / GLIDE, 1);
      const eased = 1 - (1 - part) ** 3;
      const between = (key) => from[key] + (next[key] - from[key]) * eased;
      show({ x: between("x"), y: between("y"), scale: between("scale") });
      if (part < 1) gliding = requestAnimationFrame(frameAt);
    };
    gliding = requestAnimationFrame(frameAt);
  }

  const limited = (scale) => Math.min(Math.max(scale, stage.least), stage.most);

  /** Keep a hand's breadth of the picture in the window. */
  function kept(next) {
    const some = 80;
    const clamp = (value, low, high) => Math.min(Math.max(value, Math.min(low, high)), Math.max(low, high));
    return {
      ...next,
      x: clamp(next.x, some - stage.width * next.scale, pane.width - some),
      y: clamp(next.y, some - stage.height * next.scale, pane.height - some),
    };
  }

  function moveBy(across, down) {
    cancelAnimationFrame(gliding);
    [camera.isFitted, camera.isMoved] = [false, true];
    show(kept({ ...place, x: place.x + across, y: place.y + down }));
  }

  function zoomed(factor, x, y) {
    const wanted = place.scale * factor;
    const scale = limited(wanted);
    if (scale !== wanted && camera.onBeyond(wanted, x, y)) return null;
    const grown = scale / place.scale;
    return kept({ scale, x: x - (x - place.x) * grown, y: y - (y - place.y) * grown });
  }

  /** Zoom around a point of the window. */
  function zoomAt(factor, x, y, { still = true } = {}) {
    cancelAnimationFrame(gliding);
    [camera.isFitted, camera.isByHand, camera.isMoved] = [false, true, true];
    const next = zoomed(factor, x, y);
    if (next) (still ? show : glide)(next);
  }

  function zoom(factor) {
    zoomAt(factor, pane.width / 2, pane.height / 2, { still: false });
  }

  /** Show all that is on the stage at a scale; what does not fit begins at the top. */
  function fit(scale, { still = false } = {}) {
    go({ x: 0, y: 0, width: stage.width, height: stage.height }, scale, still);
    [camera.isFitted, camera.isByHand] = [true, false];
  }

  /** Show an area as a whole, unless it is seen already; of one that is too large, the beginning. */
  function frame(area, { still = false } = {}) {
    if (isInside(area)) return;
    go(area, limited(Math.min(roomFor(area), place.scale)), still);
  }

  /** Move on to a box that lies outside the window. */
  function follow(box) {
    if (!isInside(box)) go(box, place.scale, false);
  }

  /** Bring a box into the window at a scale, and what is around it if it fits. */
  function reveal(box, { around = box, scale = place.scale, still = false } = {}) {
    if (place.scale === scale && isInside(around)) return;
    const fits = fitsAt(around, scale);
    if (place.scale === scale && !fits && isInside(box)) return;
    go(fits ? around : box, scale, still);
  }

  /** Give the scale at which an area fills the window. */
  function roomFor(area) {
    const [across, down] = [pane.width - 2 * MARGIN, pane.height - 2 * MARGIN];
    return Math.min(across / area.width, down / area.height);
  }

  function fitsAt(area, scale) {
    return roomFor(area) >= scale * 0.998;
  }

  function isInside({ x, y, width, height }) {
    const [left, top] = [place.x + x * place.scale, place.y + y * place.scale];
    return (
      left >= MARGIN - 1 &&
      top >= MARGIN - 1 &&
      left + width * place.scale <= pane.width - MARGIN + 1 &&
      top + height * place.scale <= pane.height - MARGIN + 1
    );
  }

  /** Tell whether some of an area is in the window. */
  function sees({ x, y, width, height }) {
    const [left, top] = [place.x + x * place.scale, place.y + y * place.scale];
    return (
      left < pane.width &&
      top < pane.height &&
      left + width * place.scale > 0 &&
      top + height * place.scale > 0
    );
  }

  /** Put an area into the middle of the window; of one that is too large, show the beginning. */
  function go(area, scale, still) {
    const middle = (room, size, from) => {
      const free = room - size * scale;
      return (free < 2 * MARGIN - 1 ? Math.max(MARGIN, free / 2) : free / 2) - from * scale;
    };
    const next = {
      scale,
      x: middle(pane.width, area.width, area.x),
      y: middle(pane.height, area.height, area.y),
    };
    set(next, { still });
    camera.isMoved = false;
  }

  return camera;
}
