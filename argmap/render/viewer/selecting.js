// Filters and search: which statements are looked for.
import { bucketOf, isThere, voicesOf } from "./document.js";
import { count, figures } from "./dom.js";
import { wanted } from "./folding.js";

export const FACETS = ["bucket", "by", "kind", "tag", "source"];

/** Give the values that a statement has in a facet. */
export function valuesOf(statement, facet, inferred) {
  switch (facet) {
    case "by":
      return [statement.by ?? ""];
    case "source":
      return statement.source ? [statement.source[0]] : [""];
    case "tag":
      return statement.tags ?? [];
    case "kind":
      return [...new Set((statement.attacks ?? []).map((attack) => attack.kind))].concat(
        statement.kind ? [] : ["claim"],
      );
    default:
      return [bucketOf(statement, inferred)];
  }
}

/** Tell whether anything narrows the view. */
export const isNarrowed = (state) =>
  Boolean(state.query.trim()) || FACETS.some((facet) => state.filters[facet]?.length);

/** What was worked out of the statements of a map, which are never changed, only replaced. */
const known = new WeakMap();

function knownOf({ statements }) {
  if (!known.has(statements)) known.set(statements, { seen: [], values: [new Map(), new Map()], last: null });
  return known.get(statements);
}

/** List the statements that fit the search; of one search many things are asked. */
function fitting(map, { query, inferred }) {
  const all = seen(map, { inferred });
  if (!query.trim()) return all;
  const kept = knownOf(map);
  if (kept.last?.query !== query || kept.last.inferred !== inferred) {
    const fits = wanted(query);
    kept.last = { query, inferred, found: all.filter((statement) => fits(statement.search)) };
  }
  return kept.last.found;
}

/** Give the values that a statement has in each facet. */
function allValuesOf(map, statement, inferred) {
  const values = knownOf(map).values[Number(inferred)];
  if (!values.has(statement)) values.set(statement, FACETS.map((facet) => valuesOf(statement, facet, inferred)));
  return values.get(statement);
}

/** Find the statements that fit the search and every facet; within a facet any value will do. */
export function matching(map, state) {
  const asked = FACETS.filter((facet) => state.filters[facet]?.length).map((facet) => [
    facet,
    accepted(map, facet, state.filters[facet]),
  ]);
  const found = fitting(map, state).filter((statement) =>
    asked.every(([facet, values]) => hasOne(statement, facet, values, state.inferred)),
  );
  return new Set(found.map((statement) => statement.id));
}

/** Count, for each facet, the values of the statements that fit the search and every other facet. */
export function tallies(map, state) {
  const found = new Map(FACETS.map((facet) => [facet, new Map()]));
  const asked = FACETS.map((facet) => state.filters[facet]?.length && accepted(map, facet, state.filters[facet]));
  for (const statement of fitting(map, state)) {
    const values = allValuesOf(map, statement, state.inferred);
    const failed = FACETS.map((_, at) => asked[at] && !values[at].some((value) => asked[at].has(value)));
    const failures = failed.filter(Boolean).length;
    FACETS.forEach((facet, at) => {
      if (failures > Number(Boolean(failed[at]))) return;
      const numbers = found.get(facet);
      for (const value of values[at]) numbers.set(value, (numbers.get(value) ?? 0) + 1);
    });
  }
  return found;
}

/** Give the values that will do where some are chosen: with a person, the joint voices that speak for the person. */
export const accepted = (map, facet, values) =>
  new Set(facet === "by" ? values.flatMap((person) => [...voicesOf(map, person)]) : values);

/** Tell whether a statement has one of some values. */
const hasOne = (statement, facet, values, inferred) =>
  valuesOf(statement, facet, inferred).some((value) => values.has(value));

/** Say how many statements are found; nothing where all are shown. */
export function foundWords(map, state, found) {
  if (!found) return "";
  const all = count(seen(map, state).length, "statement");
  return found.size ? `${figures(found.size)} of ${all}` : "No matches";
}

/** List what there is to be seen: with or without what the editor infers. */
export const seen = (map, { inferred }) =>
  (knownOf(map).seen[Number(inferred)] ??= [...map.statements.values()].filter(({ id }) => isThere(map, id, inferred)));

/** List what a person says, what a work holds, or what carries a tag. */
export function membersOf(map, state) {
  const { thing, id } = state.view;
  const facet = { person: "by", source: "source", tag: "tag" }[thing];
  if (!facet) return [];
  const values = accepted(map, facet, [id]);
  return seen(map, state).filter((one) => hasOne(one, facet, values, state.inferred));
}
