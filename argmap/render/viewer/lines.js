// Lines and the joints in which they meet: which are shown, and which belong to what is chosen.

const LONGEST = 9;

/** Index the lines of a map. */
export function makeLines(map) {
  const joints = new Set(map.joints);
  const heads = new Map(
    map.lines.filter(([, tail]) => joints.has(tail)).map(([, tail, head]) => [tail, head]),
  );
  const tails = new Map();
  for (const [, tail, head] of map.lines)
    if (heads.has(head)) tails.set(head, [...(tails.get(head) ?? []), tail]);

  const tailsOf = (joint) => tails.get(joint) ?? [];

  /** Tell whether an end of a line is shown; a joint is, if something comes in and its line leads to something. */
  function isShown(id, shown, depth = 0) {
    if (!heads.has(id)) return shown.has(id);
    if (depth === LONGEST || !tailsOf(id).some((tail) => shown.has(tail))) return false;
    return isShown(heads.get(id), shown, depth + 1);
  }

  /** Find the lines of a statement, and the joints that they run to or come from, with all their lines. */
  function touching(key) {
    const own = map.lines.filter(([, tail, head]) => tail === key || head === key);
    const met = new Set(own.flatMap(([, tail, head]) => [tail, head]).filter((id) => heads.has(id)));
    const joined = map.lines.filter(([, tail, head]) => met.has(tail) || met.has(head));
    return new Set([...met, ...[...own, ...joined].map(([id]) => id)]);
  }

  /** Find the lines that run from one of some statements to another, and the joints on their way. */
  function among(keys) {
    const isMet = (joint) => keys.has(heads.get(joint)) && tailsOf(joint).some((tail) => keys.has(tail));
    const inside = new Set([...keys, ...[...heads.keys()].filter(isMet)]);
    const joined = map.lines.filter(([, tail, head]) => inside.has(tail) && inside.has(head));
    return new Set([...inside, ...joined.map(([id]) => id)]);
  }

  return { isShown, tailsOf, touching, among };
}
