// Where the picture is, and how large.
import { prefersStillness } from "./dom.js";

const LARGEST = 4;
const SETTLE = 160;
const GLIDE = 260;

/**
 * Make the camera.
 * @param {HTMLElement} view the window
 * @param {HTMLElement} sheet what is seen through it
 * @param {{width: number, height: number}} size of the sheet at scale 1
 */
export function makeCamera(view, sheet, size) {
  let place = { x: 0, y: 0, scale: 1 };
  let settling = 0;
  let gliding = 0;
  const camera = {
    get place() {
      return place;
    },
    moveBy,
    zoomAt,
    zoom,
    fit,
    reveal,
    isFitted: true,
  };

  function show(next) {
    place = next;
    // A layer of its own while it moves; drawn anew, and sharp, when it rests.
    sheet.style.willChange = "transform";
    sheet.style.transform = `translate(${place.x}px, ${place.y}px) scale(${place.scale})`;
    clearTimeout(settling);
    settling = setTimeout(() => {
      sheet.style.willChange = "auto";
    }, SETTLE);
    view.classList.toggle("far", place.scale < 0.6);
  }

  function glide(next) {
    cancelAnimationFrame(gliding);
    if (prefersStillness() || document.hidden) return show(next);
    const [from, start] = [place, performance.now()];
    const frame = (now) => {
      const part = Math.min((now - start) / GLIDE, 1);
      const eased = 1 - (1 - part) ** 3;
      const between = (key) => from[key] + (next[key] - from[key]) * eased;
      show({ x: between("x"), y: between("y"), scale: between("scale") });
      if (part < 1) gliding = requestAnimationFrame(frame);
    };
    gliding = requestAnimationFrame(frame);
  }

  const fitting = () => Math.min(view.clientWidth / size.width, view.clientHeight / size.height, 1.6) || 1;
  const limited = (scale) => Math.min(Math.max(scale, fitting() * 0.6), Math.max(LARGEST, fitting()));

  function moveBy(across, down) {
    cancelAnimationFrame(gliding);
    camera.isFitted = false;
    show(kept({ ...place, x: place.x + across, y: place.y + down }));
  }

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

  function zoomed(factor, x, y) {
    const scale = limited(place.scale * factor);
    const grown = scale / place.scale;
    return kept({ scale, x: x - (x - place.x) * grown, y: y - (y - place.y) * grown });
  }

  /** Zoom around a point of the window. */
  function zoomAt(factor, x, y) {
    cancelAnimationFrame(gliding);
    camera.isFitted = false;
    show(zoomed(factor, x, y));
  }

  function zoom(factor) {
    camera.isFitted = false;
    glide(zoomed(factor, view.clientWidth / 2, view.clientHeight / 2));
  }

  function fit({ still = false } = {}) {
    const scale = fitting();
    const next = {
      scale,
      x: (view.clientWidth - size.width * scale) / 2,
      y: (view.clientHeight - size.height * scale) / 2,
    };
    camera.isFitted = true;
    if (still) show(next);
    else glide(next);
  }

  /** Bring a box, given in the sheet's coordinates, into the window and to a readable size. */
  function reveal(box, { least = 0, still = false } = {}) {
    const scale = limited(Math.max(place.scale, least));
    const left = place.x + box.x * place.scale;
    const top = place.y + box.y * place.scale;
    const inside =
      left > 12 &&
      top > 12 &&
      left + box.width * place.scale < view.clientWidth - 12 &&
      top + box.height * place.scale < view.clientHeight - 12;
    if (inside && scale === place.scale) return;
    const next = {
      scale,
      x: view.clientWidth / 2 - (box.x + box.width / 2) * scale,
      y: view.clientHeight / 2 - (box.y + box.height / 2) * scale,
    };
    camera.isFitted = false;
    if (still) show(next);
    else glide(next);
  }

  return camera;
}
