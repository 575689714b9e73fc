// The nested lists: which entries are left, open and current.
import { isThere } from "./document.js";
import { readOutline } from "./entries.js";

/** A list of no more entries is built as a whole; of a longer one the trees that come into sight. */
const BUILT_WHOLE = 400;
const AHEAD = "400px";

/**
 * Build the outline, and give what brings it up to a state.
 * @param {object} map
 * @param {HTMLElement} nav where it goes
 * @param {string} text its markup
 */
export function makeOutline(map, nav, text) {
  const { sections, entries } = readOutline(text);
  const own = new Map(entries.filter((entry) => !entry.isElsewhere).map((entry) => [entry.key, entry]));
  const trees = sections.flatMap((section) => section.trees);
  const scroller = nav.parentElement;
  let [shown, narrowed, current, known] = [null, null, null, null];
  nav.append(...sections.map((section) => section.element));

  let observer = null;

  if (entries.length > BUILT_WHOLE) {
    const ofShell = new Map(trees.map((tree) => [tree.shell, tree]));
    observer = new IntersectionObserver(
      (sights) => {
        for (const { target, isIntersecting } of sights) {
          if (!isIntersecting) continue;
          observer.unobserve(target);
          build(ofShell.get(target));
        }
      },
      { root: scroller, rootMargin: AHEAD },
    );
    for (const shell of ofShell.keys()) observer.observe(shell);
  } else for (const tree of trees) build(tree);

  function build(tree) {
    if (tree.isBuilt) return;
    tree.build();
    if (shown) bringUp(tree);
  }

  function update(state, found) {
    const isSame =
      shown && narrowed === found && shown.folded === state.folded && shown.inferred === state.inferred;
    [shown, narrowed] = [state, found];
    if (!isSame) {
      for (const tree of trees) tree.isKept = false;
      for (const entry of entries) {
        entry.kept = fits(entry, state, found);
        entry.keeps = false;
      }
      // Children come after their parents, so that from the end each has told its parent in time.
      for (let at = entries.length - 1; at >= 0; at -= 1) {
        const entry = entries[at];
        if (!entry.kept) continue;
        if (entry.above) entry.above.keeps = true;
        if (entry.above && !entry.isElsewhere) entry.above.kept = true;
        if (!entry.isElsewhere) entry.tree.isKept = true;
      }
      for (const section of sections) put(section.element, "hidden", !section.trees.some((tree) => tree.isKept));
      for (const tree of trees) {
        if (tree.isBuilt) bringUp(tree);
        else put(tree.shell, "hidden", !tree.isKept);
      }
    }
    mark(state);
  }

  /** Bring what is built of a tree up to what is shown. */
  function bringUp(tree) {
    for (const entry of tree.entries) {
      put(entry.item, "hidden", !entry.kept);
      const isPassing = Boolean(narrowed) && !narrowed.has(entry.key);
      if (isPassing !== entry.isPassing) entry.item.classList.toggle("passing", (entry.isPassing = isPassing));
      if (!entry.details) continue;
      put(entry.details, "open", Boolean(narrowed) || !shown.folded.has(entry.key));
      put(entry.details, "hidden", !entry.keeps);
    }
  }

  const fits = ({ key, isElsewhere }, state, found) =>
    isThere(map, key, state.inferred) && (!found || (found.has(key) && !isElsewhere));

  function mark(state) {
    const entry = state.view.thing === "statement" ? own.get(state.view.id) : null;
    if (entry) build(entry.tree);
    const link = entry?.link ?? null;
    if (link === current) return;
    current?.removeAttribute("aria-current");
    current = link;
    current?.setAttribute("aria-current", "true");
    if (current) bringIntoSight(link);
  }

  /** Scroll when the page is laid out anyway, and again while what comes into sight moves it. */
  function bringIntoSight(link, left = 4) {
    requestAnimationFrame(() => {
      if (current !== link || link.matches(":focus")) return;
      if (showIn(scroller, link) && left) bringIntoSight(link, left - 1);
    });
  }

  /** Find the statements before and after one in the order of the outline, among those that are left. */
  function beside(key, isOpen) {
    known ??= [...own.keys()];
    const order = known.filter(isOpen);
    const place = order.indexOf(key);
    if (place < 0) return {};
    return { previous: order[place - 1], next: order[place + 1], place: place + 1, total: order.length };
  }

  return { update, beside, buildAll: () => trees.forEach(build), forget: () => observer?.disconnect() };
}

/** Change a property only where it is another: each change costs a layout. */
function put(element, name, value) {
  if (element[name] !== value) element[name] = value;
}

/** Scroll no further than this container, and say whether that was needed: the page around it stays where it is. */
function showIn(container, element) {
  if (element.offsetParent === null) return false;
  const [outer, inner] = [container.getBoundingClientRect(), element.getBoundingClientRect()];
  if (inner.top >= outer.top + 8 && inner.bottom <= outer.bottom - 8) return false;
  container.scrollTop += inner.top - outer.top - outer.height / 3;
  return true;
}
