// What is left of a map as a graph: who bears on whom, past what is not shown.

const PEACEFUL = new Set(["support", "restate"]);
const MOST_HEADS = 3;

const isAgainst = (relation) => !PEACEFUL.has(relation);

/**
 * Make what finds the lines between the statements that are shown.
 *
 * A joint, in which premises meet or on which an attack lands, is shown where two of its lines begin at something
 * that is. From what has no line to anything shown, one leads past all that is hidden to the next that is.
 */
export function makeGraph(map) {
  const joints = new Set(map.joints);
  const out = new Map();
  const into = new Map();
  for (const [id, tail, head, relation, inferred] of map.lines) {
    const line = { id, tail, head, relation, inferred: Boolean(inferred), past: 0 };
    for (const [lists, key] of [
      [out, tail],
      [into, head],
    ])
      if (lists.has(key)) lists.get(key).push(line);
      else lists.set(key, [line]);
  }
  const linesFrom = (id) => out.get(id) ?? [];

  const answers = new WeakMap();

  /** Find what is drawn where some statements are shown; the set of them is never changed, only replaced. */
  function among(shown) {
    if (!answers.has(shown)) answers.set(shown, drawnAmong(shown));
    return answers.get(shown);
  }

  function drawnAmong(shown) {
    const known = new Map();

    function isDrawn(id) {
      if (!joints.has(id)) return shown.has(id);
      if (known.has(id)) return known.get(id);
      known.set(id, false);
      const isLed = linesFrom(id).some(({ head }) => isDrawn(head));
      const ends = (into.get(id) ?? []).filter(({ tail }) => isDrawn(tail)).length;
      known.set(id, isLed && ends > 1);
      return known.get(id);
    }

    /** Follow a line to what is drawn, through joints that are not. */
    function landing(line) {
      let [here, depth] = [line, 0];
      while (joints.has(here.head) && !isDrawn(here.head) && depth++ < 9) {
        const next = linesFrom(here.head)[0];
        if (!next) break;
        here = { ...onward(here, next), past: here.past, id: line.id };
      }
      return here;
    }

    function past(start) {
      const seen = new Set([start]);
      const queue = linesFrom(start).map(landing);
      const found = [];
      while (queue.length && found.length < MOST_HEADS) {
        const line = queue.shift();
        if (seen.has(line.head)) continue;
        seen.add(line.head);
        if (isDrawn(line.head)) found.push({ ...line, id: `${start}->${line.head}` });
        else queue.push(...linesFrom(line.head).map((next) => landing(onward(line, next))));
      }
      return found;
    }

    const nodes = [...shown, ...map.joints.filter(isDrawn)];
    const lines = nodes.flatMap((id) => {
      const direct = linesFrom(id).map(landing).filter(({ head }) => head !== id && isDrawn(head));
      return direct.length ? direct : past(id);
    });
    return { nodes, lines };
  }

  return { among, isJoint: (id) => joints.has(id) };
}

/** Give what two lines in a row come to: against the last end, if one of them is. */
function onward(one, next) {
  const relation = isAgainst(one.relation)
    ? one.relation === next.relation || next.relation === "support"
      ? one.relation
      : "challenge"
    : isAgainst(next.relation)
      ? "challenge"
      : one.relation;
  return {
    id: one.id,
    tail: one.tail,
    head: next.head,
    relation,
    inferred: one.inferred || next.inferred,
    past: one.past + 1,
  };
}
