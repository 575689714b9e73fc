// Arrow keys: from box to box, along a line where one leads that way.
import { at } from "./document.js";

const WAYS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

export const isArrow = (key) => Object.hasOwn(WAYS, key);

export const wayOf = (key) => WAYS[key];

/** Find the statement to walk to from one; undefined where there is none that way. */
export function nextOne(map, boxes, from, key, isOpen) {
  const way = WAYS[key];
  const linked = new Set([...at(map.heads, from), ...at(map.tails, from)]);
  const open = [...boxes.keys()].filter((id) => id !== from && isOpen(id));
  const rated = open.map((id) => ({ id, ...bearing(boxes.get(from), boxes.get(id), way) }));
  const ahead = rated.filter((one) => one.along > 0);
  return (
    nearestOf(ahead.filter((one) => linked.has(one.id) && one.across <= 2 * one.along)) ??
    nearestOf(ahead.filter((one) => one.across <= one.along)) ??
    nearestOf(ahead.filter((one) => linked.has(one.id)))
  );
}

const nearestOf = (rated) =>
  rated.sort((one, other) => one.along + 2 * one.across - other.along - 2 * other.across)[0]?.id;

function bearing(from, to, [right, down]) {
  const across = to.x + to.width / 2 - from.x - from.width / 2;
  const below = to.y + to.height / 2 - from.y - from.height / 2;
  return right
    ? { along: across * right, across: Math.abs(below) }
    : { along: below * down, across: Math.abs(across) };
}
