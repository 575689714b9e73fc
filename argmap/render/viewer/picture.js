// The drawing: which boxes and lines are shown, dimmed, marked.
import { makeBadge } from "./badges.js";
import { countFolded } from "./branches.js";
import { at } from "./document.js";
import { makeLines } from "./lines.js";
import { membersOf } from "./selecting.js";

const SIDES = ["x", "y", "width", "height"];

/**
 * Index the drawing, and give what paints a state onto it.
 * @param {object} map
 * @param {SVGSVGElement} svg
 */
export function makePicture(map, svg) {
  const groups = groupsById(svg, ".statement");
  const edges = groupsById(svg, ".edge");
  const dots = groupsById(svg, ".node:not(.statement)");
  const lines = makeLines(map);
  const boxes = new Map([...groups].map(([id, group]) => [id, boxOf(map, group)]));
  const painted = new Map();
  const badges = [];
  let reachable = null;

  function paint(element, ...flags) {
    const now = flags.filter(Boolean).join(" ");
    if ((painted.get(element) ?? "") === now) return;
    element.classList.remove(...(painted.get(element) ?? "").split(" ").filter(Boolean));
    element.classList.add(...flags.filter(Boolean));
    painted.set(element, now);
  }

  function update(state, shown, found) {
    const key = state.view.thing === "statement" ? state.view.id : null;
    const near = key ? neighbours(map, key) : new Set(membersOf(map, state).map((one) => one.id));
    svg.classList.toggle("choosing", near.size > 0);
    paintBoxes(shown, found, key, near);
    paintLines(shown, found, key ? lines.touching(key) : lines.among(near));
    markFolded(state, shown);
    letTabIn(key, shown, found);
  }

  function paintBoxes(shown, found, key, near) {
    for (const [id, group] of groups) {
      const isDim = found && !found.has(id);
      paint(group, !shown.has(id) && "gone", isDim && "dim", id === key && "chosen", near.has(id) && "near");
      group.setAttribute("aria-pressed", String(id === key));
    }
  }

  function paintLines(shown, found, lit) {
    const isGone = (...ends) => !ends.every((id) => lines.isShown(id, shown));
    const fits = (id) => !found || !groups.has(id) || found.has(id);
    for (const [id, tail, head] of map.lines) {
      if (!edges.has(id)) continue;
      const isDim = !(fits(tail) && fits(head));
      paint(edges.get(id), isGone(tail, head) && "gone", isDim && "dim", lit.has(id) && "near");
    }
    for (const [id, dot] of dots)
      paint(dot, isGone(id) && "gone", !lines.tailsOf(id).some(fits) && "dim", lit.has(id) && "near");
  }

  function markFolded(state, shown) {
    for (const badge of badges.splice(0)) badge.remove();
    for (const id of state.folded) {
      if (!shown.has(id) || !groups.has(id)) continue;
      const size = countFolded(map, state, shown, id);
      if (!size) continue;
      const badge = makeBadge(id, ringOf(groups.get(id)), size);
      groups.get(id).parentNode.append(badge);
      badges.push(badge);
    }
  }

  /** Let one box at a time be reached by the Tab key; arrows go on from there. */
  function letTabIn(key, shown, found) {
    const fits = (id) => shown.has(id) && (!found || found.has(id));
    const next = key && shown.has(key) ? key : [...groups.keys()].find(fits);
    reachable?.setAttribute("tabindex", "-1");
    reachable = groups.get(next) ?? null;
    reachable?.setAttribute("tabindex", "0");
  }

  return {
    boxes,
    update,
    areaOf: (keys) => areaAround([...keys].map((key) => boxes.get(key))),
    focus: (id) => groups.get(id)?.focus({ preventScroll: true }),
    enter: () => reachable?.focus({ preventScroll: true }),
  };
}

/** Give a statement and what it bears on or what bears on it. */
export const neighbours = (map, key) => new Set([key, ...at(map.heads, key), ...at(map.tails, key)]);

const groupsById = (svg, selector) =>
  new Map(Array.from(svg.querySelectorAll(selector), (group) => [group.id, group]));

function ringOf(group) {
  const ring = group.querySelector(".ring");
  return Object.fromEntries(SIDES.map((side) => [side, Number(ring.getAttribute(side))]));
}

function boxOf(map, group) {
  const ring = ringOf(group);
  return { ...ring, x: ring.x + map.origin[0], y: ring.y + map.origin[1] };
}

function areaAround(boxes) {
  const [x, y] = ["x", "y"].map((side) => Math.min(...boxes.map((box) => box[side])));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
