// Where the picture is, and how large.
import { prefersStillness } from "./dom.js";

const LARGEST = 4;
const LARGEST_FITTED = 1.6;
const READABLE = 1;
const LEGIBLE = 0.7;
const FAR = 0.6;
const MARGIN = 12;
const SETTLE = 160;
const GLIDE = 260;

/**
 * Make the camera. Areas are in the sheet's coordinates.
 * @param {HTMLElement} view the window
 * @param {HTMLElement} sheet what is seen through it
 * @param {{width: number, height: number}} size of the sheet at scale 1
 */
export function makeCamera(view, sheet, size) {
  let place = { x: 0, y: 0, scale: 1 };
  let fitted = { area: { x: 0, y: 0, ...size }, margin: 0 };
  let settling = 0;
  let gliding = 0;
  // Who zooms by hand has a reason, and is not zoomed out again.
  let isByHand = false;
  const resting = [];
  const camera = {
    get place() {
      return place;
    },
    moveBy,
    zoomAt,
    zoom,
    fit,
    frame,
    follow,
    reveal,
    sees,
    look,
    onRest: (listener) => resting.push(listener),
    get spot() {
      return spot();
    },
    isFitted: true,
    isMoved: false,
  };

  function show(next) {
    place = next;
    // A layer of its own while it moves; drawn anew, and sharp, when it rests.
    sheet.style.willChange = "transform";
    sheet.style.transform = `translate(${place.x}px, ${place.y}px) scale(${place.scale})`;
    clearTimeout(settling);
    settling = setTimeout(settle, SETTLE);
    view.classList.toggle("far", place.scale < FAR);
  }

  function settle() {
    sheet.style.willChange = "auto";
    // Badges are as large as words on the page, however far the picture is.
    view.style.setProperty("--grown", String(Math.max(1, 1 / place.scale)));
    for (const listener of resting) listener();
  }

  /** Say what the middle of the window shows, and how large; it holds for a window of any size. */
  function spot() {
    const [x, y] = [view.clientWidth / 2 - place.x, view.clientHeight / 2 - place.y];
    const { isFitted, isMoved } = camera;
    return { x: x / place.scale, y: y / place.scale, scale: place.scale, isFitted, isMoved };
  }

  /** Show a spot again. */
  function look({ x, y, scale, isMoved = true }, { still = false } = {}) {
    cancelAnimationFrame(gliding);
    go({ x, y, width: 0, height: 0 }, scale, still);
    camera.isMoved = isMoved;
  }

  function glide(next) {
    cancelAnimationFrame(gliding);
    if (prefersStillness() || document.hidden) return show(next);
    const [from, start] = [place, performance.now()];
    const frameAt = (now) => {
      const part = Math.min((now - start) / GLIDE, 1);
      const eased = 1 - (1 - part) ** 3;
      const between = (key) => from[key] + (next[key] - from[key]) * eased;
      show({ x: between("x"), y: between("y"), scale: between("scale") });
      if (part < 1) gliding = requestAnimationFrame(frameAt);
    };
    gliding = requestAnimationFrame(frameAt);
  }

  /** Give the scale at which an area fills the window. */
  const filling = (area, margin = 0) =>
    Math.min((view.clientWidth - 2 * margin) / area.width, (view.clientHeight - 2 * margin) / area.height);

  const whole = () => Math.min(filling(size), LARGEST_FITTED) || 1;
  const limited = (scale) => Math.min(Math.max(scale, whole() * 0.6), Math.max(LARGEST, whole()));

  /** Keep a hand's breadth of the picture in the window. */
  function kept(next) {
    const some = 80;
    const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
    return {
      ...next,
      x: clamp(next.x, some - size.width * next.scale, view.clientWidth - some),
      y: clamp(next.y, some - size.height * next.scale, view.clientHeight - some),
    };
  }

  function moveBy(across, down) {
    cancelAnimationFrame(gliding);
    [camera.isFitted, camera.isMoved] = [false, true];
    show(kept({ ...place, x: place.x + across, y: place.y + down }));
  }

  function zoomed(factor, x, y) {
    const scale = limited(place.scale * factor);
    const grown = scale / place.scale;
    [camera.isFitted, camera.isMoved, isByHand] = [false, true, true];
    return kept({ scale, x: x - (x - place.x) * grown, y: y - (y - place.y) * grown });
  }

  /** Zoom around a point of the window. */
  function zoomAt(factor, x, y) {
    cancelAnimationFrame(gliding);
    show(zoomed(factor, x, y));
  }

  function zoom(factor) {
    glide(zoomed(factor, view.clientWidth / 2, view.clientHeight / 2));
  }

  /** Show an area as a whole, at first the sheet; it stays so when the window changes its size. */
  function fit({ area = fitted.area, margin = fitted.margin, still = false } = {}) {
    fitted = { area, margin };
    isByHand = false;
    go(area, Math.min(filling(area, margin), LARGEST_FITTED) || 1, still);
    camera.isFitted = true;
  }

  /** Show an area as a whole, unless it is seen already. */
  function frame(area, { still = false } = {}) {
    const scale = limited(Math.min(filling(area, MARGIN), READABLE));
    if (place.scale >= scale && isInside(area)) return;
    isByHand = false;
    go(area, scale, still);
  }

  /** Move on to a box that lies outside the window. */
  function follow(box) {
    if (!isInside(box)) go(box, place.scale, false);
  }

  /** Bring a box into the window at a size to be read, and what is around it if that can then be read too. */
  function reveal(box, { around = box, still = false } = {}) {
    const room = filling(around, MARGIN);
    const wished = Math.min(Math.max(room, LEGIBLE), READABLE);
    const scale = limited(isByHand ? Math.max(wished, place.scale) : wished);
    if (place.scale >= LEGIBLE && isInside(around)) return;
    go(room >= scale ? around : box, scale, still);
  }

  function isInside({ x, y, width, height }) {
    const [left, top] = [place.x + x * place.scale, place.y + y * place.scale];
    return (
      left >= MARGIN &&
      top >= MARGIN &&
      left + width * place.scale <= view.clientWidth - MARGIN &&
      top + height * place.scale <= view.clientHeight - MARGIN
    );
  }

  /** Tell whether some of an area is in the window. */
  function sees({ x, y, width, height }) {
    const [left, top] = [place.x + x * place.scale, place.y + y * place.scale];
    return (
      left < view.clientWidth &&
      top < view.clientHeight &&
      left + width * place.scale > 0 &&
      top + height * place.scale > 0
    );
  }

  /** Put an area into the middle of the window; of one that is higher, show the beginning. */
  function go(area, scale, still) {
    [camera.isFitted, camera.isMoved] = [false, false];
    const free = view.clientHeight - area.height * scale;
    const next = {
      scale,
      x: (view.clientWidth - area.width * scale) / 2 - area.x * scale,
      y: (free < 0 ? MARGIN : free / 2) - area.y * scale,
    };
    if (still) show(next);
    else glide(next);
  }

  return camera;
}
