// The head of a page: where it stands in the order of reading, the way on, and its link.
import { figures, make } from "./dom.js";

/**
 * Build the head of a page.
 * @param {{thing: string, id: string}} view
 * @param {object} state
 * @param {object} actions `beside`, `open`, `copyLink` and `close`
 */
export function pageHead(view, state, actions) {
  const { previous, next, place, total } = view.thing === "statement" ? actions.beside(view.id) : {};
  return make(
    "div",
    { class: "page-head" },
    place && [
      arrow("Previous", "‹", previous, actions),
      arrow("Next", "›", next, actions),
      make("span", { class: "quiet place" }, `${figures(place)} of ${figures(total)}`),
    ],
    make(
      "button",
      { type: "button", class: "plain", onclick: (event) => actions.copyLink(view, event.currentTarget) },
      "Copy link",
    ),
    make(
      "button",
      {
        type: "button",
        class: "tool close",
        "aria-label": "Back to the map",
        title: "Back to the map",
        onclick: actions.close,
      },
      "×",
    ),
  );
}

const arrow = (name, sign, key, actions) =>
  make(
    "button",
    {
      type: "button",
      class: "tool",
      "aria-label": name,
      title: name,
      disabled: !key,
      "data-way": name,
      onclick: () => actions.open(key, name),
    },
    sign,
  );
