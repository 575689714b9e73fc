// Keys: what each does, wherever the focus is.
import { isArrow } from "./walking.js";

/**
 * Let keys act.
 * @param {{isOpen: Function, hasLetters: Function}} help whether the list of keys is open, and letters are keys
 * @param {Object<string, Function>} letters what each of them does, at the box that has the focus, if one has
 * @param {{back: Function, walk: Function, read: Function}} actions what Escape, the arrows and Enter do
 */
export function watchKeys(help, letters, { back, walk, read }) {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.isOpen()) return;
    const action = actionOf(event);
    if (!action) return;
    event.preventDefault();
    action();
  });

  function actionOf(event) {
    const box = event.target.closest?.(".statement")?.id;
    if (event.key === "Escape") return back;
    if (isArrow(event.key)) return (box || event.target === document.body) && (() => walk(event, box));
    if (event.key === "Enter" || event.key === " ") return box && (() => read(box, event.key === "Enter"));
    const isTyping = event.target.closest?.("input:not([type=checkbox]), textarea, select");
    const letter = event.key.toLowerCase();
    return !isTyping && help.hasLetters() && Object.hasOwn(letters, letter) && (() => letters[letter](box));
  }
}
