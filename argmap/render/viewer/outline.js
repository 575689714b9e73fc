// The nested lists: which entries are left, open and current.

/** Index the outline, and give what brings it up to a state. */
export function makeOutline(map, nav) {
  const items = [...nav.querySelectorAll("li[data-key]")].map((item) => ({
    item,
    key: item.dataset.key,
    details: item.querySelector(":scope > details"),
    link: item.querySelector(":scope > .entry > a"),
  }));
  const byItem = new Map(items.map((entry) => [entry.item, entry]));
  for (const entry of items) entry.above = byItem.get(entry.item.parentElement.closest("li"));
  const sections = [...nav.querySelectorAll("section")];
  let current = null;

  function update(state, found) {
    for (const entry of items) entry.kept = fits(entry, state, found);
    // Children come after their parents, so that from the end each has told its parent in time.
    for (const entry of items.toReversed()) if (entry.kept && entry.above) entry.above.kept = true;
    for (const { item, kept } of items) item.hidden = !kept;
    for (const { item, key, details } of items) {
      item.classList.toggle("passing", Boolean(found) && !found.has(key));
      if (!details) continue;
      details.open = Boolean(found) || !state.folded.has(key);
      details.hidden = !details.querySelector("li:not([hidden])");
    }
    for (const section of sections) section.hidden = !section.querySelector("li:not([hidden])");
    mark(state);
  }

  const fits = ({ item, key }, state, found) =>
    (state.inferred || !map.statements.get(key).inferred) &&
    (!found || (found.has(key) && !item.classList.contains("elsewhere")));

  function mark(state) {
    const key = state.view.thing === "statement" ? state.view.id : null;
    const entry = key && items.find((one) => one.key === key && !one.item.classList.contains("elsewhere"));
    if (entry?.link === current) return;
    current?.removeAttribute("aria-current");
    current = entry?.link ?? null;
    current?.setAttribute("aria-current", "true");
    if (current && !current.matches(":focus")) showIn(nav.parentElement, current);
  }

  return { update, parents: items.filter((entry) => entry.details).map((entry) => entry.key) };
}

/** Scroll no further than this container: the page around it stays where it is. */
function showIn(container, element) {
  if (element.offsetParent === null) return;
  const [outer, inner] = [container.getBoundingClientRect(), element.getBoundingClientRect()];
  if (inner.top < outer.top + 8 || inner.bottom > outer.bottom - 8) {
    container.scrollTop += inner.top - outer.top - outer.height / 3;
  }
}
