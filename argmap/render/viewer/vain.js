// A search or filter in vain: what was shown stays, dimmed, and a note says why and what may have been meant.
import { make } from "./dom.js";
import { meantBy } from "./hits.js";

/**
 * Make the note.
 * @param {object} map
 * @param {HTMLElement} stage where it stands
 * @param {{search: Function, clear: Function}} actions what looks for something else, and what shows all again
 */
export function makeVain(map, stage, { search, clear }) {
  const note = make("div", { class: "vain", hidden: true });
  stage.append(note);

  /** Tell of a state in which nothing is found, or take the note away. */
  function update(state, found) {
    const isVain = found?.size === 0;
    stage.classList.toggle("in-vain", isVain);
    note.hidden = !isVain;
    if (!isVain) return;
    const meant = state.query.trim() && meantBy(map, state.query);
    note.replaceChildren(
      make("b", {}, "No matches"),
      ...(meant
        ? [" Did you mean ", make("button", { type: "button", class: "link", onclick: () => search(meant) }, meant), "?"]
        : []),
      make("button", { type: "button", class: "plain", onclick: clear }, "Show all"),
    );
  }

  return { update };
}
