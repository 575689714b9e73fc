// The nested lists: which entries are left, open and current.
import { isThere } from "./document.js";

/** Index the outline, and give what brings it up to a state. */
export function makeOutline(map, nav) {
  const items = [...nav.querySelectorAll("li[data-key]")].map((item) => ({
    item,
    key: item.dataset.key,
    details: item.querySelector(":scope > details"),
    link: item.querySelector(":scope > .entry > a"),
    isElsewhere: item.classList.contains("elsewhere"),
  }));
  const byItem = new Map(items.map((entry) => [entry.item, entry]));
  for (const entry of items) entry.above = byItem.get(entry.item.parentElement.closest("li"));
  const sections = new Map(items.map((entry) => [entry, entry.item.closest("section")]));
  let current = null;

  function update(state, found) {
    for (const entry of items) {
      entry.kept = fits(entry, state, found);
      entry.keeps = false;
    }
    const kept = new Set();
    // Children come after their parents, so that from the end each has told its parent in time.
    for (const entry of items.toReversed()) {
      if (!entry.kept) continue;
      if (entry.above) entry.above.keeps = true;
      if (entry.isElsewhere) continue;
      if (entry.above) entry.above.kept = true;
      kept.add(sections.get(entry));
    }
    for (const entry of items) {
      put(entry.item, "hidden", !entry.kept);
      entry.item.classList.toggle("passing", Boolean(found) && !found.has(entry.key));
      if (!entry.details) continue;
      put(entry.details, "open", Boolean(found) || !state.folded.has(entry.key));
      put(entry.details, "hidden", !entry.keeps);
    }
    for (const section of new Set(sections.values())) put(section, "hidden", !kept.has(section));
    mark(state);
  }

  const fits = ({ key, isElsewhere }, state, found) =>
    isThere(map, key, state.inferred) && (!found || (found.has(key) && !isElsewhere));

  function mark(state) {
    const key = state.view.thing === "statement" ? state.view.id : null;
    const entry = key && items.find((one) => one.key === key && !one.isElsewhere);
    if (entry?.link === current) return;
    current?.removeAttribute("aria-current");
    current = entry?.link ?? null;
    current?.setAttribute("aria-current", "true");
    if (current && !current.matches(":focus")) showIn(nav.parentElement, current);
  }

  /** Find the statements before and after one in the order of the outline, among those that are left. */
  function beside(key, isOpen) {
    const order = items.filter((entry) => !entry.isElsewhere && isOpen(entry.key)).map((entry) => entry.key);
    const place = order.indexOf(key);
    if (place < 0) return {};
    return { previous: order[place - 1], next: order[place + 1], place: place + 1, total: order.length };
  }

  return { update, beside };
}

/** Change a property only where it is another: each change costs a layout. */
function put(element, name, value) {
  if (element[name] !== value) element[name] = value;
}

/** Scroll no further than this container: the page around it stays where it is. */
function showIn(container, element) {
  if (element.offsetParent === null) return;
  const [outer, inner] = [container.getBoundingClientRect(), element.getBoundingClientRect()];
  if (inner.top < outer.top + 8 || inner.bottom > outer.bottom - 8) {
    container.scrollTop += inner.top - outer.top - outer.height / 3;
  }
}
