// Folding: which statements are left when the branches under some are put away.
import { at, isThere } from "./document.js";

/**
 * Find the statements that are shown. A fold puts away what a statement rests on and what is said to that; main
 * theses and the challenges that reach them stay, for they are what a map comes to.
 * @param {object} map
 * @param {Set<string>} folded the statements whose branches are put away
 * @param {boolean} inferred whether what the editor infers is shown
 * @returns {Set<string>}
 */
export function unfolded(map, folded, inferred) {
  // A set of folds is never changed, only replaced.
  if (!unfoldedBy.has(folded)) unfoldedBy.set(folded, new Map());
  const found = unfoldedBy.get(folded);
  if (!found.has(inferred)) found.set(inferred, whatIsUnfolded(map, folded, inferred));
  return found.get(inferred);
}

const unfoldedBy = new WeakMap();

function whatIsUnfolded(map, folded, inferred) {
  const exists = (key) => isThere(map, key, inferred);
  const keys = [...map.statements.keys()].filter(exists);
  const reachable = new Set();
  const shown = new Set();
  const roots = keys.filter((key) => !at(map.heads, key).some(exists));
  // Circles have no root: the first statement of each stands in for one.
  for (const root of [...roots, ...keys]) {
    if (reachable.has(root)) continue;
    spread(map, root, reachable, exists);
    spread(map, root, shown, exists, folded);
  }
  for (const thesis of map.theses) spread(map, thesis, shown, exists, folded);
  for (const [challenge, theses] of map.reaching)
    if (theses.some((thesis) => folded.has(thesis) && shown.has(thesis)))
      spread(map, challenge, shown, exists, folded);
  return shown;
}

function spread(map, root, found, exists, stops = new Set()) {
  const queue = [root];
  while (queue.length) {
    const key = queue.pop();
    if (found.has(key) || !map.statements.has(key) || !exists(key)) continue;
    found.add(key);
    if (!stops.has(key)) queue.push(...at(map.tails, key));
  }
}

/** Find all that leads to a statement, itself included. */
export function beneath(map, key, inferred) {
  const found = new Set();
  spread(map, key, found, (other) => isThere(map, other, inferred));
  return found;
}

/** Find the argument of a statement: what it bears on, at however many removes, and what bears on it. */
export function argumentOf(map, key, inferred) {
  const found = beneath(map, key, inferred);
  const queue = [...at(map.heads, key)];
  while (queue.length) {
    const head = queue.pop();
    if (found.has(head) || !isThere(map, head, inferred)) continue;
    found.add(head);
    queue.push(...at(map.heads, head));
  }
  return found;
}

/** Take away the folds that hide a statement: those of all that it bears on. */
export function openedFor(map, folded, key) {
  const above = new Set();
  const queue = [...at(map.heads, key)];
  while (queue.length) {
    const head = queue.pop();
    if (above.has(head)) continue;
    above.add(head);
    queue.push(...at(map.heads, head));
  }
  return new Set([...folded].filter((other) => !above.has(other)));
}

/** Count the statements that folding one would put away. */
export const countFolding = (map, { folded, inferred }, key) =>
  unfolded(map, folded, inferred).size - unfolded(map, new Set([...folded, key]), inferred).size;

/** Count the statements that lead to one and are put away: by its own fold, or by that and others. */
export function countFolded(map, { inferred }, shown, key) {
  return [...beneath(map, key, inferred)].filter((other) => !shown.has(other)).length;
}
