// Deep links: `#id` names a statement, inference, person, source or tag, as on the command line.
import { openedFor, unfolded } from "./branches.js";

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

/** Make an address within this page one that can be sent to others. */
export const absolute = (address) => new URL(address, location.href).href;

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const PARAMETERS = { bucket: "status", by: "person", kind: "kind", tag: "tag", source: "source" };

/**
 * Read the state that an address means: what is chosen, and after a `?` whatever else is not as at first.
 * @param {object} map
 * @param {string} hash
 * @param {object} first the state of an address that says nothing
 * @returns {{state: object, spot: ?object}} the state, and where the camera is if the address says it
 */
export function readState(map, hash, first) {
  const [thing, rest] = partedAddress(map, hash);
  const view = readAddress(map, thing);
  if (rest === null) return { state: { ...first, view, folded: foldedAtFirst(map, view, first) }, spot: null };
  const said = new Map(rest.split("&").map((pair) => pair.split(/=(.*)/s).slice(0, 2)));
  const listed = (name) => said.get(name)?.split(",").filter(Boolean).map(decoded);
  const filters = {};
  for (const [facet, name] of Object.entries(PARAMETERS)) if (said.has(name)) filters[facet] = listed(name);
  const query = decoded(said.get("find") ?? "");
  const inferred = said.has("inferred") ? said.get("inferred") !== "no" && map.inferred : first.inferred;
  const folded = foldsOf(map, listed) ?? foldedAtFirst(map, view, first);
  const asked = decoded(said.get("only") ?? "");
  const only = map.statements.has(asked) ? asked : null;
  return { state: { ...first, view, query, filters, inferred, folded, only }, spot: readSpot(map, said.get("at")) };
}

/** Write the address of a state; of the camera, if it is given. */
export function addressOfState(map, state, first, spot = null) {
  const inList = (values) => [...values].map(encodeURIComponent).join(",");
  const said = [
    state.query.trim() && `find=${encodeURIComponent(state.query)}`,
    ...Object.entries(PARAMETERS).map(
      ([facet, name]) => state.filters[facet]?.length && `${name}=${inList(state.filters[facet])}`,
    ),
    state.inferred !== first.inferred && `inferred=${state.inferred ? "yes" : "no"}`,
    !isSame(state.folded, foldedAtFirst(map, state.view, first)) && folding(map, state.folded, inList),
    state.only && `only=${encodeURIComponent(state.only)}`,
    spot?.id && `at=${[encodeURIComponent(spot.id), spot.across, spot.down, Number(spot.scale.toPrecision(3)), spot.level].join(",")}`,
  ].filter(Boolean);
  return addressOf(map, state.view) + (said.length ? `?${said.join("&")}` : "");
}

/** What an address names is shown, whatever is folded at first. */
function foldedAtFirst(map, { thing, id }, { folded, inferred }) {
  if (thing !== "statement" || unfolded(map, folded, inferred).has(id)) return folded;
  return openedFor(map, folded, id);
}

function partedAddress(map, hash) {
  const at = hash.indexOf("?");
  if (at < 0 || readAddress(map, hash).thing !== "nothing") return [hash, null];
  return [hash.slice(0, at), hash.slice(at + 1)];
}

const isSame = (one, other) => one.size === other.size && [...one].every((key) => other.has(key));

/** Name what is folded, or what is not: whichever are fewer. */
function folding(map, folded, inList) {
  const open = [...map.tails.keys()].filter((key) => !folded.has(key));
  return open.length < folded.size ? `unfolded=${inList(open)}` : `folded=${inList(folded)}`;
}

function foldsOf(map, listed) {
  const [folded, open] = [listed("folded"), listed("unfolded")];
  if (open) return new Set([...map.tails.keys()].filter((key) => !open.includes(key)));
  return folded && new Set(folded.filter((key) => map.statements.has(key)));
}

function readSpot(map, words) {
  const [key, ...numbers] = (words ?? "").split(",");
  const [across, down, scale, level] = numbers.map(Number);
  const id = decoded(key);
  if (!map.statements.has(id) || ![across, down, scale].every(Number.isFinite) || scale <= 0) return null;
  return { id, across, down, scale, level: [0, 1, 2].includes(level) ? level : 1 };
}
