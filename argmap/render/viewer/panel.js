// The panel: one page at a time.
import { byId } from "./dom.js";
import { nothingPage, overviewPage } from "./overview.js";
import { pageHead } from "./pagehead.js";
import { personPage, sourcePage, tagPage } from "./pages.js";
import { statementPage } from "./statement.js";

const TOLD_OF_STATEMENTS = ["view", "inferred", "query", "filters", "folded", "only"];

/** Give what brings the panel up to a state. */
export function makePanel(map, actions) {
  const page = byId("page");
  const title = () => document.querySelector(".bar h1").textContent;
  page.setAttribute("role", "article");
  page.setAttribute("aria-labelledby", "ui:heading");
  const build = {
    statement: (id, state) => statementPage(map, map.statements.get(id), state, actions),
    person: (id, state) => personPage(map, map.people.get(id), state),
    source: (id, state) => sourcePage(map, map.sources.get(id), state),
    tag: (id, state) => tagPage(map, map.tags.get(id), state),
    nothing: (id) => nothingPage(map, id),
    overview: (_, state) => overviewPage(map, state),
  };

  function update(state, before) {
    const { thing, id } = state.view;
    // Only the page of a statement tells what is found or folded.
    const told = thing === "statement" ? TOLD_OF_STATEMENTS : ["view", "inferred"];
    if (before && told.every((part) => before[part] === state[part])) return;
    const head = thing !== "overview" && pageHead(state.view, state, actions);
    const way = document.activeElement?.dataset?.way;
    const hadFocus = page.contains(document.activeElement);
    page.replaceChildren(...[head, build[thing](id, state)].flat(9).filter(Boolean));
    page.className = `page of-${thing}`;
    const heading = page.querySelector("h2");
    heading.id = "ui:heading";
    // The browser's history and bookmarks tell one place from another by this.
    document.title = thing === "overview" ? title() : `${heading.textContent} – ${title()}`;
    // Who goes on from page to page with a button finds it under the finger again.
    const again = hadFocus && page.querySelector(`[data-way="${way}"]:not(:disabled)`);
    if (hadFocus) (again || page).focus({ preventScroll: true });
    // Even setting what it is makes the browser lay out all of the page, so it is left at the beginning.
    if (before && before.view !== state.view) page.parentElement.scrollTop = 0;
  }

  return { update, focus: () => page.focus({ preventScroll: true }) };
}
