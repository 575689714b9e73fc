// The drawing: which boxes and lines are shown, dimmed, marked.
import { at } from "./document.js";

const SVG = "http://www.w3.org/2000/svg";
const SIDES = ["x", "y", "width", "height"];

/**
 * Index the drawing, and give what paints a state onto it.
 * @param {object} map
 * @param {SVGSVGElement} svg
 * @param {(key: string) => number} sizeOf counts what folding a statement puts away
 */
export function makePicture(map, svg, sizeOf) {
  const groups = new Map();
  const boxes = new Map();
  for (const group of svg.querySelectorAll(".statement")) {
    groups.set(group.id, group);
    boxes.set(group.id, boxOf(map, group.querySelector(".ring")));
  }
  const edges = groupsById(svg, ".edge");
  const dots = groupsById(svg, ".node:not(.statement)");
  const joints = new Set(map.joints);
  const heads = new Map(
    map.lines.filter(([, tail]) => joints.has(tail)).map(([, tail, head]) => [tail, head]),
  );
  const ends = new Map();
  for (const [, tail, head] of map.lines)
    if (heads.has(head)) ends.set(head, [...(ends.get(head) ?? []), tail]);
  const painted = new Map();
  const badges = [];

  function paint(element, ...flags) {
    const now = flags.filter(Boolean).join(" ");
    if ((painted.get(element) ?? "") === now) return;
    element.classList.remove(...(painted.get(element) ?? "").split(" ").filter(Boolean));
    element.classList.add(...flags.filter(Boolean));
    painted.set(element, now);
  }

  function update(state, shown, found) {
    const key = state.view.thing === "statement" ? state.view.id : null;
    const near = key ? new Set([key, ...at(map.heads, key), ...at(map.tails, key)]) : null;
    svg.classList.toggle("choosing", Boolean(key));
    for (const [id, group] of groups) {
      paint(
        group,
        !shown.has(id) && "gone",
        found && !found.has(id) && "dim",
        id === key && "chosen",
        near?.has(id) && "near",
      );
      group.setAttribute("aria-pressed", String(id === key));
    }
    paintLines(shown, found, key);
    markFolded(state, shown);
    letTabIn(key, shown, found);
  }

  function paintLines(shown, found, key) {
    const visible = (id, depth = 0) =>
      shown.has(id) ||
      (heads.has(id) &&
        depth < 9 &&
        visible(heads.get(id), depth + 1) &&
        (ends.get(id) ?? []).some((tail) => shown.has(tail)));
    const fits = (id) => !found || !groups.has(id) || found.has(id);
    const lit = litJoints(key);
    for (const [id, tail, head] of map.lines) {
      const isLit = key && (tail === key || head === key || lit.has(tail) || lit.has(head));
      if (edges.has(id))
        paint(
          edges.get(id),
          !(visible(tail) && visible(head)) && "gone",
          !(fits(tail) && fits(head)) && "dim",
          isLit && "near",
        );
    }
    for (const [id, dot] of dots)
      paint(dot, !visible(id) && "gone", !(ends.get(id) ?? []).some(fits) && "dim", lit.has(id) && "near");
  }

  /** Find the joints that the lines of a statement run to or come from. */
  function litJoints(key) {
    const touching = map.lines.filter(([, tail, head]) => tail === key || head === key);
    return new Set(touching.flatMap(([, tail, head]) => [tail, head]).filter((id) => heads.has(id)));
  }

  function markFolded(state, shown) {
    for (const badge of badges.splice(0)) badge.remove();
    for (const id of state.folded) {
      if (!shown.has(id) || !groups.has(id)) continue;
      const badge = badgeFor(id, groups.get(id).querySelector(".ring"), sizeOf(id));
      groups.get(id).parentNode.append(badge);
      badges.push(badge);
    }
  }

  let reachable = null;
  /** Let one box at a time be reached by the Tab key; arrows go on from there. */
  function letTabIn(key, shown, found) {
    const fits = (id) => shown.has(id) && (!found || found.has(id));
    const next = key && shown.has(key) ? key : [...groups.keys()].find(fits);
    reachable?.setAttribute("tabindex", "-1");
    reachable = groups.get(next) ?? null;
    reachable?.setAttribute("tabindex", "0");
  }

  return { groups, boxes, update, focus: (id) => groups.get(id)?.focus({ preventScroll: true }) };
}

function boxOf(map, ring) {
  const [x, y, width, height] = SIDES.map((side) => Number(ring.getAttribute(side)));
  return { x: x + map.origin[0], y: y + map.origin[1], width, height };
}

function groupsById(svg, selector) {
  const found = new Map();
  for (const group of svg.querySelectorAll(selector)) {
    found.set(group.id, group);
  }
  return found;
}

function badgeFor(id, ring, size) {
  const [x, y, width] = SIDES.map((side) => Number(ring.getAttribute(side)));
  const label = `+${size}`;
  const badge = part("g", { class: "badge", "aria-hidden": "true", "data-folded": id });
  const wide = 14 + 7 * label.length;
  badge.append(part("rect", { x: x + width - wide + 6, y: y - 9, width: wide, height: 20, rx: 10 }));
  const text = part("text", {
    x: x + width - wide / 2 + 6,
    y: y + 5,
    "text-anchor": "middle",
    "font-size": 12,
    "font-weight": "bold",
  });
  text.textContent = label;
  badge.append(text);
  return badge;
}

function part(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
