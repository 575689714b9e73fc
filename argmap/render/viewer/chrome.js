// What is around the map: light and dark, drawers, help, hints.
import { labelOf, nameOf } from "./document.js";
import { byId } from "./dom.js";

const STORED = "argmap-scheme";
/** So many pixels a hand stirs that does not mean to move. */
const STIR = 4;
const NARROW = "(max-width: 1179px)";
const PHONE = "(max-width: 719px)";

export const isPhone = () => matchMedia(PHONE).matches;

/** Let the reader choose between light and dark; at first the page follows the system. */
export function watchScheme() {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
  const remembered = recall();
  if (remembered) root.dataset.scheme = remembered;
  const say = () => byId("theme").setAttribute("aria-pressed", String(isDark()));
  byId("theme").setAttribute("aria-label", "Dark");
  byId("theme").addEventListener("click", () => {
    root.dataset.scheme = isDark() ? "light" : "dark";
    remember(root.dataset.scheme);
    say();
  });
  system.addEventListener("change", say);
  say();
}

// A page from a file may have no storage; the choice then lasts as long as the page.
function recall() {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

function remember(scheme) {
  try {
    localStorage.setItem(STORED, scheme);
  } catch {
    return;
  }
}

/**
 * Let the outline come and go: beside the picture, or over it where there is no room beside.
 * A phone begins with it, unless `isReading`: then its reader followed a link to something.
 */
export function watchDrawer(isReading, onChange) {
  const root = document.documentElement;
  const narrow = matchMedia(NARROW);
  const set = (isOpen) => {
    root.classList.toggle("no-side", !isOpen);
    // On a phone it hides all the rest, which then is out of the reach of keys, too.
    for (const name of ["stage", "panel"]) byId(name).inert = isOpen && isPhone();
    byId("menu").setAttribute("aria-expanded", String(isOpen));
    onChange();
  };
  const drawer = {
    isOpen: () => !root.classList.contains("no-side"),
    isOver: () => narrow.matches && drawer.isOpen(),
    open: () => set(true),
    close: () => set(false),
  };
  byId("menu").addEventListener("click", () => set(!drawer.isOpen()));
  narrow.addEventListener("change", () => set(!narrow.matches));
  byId("shut").addEventListener("click", () => set(false));
  set(!narrow.matches || (isPhone() && !isReading));
  return drawer;
}

/** Show the list of keys, and whether single letters are keys. */
export function watchHelp() {
  const dialog = byId("keys");
  const open = () => {
    dialog.showModal();
    // Not at its end, where the first thing stands that takes keys.
    byId("keys-title").focus();
  };
  byId("help").addEventListener("click", open);
  return {
    open,
    isOpen: () => dialog.open,
    hasLetters: () => byId("letters").checked,
  };
}

/** Where a title is cut short, say all of it beside the pointer, until something is done or moves. */
export function watchHints(map, view, camera) {
  const hint = byId("hint");
  let done = { x: 0, y: 0 };
  let last = done;
  const hide = () => {
    hint.hidden = true;
    done = last;
  };
  view.addEventListener("pointermove", (event) => {
    last = { x: event.clientX, y: event.clientY };
    const box = event.target.closest?.(".statement");
    const isAway = Math.hypot(last.x - done.x, last.y - done.y) > STIR;
    hint.hidden = event.pointerType === "touch" || !isAway || !box?.querySelector(".tile.cut");
    if (hint.hidden) return;
    const { left, top } = view.getBoundingClientRect();
    hint.textContent = `${nameOf(map, map.statements.get(box.id).by)}: ${labelOf(map, box.id)}`;
    const across = Math.min(last.x - left + 14, view.clientWidth - hint.offsetWidth - 8);
    hint.style.transform = `translate(${Math.max(across, 8)}px, ${last.y - top + 18}px)`;
  });
  for (const name of ["pointerleave", "pointerdown"]) view.addEventListener(name, hide);
  addEventListener("keydown", hide);
  camera.onMove(hide);
}

/** Copy a text; what came of it is returned in words. */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return "Copied";
  } catch {
    return "The browser does not allow it";
  }
}

/** Copy, and say so on the button. */
export async function copyFrom(button, text) {
  const words = button.textContent;
  button.textContent = await copied(text);
  setTimeout(() => {
    button.textContent = words;
  }, 1600);
}
