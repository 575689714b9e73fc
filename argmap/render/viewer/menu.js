// The menu of what can be taken along: a link, a picture, words.
import { byId, make } from "./dom.js";

/**
 * Fill the menu.
 * @param {Array<[string, Function]>} entries the words of each, and what it does; a string that it returns is said
 */
export function makeMenu(entries) {
  const [button, box] = [byId("share"), byId("sharing")];
  const close = () => set(false);
  const isOpen = () => !box.hidden;

  function set(isWanted) {
    box.hidden = !isWanted;
    button.setAttribute("aria-expanded", String(isWanted));
    if (isWanted) box.querySelector("button").focus();
  }

  async function run(item, act) {
    const words = item.textContent;
    item.textContent = (await act()) || words;
    setTimeout(() => {
      item.textContent = words;
      close();
    }, item.textContent === words ? 0 : 1200);
  }

  for (const [words, act] of entries)
    box.append(
      make("button", { type: "button", onclick: (event) => run(event.currentTarget, act) }, words),
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
