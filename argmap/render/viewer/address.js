// Deep links: `#id` names a statement, inference, person, source or tag, as on the command line.

const THINGS = { statement: "statements", person: "people", source: "sources", tag: "tags" };

export const OVERVIEW = { thing: "overview", id: "" };

/** Find what an address means; `nothing` where the page has nothing of that name. */
export function readAddress(map, hash) {
  // Places in the outline, which serve where there is no script, stand for their statements.
  const key = decoded(hash.replace(/^#(o:)?/, ""));
  if (!key || key.startsWith("ui:")) return OVERVIEW;
  for (const [thing, kind] of Object.entries(THINGS)) {
    if (map[kind].has(key)) return { thing, id: key };
    if (key.startsWith(`${thing}:`) && map[kind].has(key.slice(thing.length + 1)))
      return { thing, id: key.slice(thing.length + 1) };
  }
  const step = map.steps.get(key);
  return step ? { thing: "statement", id: step.conclusion } : { thing: "nothing", id: key };
}

/** Write the address of a thing; one that shares its id with something else is named with its kind. */
export function addressOf(map, { thing, id }) {
  if (thing === "overview") return "#";
  const first = readAddress(map, `#${encodeURIComponent(id)}`);
  return `#${first.thing === thing ? "" : `${thing}:`}${encodeURIComponent(id)}`;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
