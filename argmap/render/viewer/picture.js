// The drawing: where each statement stands, as a tile or as a whole box, and which lines and boxes are marked.
// Of many only those in the window, and a little around it, are there.
import { at } from "./document.js";
import { prefersStillness } from "./dom.js";
import { BOXES, REST } from "./levels.js";
import { membersOf } from "./selecting.js";
import { drawString, isRouted } from "./strings.js";
import { shape } from "./svg.js";
import { drawFoot, drawRest, drawTile, tileSize } from "./tiles.js";

const SIDES = ["x", "y", "width", "height"];
const EDGE = 3;
const UNDER = 14;
const MORPH = 300;
/** More than these do not move one by one. */
const MANY_MOVING = 60;
/** So many are all there, whether or not they are in the window. */
const ALL_THERE = 150;
/** How much is there around the window, in parts of it. */
const BESIDES = 0.3;
const EVERYWHERE = { x: -Infinity, y: -Infinity, width: Infinity, height: Infinity };

/**
 * Make the drawing, and give what lays it out and marks it.
 * @param {object} map
 * @param {SVGSVGElement} svg an empty picture
 * @param {Map<string, object>} items the boxes that may stand in it
 * @param {() => {x: number, y: number, width: number, height: number}} areaInWindow
 */
export function makePicture(map, svg, items, areaInWindow) {
  const [strings, joints, stands] = ["strings", "joints", "boxes"].map((name) => shape("g", { class: name }));
  for (const group of [strings, joints]) group.setAttribute("aria-hidden", "true");
  svg.append(shape("g", { class: "graph" }, strings, joints, stands));
  const boxes = new Map();
  const there = new Map();
  let [lines, knots, laid, level, area] = [[], [], null, null, null];
  let [reachable, marked, near, isLit, last] = [null, null, new Set(), () => false, null];

  /** Give the size that a statement needs; `tile` is the width of tiles. */
  function sizeOf(id, size, told, tile) {
    if (size !== BOXES) return tileSize(tile, told.hidden || told.open);
    const { ring } = items.get(id);
    return { width: ring.width, height: ring.height + (told.hidden ? UNDER : 0) };
  }

  /** Put everything in its place; `from` is where the camera was, to move on from there. */
  function lay(layout, next, from) {
    const before = from && new Map(boxes);
    [laid, level, area] = [layout, next, null];
    boxes.clear();
    for (const id of items.keys()) if (layout.places.has(id)) boxes.set(id, layout.places.get(id));
    layout.drawn ??= layout.lines.filter((line) => isRouted(line, layout)).map((line) => {
      const around = areaAround([layout.places.get(line.tail), layout.places.get(line.head)]);
      return { ...line, line, around, element: null };
    });
    lines = layout.drawn;
    svg.setAttribute("viewBox", `0 0 ${layout.width} ${layout.height}`);
    svg.setAttribute("width", layout.width);
    svg.setAttribute("height", layout.height);
    strings.replaceChildren();
    joints.replaceChildren();
    knots = [...layout.places].filter(([id]) => !items.has(id)).map(([id, place]) => ({ id, place, element: null }));
    if (last) prepareMarks(last);
    fill();
    if (before && !prefersStillness() && !document.hidden) morph(before, from);
  }

  /** Let what is in the window be there, and no more than a little around it. */
  function fill() {
    if (!laid) return;
    const seen = boxes.size > ALL_THERE ? areaInWindow() : EVERYWHERE;
    if (area && (area === EVERYWHERE || contains(area, seen))) return;
    area = boxes.size > ALL_THERE ? widened(seen) : EVERYWHERE;
    const held = document.activeElement?.closest?.(".statement")?.id;
    for (const [id, item] of there) {
      if (boxes.has(id) && (touches(boxes.get(id), area) || id === reachable || id === held)) continue;
      item.group.remove();
      there.delete(id);
    }
    for (const [id, place] of boxes) if (there.has(id) || touches(place, area)) stand(id, place);
    if (reachable) bring(reachable);
    for (const one of lines) hang(strings, one, touches(one.around, area), () => drawString(one.line, laid));
    markLines();
    for (const knot of knots) hang(joints, knot, touches(knot.place, area), () => drawJoint(knot.id, knot.place, laid.rest));
  }

  function hang(group, one, isSeen, draw) {
    if (!isSeen) one.element?.remove();
    else if (!one.element?.parentNode) group.append((one.element ??= draw()));
  }

  function stand(id, place) {
    const item = items.get(id);
    if (!there.has(id)) {
      there.set(id, item);
      stands.append(item.group);
    }
    if (level === BOXES) dressWhole(item, laid.tellOf(id));
    else dressTile(id, item, laid.tellOf(id), place);
    const [x, y] = [place.x - item.ring.x, place.y - item.ring.y];
    if (item.x !== x || item.y !== y) {
      [item.x, item.y] = [x, y];
      item.group.style.transform = `translate(${x}px, ${y}px)`;
    }
    markItem(id, item);
  }

  /** Let a box be there wherever it stands, to be reached by keys. */
  function bring(id) {
    if (boxes.has(id) && !there.has(id)) stand(id, boxes.get(id));
    return there.get(id)?.group;
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

  function dressTile(id, item, told, { width, height }) {
    item.foot?.remove();
    item.under = null;
    put(item, "key", `${width} ${told.hidden} ${told.open} ${told.isOpen}`, () => {
      item.face?.remove();
      item.face = drawTile(map, map.statements.get(id), told, width);
      item.face.setAttribute("transform", `translate(${item.ring.x} ${item.ring.y})`);
      item.group.append(item.face);
    });
    put(item, "isWhole", false, () => {
      item.group.classList.remove("whole");
      item.undress();
    });
    ringAround(item, { width, height }, EDGE);
  }

  function dressWhole(item, told) {
    item.face?.remove();
    item.key = null;
    put(item, "isWhole", true, () => {
      item.group.classList.add("whole");
      item.group.append(item.drawn);
    });
    put(item, "under", `${told.hidden} ${told.isOpen}`, () => {
      item.foot?.remove();
      item.foot = drawFoot(map, map.statements.get(item.group.id), told, item.ring);
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
    const seen = areaInWindow();
    const moving = [...there.keys()].filter((id) => before.has(id) && touches(boxes.get(id), seen));
    strings.animate([{ opacity: 0 }, { opacity: 0, offset: 0.5 }, { opacity: 1 }], MORPH);
    if (moving.length > MANY_MOVING) return;
    for (const id of moving) {
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

  /**
   * Take over the boxes of another version of the map, until `lay` puts them in their places.
   * @param {string[]} ids what is there in it
   * @param {Map<string, object>} drawn the boxes that look otherwise; where one stood, its element stays, and its focus
   * @param {Set<string>} changed what is told otherwise, so that tiles are drawn anew
   */
  function exchange(ids, drawn, changed) {
    const before = new Map(items);
    items.clear();
    for (const id of ids) {
      const [old, fresh] = [before.get(id), drawn.get(id)];
      if (fresh && old?.isBuilt) fresh.standFor(old);
      const item = fresh ?? old;
      items.set(id, item);
      if (there.has(id)) there.set(id, item);
      if (changed.has(id)) item.key = null;
      before.delete(id);
    }
    for (const [id, item] of before) {
      if (item.isBuilt) item.group.remove();
      there.delete(id);
      boxes.delete(id);
    }
  }

  /** Mark what is chosen and what belongs to it. */
  function mark(state) {
    prepareMarks(state);
    for (const [id, item] of there) markItem(id, item);
    markLines();
  }

  /** Mark the lines of what is chosen; they lie over those that run in the same lane. */
  function markLines() {
    for (const one of lines) {
      const isNear = isLit(one);
      one.element?.classList.toggle("near", isNear);
      if (isNear && one.element?.parentNode) strings.append(one.element);
    }
  }

  function prepareMarks(state) {
    last = state;
    marked = state.view.thing === "statement" ? state.view.id : null;
    near = marked ? neighbours(map, marked) : new Set(membersOf(map, state).map((one) => one.id));
    svg.classList.toggle("choosing", near.size > 0);
    const joined = marked ? jointsOf(marked) : new Set();
    isLit = marked
      ? ({ tail, head }) => tail === marked || head === marked || joined.has(tail) || joined.has(head)
      : ({ tail, head }) => near.has(tail) && near.has(head);
    // One box at a time is reached by the Tab key; arrows go on from there.
    reachable = boxes.has(marked) ? marked : (boxes.keys().next().value ?? null);
    if (reachable) bring(reachable);
  }

  /** Find the joints that have a line of a statement. */
  function jointsOf(key) {
    const found = new Set();
    for (const { tail, head } of lines) {
      if (tail === key && !items.has(head)) found.add(head);
      if (head === key && !items.has(tail)) found.add(tail);
    }
    return found;
  }

  function markItem(id, item) {
    put(item, "isNear", near.has(id), (on) => item.group.classList.toggle("near", on));
    put(item, "isChosen", id === marked, (on) => {
      item.group.classList.toggle("chosen", on);
      item.group.setAttribute("aria-pressed", String(on));
    });
    put(item, "isReachable", id === reachable, (on) => item.group.setAttribute("tabindex", on ? "0" : "-1"));
  }

  return {
    boxes,
    items,
    exchange,
    sizeOf,
    lay,
    fill,
    mark,
    areaOf: (keys) => areaAround([...keys].map((key) => boxes.get(key))),
    focus: (id) => bring(id)?.focus({ preventScroll: true }),
    enter: () => reachable && bring(reachable)?.focus({ preventScroll: true }),
  };
}

const contains = (outer, inner) =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height;

const touches = (one, other) =>
  other === EVERYWHERE ||
  (one.x < other.x + other.width &&
    one.y < other.y + other.height &&
    one.x + one.width > other.x &&
    one.y + one.height > other.y);

const widened = ({ x, y, width, height }) => ({
  x: x - width * BESIDES,
  y: y - height * BESIDES,
  width: width * (1 + 2 * BESIDES),
  height: height * (1 + 2 * BESIDES),
});

/**
 * Give a statement with what it bears on and what bears on it; with what attacks a step, also the premises of the
 * step.
 */
export function neighbours(map, key) {
  const steps = (map.statements.get(key).attacks ?? []).map((attack) => map.steps.get(attack.step));
  const premises = steps.flatMap((step) => step?.premises ?? []);
  return new Set([key, ...at(map.heads, key), ...at(map.tails, key), ...premises]);
}

/** Give the area that some boxes take. */
export function areaAround(boxes) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x + width), Math.max(bottom, y + height)];
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
