// How one statement bears on another, and the way up from one to what it is all about.
import { at, isThere } from "./document.js";

export const VERBS = { rebut: "rebuts", undermine: "undermines", undercut: "undercuts" };

/** Say in a word how a statement bears on another. */
export function bearingOf(map, tail, head) {
  const attack = at(map.attackers, head).find(
    ({ attack: one, by }) => by === tail || one.with?.includes(tail),
  )?.attack;
  if (attack) return VERBS[attack.kind];
  return map.statements.get(tail).restates?.includes(head) ? "restates" : "supports";
}

/**
 * Find the way up from a statement: the shortest path to a main thesis, else to what bears on nothing more.
 * @returns {string[]} the statements on the way, the highest first, without the one from which it leads
 */
export function wayUp(map, from, inferred) {
  const cameFrom = new Map([[from, null]]);
  const queue = [from];
  let highest = null;
  for (const key of queue) {
    const above = at(map.heads, key).filter((one) => isThere(map, one, inferred));
    if (key !== from && map.statements.get(key).main) return pathDown(key, cameFrom);
    if (key !== from && !above.length) highest ??= key;
    for (const one of above.filter((each) => !cameFrom.has(each))) {
      cameFrom.set(one, key);
      queue.push(one);
    }
  }
  return highest ? pathDown(highest, cameFrom) : [];
}

function pathDown(key, cameFrom) {
  const path = [];
  for (let one = key; cameFrom.get(one) !== null; one = cameFrom.get(one)) path.push(one);
  return path;
}
