// The search: a field, and under it the list of what is found.
import { labelOf, nameOf } from "./document.js";
import { byId, make } from "./dom.js";
import { excerptOf, inOrder, marked, meantBy } from "./hits.js";

const AT_ONCE = 30;
/** In a map of more statements the picture follows when the typing pauses; the list follows every letter. */
const SOON_DRAWN = 400;
const PAUSE = 180;

/**
 * Let the search field show what it finds.
 * @param {object} map
 * @param {{search: Function, preview: Function, open: Function}} actions what typing does, what it would find (the
 *     state, what is found, and words for it), and what choosing a hit does
 */
export function makeSearch(map, { search, preview, open }) {
  const field = byId("search");
  const box = byId("found");
  const head = make("p", { class: "found-count" });
  const options = make("ul", { id: "ui:hits", role: "listbox", "aria-label": "Statements found" });
  box.append(head, options);
  let hits = [];
  let query = "";
  let at = -1;
  let told = "";
  let pending = 0;

  /** Follow a letter that was typed. */
  function type() {
    if (map.statements.size <= SOON_DRAWN) return search(field.value);
    clearTimeout(pending);
    pending = setTimeout(finish, PAUSE);
    return show(...preview(field.value));
  }

  /** Let the picture follow what was typed, at the latest before anything else is done. */
  function finish() {
    if (!pending) return;
    clearTimeout(pending);
    pending = 0;
    search(field.value);
  }

  const isOpen = () => !box.hidden;
  const close = () => setOpen(false);

  function setOpen(isWanted) {
    box.hidden = !isWanted || !query.trim();
    field.setAttribute("aria-expanded", String(isOpen() && hits.length > 0));
    if (box.hidden) point(-1);
    else fill();
  }

  /** Show the list as far as it has been read, for a thousand hits are not read at once. */
  function fill(upTo = AT_ONCE) {
    if (!isOpen()) return;
    const there = options.childElementCount;
    for (const [index, key] of hits.slice(there, upTo).entries()) options.append(option(key, there + index));
  }

  function option(key, index) {
    const statement = map.statements.get(key);
    const { name, text } = excerptOf(map, statement, query);
    const item = make(
      "li",
      { id: `ui:hit-${index}`, role: "option", "aria-selected": "false", onclick: () => choose(index) },
      make("span", { class: "hit-title", dir: "auto" }, lit(labelOf(map, key))),
      make("span", { class: `hit-who person ${voiceOf(statement)}`, dir: "auto" }, lit(nameOf(map, statement.by))),
      text && statement.title !== text && make("span", { class: "hit-text", dir: "auto" }, name && `${name}: `, lit(text)),
    );
    // The field keeps the focus, so that the arrows go on from the hit that was pressed.
    item.addEventListener("pointerdown", (event) => event.preventDefault());
    return item;
  }

  const voiceOf = (statement) => map.people.get(statement.by)?.voice ?? "voice-none";

  const lit = (text) =>
    marked(text, query).map((piece, index) => (index % 2 ? make("mark", {}, piece) : piece));

  /** Point at a hit; the field keeps the focus. */
  function point(next) {
    options.children[at]?.setAttribute("aria-selected", "false");
    at = next;
    fill(at + AT_ONCE);
    const item = options.children[at];
    item?.setAttribute("aria-selected", "true");
    item?.scrollIntoView({ block: "nearest" });
    if (item) field.setAttribute("aria-activedescendant", item.id);
    else field.removeAttribute("aria-activedescendant");
  }

  function choose(index) {
    const key = hits[index];
    close();
    if (key) open(key);
  }

  /** Open the next hit, or the one before; after the last comes the first. */
  function step(by, current) {
    const here = hits.indexOf(current);
    if (hits.length) open(hits.at(here < 0 ? Math.min(by, 0) : (here + by) % hits.length));
  }

  function onKey(event, current) {
    if (event.isComposing) return;
    if (["Enter", "Escape"].includes(event.key)) finish();
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter") {
      const chosen = at;
      close();
      if (chosen >= 0) choose(chosen);
      else step(event.shiftKey ? -1 : 1, current());
    } else if (way) {
      event.preventDefault();
      const wasOpen = isOpen();
      setOpen(true);
      const last = hits.length - 1;
      if (wasOpen && last >= 0) point(at + way > last ? 0 : at + way < 0 ? last : at + way);
    }
  }

  /**
   * Bring the list up to a state.
   * @param {object} state
   * @param {?Set<string>} found
   * @param {string} words how many there are
   */
  function update(state, found, words) {
    if (field.value !== state.query) field.value = state.query;
    show(state, found, words);
  }

  function show(state, found, words) {
    const isOther = query !== state.query;
    query = state.query;
    const next = found && query.trim() ? inOrder(map, found, query) : [...(found ?? [])];
    const signature = [map.version, query, ...next].join("\n");
    if (signature === told) return;
    told = signature;
    hits = next;
    point(-1);
    options.replaceChildren();
    options.hidden = !hits.length;
    head.replaceChildren(words, ...(hits.length || !query.trim() ? [] : suggestion()));
    setOpen(isOther ? document.activeElement === field : isOpen());
  }

  function suggestion() {
    const meant = meantBy(map, query);
    if (!meant) return [];
    const take = () => {
      field.focus();
      search(meant);
    };
    return [". Did you mean ", make("button", { type: "button", class: "link", onclick: take }, meant), "?"];
  }

  field.addEventListener("input", type);
  field.addEventListener("pointerdown", () => document.activeElement === field && setOpen(true));
  options.addEventListener("scroll", () => {
    if (options.scrollTop + options.clientHeight > options.scrollHeight - 200) fill(options.childElementCount + AT_ONCE);
  });
  document.addEventListener("pointerdown", finish, { capture: true });
  document.addEventListener("pointerdown", (event) => {
    if (!event.target.closest?.(".search")) close();
  });
  field.parentElement.addEventListener("focusout", (event) => {
    finish();
    if (event.relatedTarget && !field.parentElement.contains(event.relatedTarget)) close();
  });

  return { update, isOpen, close, watch: (current) => field.addEventListener("keydown", (event) => onKey(event, current)) };
}
