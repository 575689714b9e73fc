// The menu of what can be taken along: a link, a picture, words.
import { byId, make } from "./dom.js";

const TOLD = 1200;

/**
 * Fill the menu.
 * @param {Array<[string, Function]>} entries the words of each, and what it does; a string that it returns is said
 */
export function makeMenu(entries) {
  const [button, box] = [byId("share"), byId("sharing")];
  const close = () => set(false);
  const isOpen = () => !box.hidden;

  let closing = 0;

  function set(isWanted) {
    clearTimeout(closing);
    box.hidden = !isWanted;
    button.setAttribute("aria-expanded", String(isWanted));
    if (isWanted) box.querySelector("button").focus();
  }

  /** Do what an entry says; what comes of it stands in its place for a moment. */
  async function run(item, words, act) {
    const said = await act();
    if (typeof said !== "string") return close();
    item.textContent = said;
    closing = setTimeout(close, TOLD);
    setTimeout(() => {
      item.textContent = words;
    }, TOLD);
    return undefined;
  }

  for (const [words, act] of entries)
    box.append(
      make("button", { type: "button", onclick: (event) => run(event.currentTarget, words, act) }, words),
    );
  box.addEventListener("keydown", (event) => {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const all = [...box.children];
    all.at((all.indexOf(document.activeElement) + way) % all.length).focus();
  });
  button.addEventListener("click", () => set(!isOpen()));
  document.addEventListener("pointerdown", (event) => {
    if (!event.target.closest?.(".menu, #ui\\:share")) close();
  });
  return {
    isOpen,
    close: () => {
      close();
      button.focus();
    },
  };
}
