// The page of the map as a whole, and the one that stands for what is not there.
import { bucketOf, isUnanswered, isWaiting, tallyOf } from "./document.js";
import { count, isPointing, make, paragraphs, words } from "./dom.js";
import { challengersOf, list, personLink, referenceLink, section, sourceLink, tagLink } from "./links.js";
import { entries } from "./pages.js";
import { seen } from "./selecting.js";

const MOST_CHALLENGED = 5;

/** Build the page that an address of nothing leads to: of a statement that this picture leaves out, say. */
export function nothingPage(map, id) {
  const isLeftOut = map.others.has(id);
  return [
    make("p", { class: "kicker" }, "Not found"),
    words("h2", {}, isLeftOut ? map.others.get(id) : id),
    make(
      "p",
      { class: "text" },
      isLeftOut
        ? "This statement belongs to the map, but this page shows a part without it."
        : "Nothing on this page has this name. It may have been renamed, or this page shows only a part of the map.",
    ),
    make("p", {}, make("a", { href: "#" }, "What this page shows")),
  ];
}

/** Build the page of the map. */
export function overviewPage(map, state) {
  const all = seen(map, state);
  const waiting = all.filter((one) => isWaiting(map, one, state.inferred));
  const unheard = all.filter((one) => one.unheard && isUnanswered(map, one, state.inferred)).length;
  const unvoiced = waiting.filter((one) => one.inferred).length;
  const claims = all.filter((one) => !one.kind);
  const quiet = all.filter((one) => bucketOf(one, state.inferred) === "unchallenged");
  return [
    make("p", { class: "kicker" }, "Argument map"),
    words("h2", {}, map.map.title ?? "Argument map"),
    paragraphs({ class: "text" }, map.map.description),
    words("p", { class: "note" }, map.map.part),
    map.map.editors &&
      make("p", { class: "quiet" }, "Edited by ", words("span", {}, map.map.editors.join(", "))),
    words("p", { class: "quiet" }, map.map.license),
    make(
      "p",
      { class: "figures" },
      `${count(claims.length, "claim")}, ${quiet.length} unchallenged · ${count(all.length - claims.length, "rebuttal")}, ${waiting.length} waiting for a reply`,
      unvoiced > 0 && `, ${unvoiced} of these inferred by the editor`,
      unheard > 0 && `, ${unheard} against imagined voices`,
    ),
    make(
      "p",
      { class: "quiet hands" },
      isPointing()
        ? "Click a box to read it, drag to move, scroll to zoom."
        : "Tap a box to read it, drag to move, pinch to zoom.",
    ),
    section("Most challenged", entries(map, mostChallenged(map, claims, state), state)),
    section(
      "People",
      list(
        speakers(map, state).map((row) => personRow(map, row)),
        { class: "plain-list people" },
      ),
    ),
    section(
      "Sources",
      list(
        [...map.sources.values()].map((source) => [
          source.entry
            ? referenceLink(map, source)
            : sourceLink(map, source.id, source.title),
        ]),
        { class: "plain-list" },
      ),
    ),
    section(
      "Tags",
      map.tags.size > 0 &&
        make(
          "p",
          { class: "tags" },
          [...map.tags.keys()].map((tag) => [tagLink(map, tag), " "]),
        ),
    ),
  ];
}

function mostChallenged(map, claims, state) {
  const rated = claims.map((one) => [one, challengersOf(map, one.id, state.inferred).length]);
  const challenged = rated.filter(([, times]) => times).sort(([, one], [, other]) => other - one);
  return challenged.slice(0, MOST_CHALLENGED).map(([one]) => one);
}

function speakers(map, { inferred }) {
  const rows = [...map.people.keys()].map((person) => {
    const { claims, inferred_claims, made, inferred_rebuttals, owes } = tallyOf(map, person, inferred);
    const said = made + claims + (inferred ? inferred_rebuttals : -inferred_claims);
    return { person, said, owes: owes.length };
  });
  return rows.filter((row) => row.said);
}

const personRow = (map, { person, said, owes }) => [
  personLink(map, person),
  make(
    "span",
    { class: "quiet" },
    ` ${said}`,
    make("span", { class: "unseen" }, said === 1 ? " statement" : " statements"),
  ),
  owes > 0 && make("span", { class: "bucket open" }, `owes ${count(owes, "reply", "replies")}`),
];
