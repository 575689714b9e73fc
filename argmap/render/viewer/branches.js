// Folding: which statements are left when the branches under some are put away.
import { at } from "./document.js";

/**
 * Find the statements that are shown.
 * @param {object} map
 * @param {Set<string>} folded the statements whose branches are put away
 * @param {boolean} inferred whether what only the editor sees is shown
 * @returns {Set<string>}
 */
export function unfolded(map, folded, inferred) {
  const exists = (key) => inferred || !map.statements.get(key).inferred;
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

/** Make a count of the statements that folding one would put away; what is counted once is kept. */
export function makeSizes(map) {
  const known = new Map();
  const all = [false, true].map((inferred) => unfolded(map, new Set(), inferred).size);
  return (key, inferred) => {
    const name = `${inferred} ${key}`;
    if (!known.has(name))
      known.set(name, all[Number(inferred)] - unfolded(map, new Set([key]), inferred).size);
    return known.get(name);
  };
}
