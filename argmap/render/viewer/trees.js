// A graph as trees: each node beneath one that it bears on; what is left over crosses from tree to tree.

/**
 * Grow trees.
 * @param {{nodes: string[], lines: object[]}} graph
 * @returns {{roots: string[], below: Map<string, {id: string, line: object}[]>, across: object[]}}
 */
export function growTrees({ nodes, lines }) {
  const into = new Map(nodes.map((id) => [id, []]));
  const bearing = new Set();
  for (const line of lines) {
    into.get(line.head)?.push(line);
    bearing.add(line.tail);
  }
  const placed = new Set();
  const below = new Map();
  const used = new Set();
  const grow = (start) => {
    const queue = start.filter((id) => !placed.has(id));
    for (const id of queue) placed.add(id);
    for (let next = 0; next < queue.length; next += 1) {
      const id = queue[next];
      for (const line of into.get(id)) {
        if (placed.has(line.tail)) continue;
        placed.add(line.tail);
        used.add(line);
        if (below.has(id)) below.get(id).push({ id: line.tail, line });
        else below.set(id, [{ id: line.tail, line }]);
        queue.push(line.tail);
      }
    }
  };
  const roots = nodes.filter((id) => !bearing.has(id));
  grow(roots);
  for (const id of nodes) {
    if (placed.has(id)) continue;
    roots.push(id);
    grow([id]);
  }
  const across = lines.filter((line) => !used.has(line) && line.tail !== line.head);
  return { roots, below, across };
}
