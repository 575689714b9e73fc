// The drawing: where each statement stands, as a tile or as a whole box, and which lines and boxes are marked.
import { at } from "./document.js";
import { prefersStillness } from "./dom.js";
import { BOXES, REST } from "./levels.js";
import { membersOf } from "./selecting.js";
import { drawStrings } from "./strings.js";
import { shape } from "./svg.js";
import { drawFoot, drawRest, drawTile, tileSize } from "./tiles.js";

const SIDES = ["x", "y", "width", "height"];
const EDGE = 3;
const UNDER = 14;
const MORPH = 300;
/** More than these do not move one by one. */
const MANY_MOVING = 160;

/**
 * Index the drawing, and give what lays it out and marks it.
 * @param {object} map
 * @param {SVGSVGElement} svg
 */
export function makePicture(map, svg) {
  const graph = svg.querySelector(".graph") ?? svg;
  const [strings, joints] = ["strings", "joints"].map((name) => shape("g", { class: name, "aria-hidden": "true" }));
  graph.prepend(strings, joints);
  svg.classList.add("laid");
  const { x: left, y: top } = svg.viewBox.baseVal;
  svg.style.setProperty("--left", `${left}px`);
  svg.style.setProperty("--top", `${top}px`);
  const items = new Map();
  for (const group of svg.querySelectorAll(".statement")) items.set(group.id, itemOf(group));
  const boxes = new Map();
  let lines = [];
  let [reachable, marked, lit, last] = [null, null, new Set(), null];

  /** Give the size that a statement needs; `tile` is the width of tiles. */
  function sizeOf(id, level, told, tile) {
    if (level !== BOXES) return tileSize(tile, told.hidden || told.open);
    const { ring } = items.get(id);
    return { width: ring.width, height: ring.height + (told.hidden ? UNDER : 0) };
  }

  /** Put everything in its place; `from` is where the camera was, to move on from there. */
  function lay(layout, level, tellOf, from) {
    const before = from && new Map([...boxes].map(([id, box]) => [id, box]));
    boxes.clear();
    for (const [id, item] of items) {
      const place = layout.places.get(id);
      put(item, "isGone", !place, (on) => item.group.classList.toggle("gone", on));
      if (!place) continue;
      boxes.set(id, place);
      if (level === BOXES) dressWhole(item, tellOf(id));
      else dressTile(item, tellOf(id), place);
      const [x, y] = [place.x - item.ring.x, place.y - item.ring.y];
      if (item.x === x && item.y === y) continue;
      [item.x, item.y] = [x, y];
      item.group.style.transform = `translate(${x}px, ${y}px)`;
    }
    lines = drawStrings(strings, layout.lines, layout.spots, layout.places);
    joints.replaceChildren(
      ...[...layout.places].filter(([id]) => !items.has(id)).map(([id, place]) => drawJoint(id, place, layout.rest)),
    );
    if (last) mark(last);
    if (before && !prefersStillness() && !document.hidden) morph(before, from);
  }

  function drawJoint(id, place, rest) {
    if (id === REST) return drawRest(rest, place);
    const radius = place.width / 2;
    return shape("circle", { cx: place.x + radius, cy: place.y + radius, r: radius - 0.5 });
  }

  function put(item, name, value, apply) {
    if (item[name] === value) return;
    item[name] = value;
    apply(value);
  }

  function dressTile(item, told, { width, height }) {
    item.foot?.remove();
    item.under = null;
    put(item, "key", `${width} ${told.hidden} ${told.open} ${told.isOpen}`, () => {
      item.face?.remove();
      item.face = drawTile(map, map.statements.get(item.group.id), told, width);
      item.face.setAttribute("transform", `translate(${item.ring.x} ${item.ring.y})`);
      item.group.append(item.face);
    });
    put(item, "isWhole", false, () => item.group.classList.remove("whole"));
    ringAround(item, { width, height }, EDGE);
  }

  function dressWhole(item, told) {
    item.face?.remove();
    item.key = null;
    put(item, "isWhole", true, () => item.group.classList.add("whole"));
    put(item, "under", told.hidden, () => {
      item.foot?.remove();
      item.foot = drawFoot(item.group.id, told, item.ring);
      item.foot.setAttribute("transform", `translate(${item.ring.x} ${item.ring.y})`);
      item.group.append(item.foot);
    });
    ringAround(item, item.ring, 0);
  }

  function ringAround(item, { width, height }, edge) {
    put(item, "around", `${width} ${height} ${edge}`, () => {
      const sides = [item.ring.x - edge, item.ring.y - edge, width + 2 * edge, height + 2 * edge];
      SIDES.forEach((side, index) => item.frame.setAttribute(side, sides[index]));
    });
  }

  /** Let what was in the window glide from where it was on the screen. */
  function morph(before, { was, now }) {
    const moving = [...boxes].filter(([id]) => before.has(id));
    strings.animate([{ opacity: 0 }, { opacity: 0, offset: 0.5 }, { opacity: 1 }], MORPH);
    if (moving.length > MANY_MOVING) return;
    for (const [id] of moving) {
      const { group, ring, x, y } = items.get(id);
      const old = before.get(id);
      const scale = was.scale / now.scale;
      const [across, down] = [
        (old.x * was.scale + was.x - now.x) / now.scale,
        (old.y * was.scale + was.y - now.y) / now.scale,
      ];
      group.animate(
        [
          { transform: `translate(${across - ring.x * scale}px, ${down - ring.y * scale}px) scale(${scale})` },
          { transform: `translate(${x}px, ${y}px) scale(1)` },
        ],
        { duration: MORPH, easing: "cubic-bezier(.2,.7,.2,1)" },
      );
    }
  }

  /** Mark what is chosen and what belongs to it. */
  function mark(state) {
    last = state;
    const key = state.view.thing === "statement" ? state.view.id : null;
    const near = key ? neighbours(map, key) : new Set(membersOf(map, state).map((one) => one.id));
    svg.classList.toggle("choosing", near.size > 0);
    markBox(key);
    const isLit = key
      ? ({ tail, head }) => tail === key || head === key || isJoined(key, tail) || isJoined(key, head)
      : ({ tail, head }) => near.has(tail) && near.has(head);
    const now = new Set([
      ...[...near].map((id) => items.get(id)?.group).filter(Boolean),
      ...(near.size ? lines.filter(isLit).map((line) => line.element) : []),
    ]);
    for (const element of lit) if (!now.has(element)) element.classList.remove("near");
    for (const element of now) if (!lit.has(element)) element.classList.add("near");
    lit = now;
    letTabIn(key);
  }

  /** Tell whether a joint has a line of a statement. */
  const isJoined = (key, joint) =>
    !items.has(joint) &&
    lines.some(({ tail, head }) => (tail === key && head === joint) || (tail === joint && head === key));

  function markBox(key) {
    const next = items.get(key)?.group ?? null;
    if (next === marked) return;
    marked?.classList.remove("chosen");
    marked?.setAttribute("aria-pressed", "false");
    next?.classList.add("chosen");
    next?.setAttribute("aria-pressed", "true");
    marked = next;
  }

  /** Let one box at a time be reached by the Tab key; arrows go on from there. */
  function letTabIn(key) {
    const next = boxes.has(key) ? key : [...boxes.keys()][0];
    reachable?.setAttribute("tabindex", "-1");
    reachable = items.get(next)?.group ?? null;
    reachable?.setAttribute("tabindex", "0");
  }

  return {
    boxes,
    items,
    graph,
    sizeOf,
    lay,
    mark,
    areaOf: (keys) => areaAround([...keys].map((key) => boxes.get(key))),
    focus: (id) => items.get(id)?.group.focus({ preventScroll: true }),
    enter: () => reachable?.focus({ preventScroll: true }),
  };
}

/**
 * Give a statement with what it bears on and what bears on it; with what attacks a step, also the premises of the
 * step.
 */
export function neighbours(map, key) {
  const steps = (map.statements.get(key).attacks ?? []).map((attack) => map.steps.get(attack.step));
  const premises = steps.flatMap((step) => step?.premises ?? []);
  return new Set([key, ...at(map.heads, key), ...at(map.tails, key), ...premises]);
}

/** Index the box of a statement. */
export function itemOf(group) {
  const frame = group.querySelector(".ring");
  const ring = Object.fromEntries(SIDES.map((side) => [side, Number(frame.getAttribute(side))]));
  return { group, frame, ring };
}

/** Give the area that some boxes take. */
export function areaAround(boxes) {
  const [x, y] = ["x", "y"].map((side) => Math.min(...boxes.map((box) => box[side])));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
