// Folding: which statements are left when the branches under some are put away.
import { at, isThere } from "./document.js";

/**
 * Find the statements that are shown.
 * @param {object} map
 * @param {Set<string>} folded the statements whose branches are put away
 * @param {boolean} inferred whether what the editor infers is shown
 * @returns {Set<string>}
 */
export function unfolded(map, folded, inferred) {
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
  return shown;
}

function spread(map, root, found, exists, stops = new Set()) {
  const queue = [root];
  while (queue.length) {
    const key = queue.pop();
    if (found.has(key) || !exists(key)) continue;
    found.add(key);
    if (!stops.has(key)) queue.push(...at(map.tails, key));
  }
}

/** Count the statements that folding one would put away. */
export const countFolding = (map, { folded, inferred }, shown, key) =>
  shown.size - unfolded(map, new Set([...folded, key]), inferred).size;

/** Count the statements that lead to one and are put away: by its own fold, or by that and others. */
export function countFolded(map, { inferred }, shown, key) {
  const below = new Set();
  spread(map, key, below, (other) => isThere(map, other, inferred));
  return [...below].filter((other) => !shown.has(other)).length;
}
