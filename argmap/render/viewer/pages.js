// The pages of people, sources, tags, and of the map as a whole.
import { at, bucketOf, NEEDS_REPLY, voicesOf } from "./document.js";
import { count, make, words } from "./dom.js";
import { entry, list, personLink, section, sourceLink, tagLink, webLink } from "./links.js";

/** Tell whether a challenge waits for a reply; to what nobody voiced, nobody owes one. */
const isWaiting = (statement, inferred) =>
  !statement.inferred && NEEDS_REPLY.includes(bucketOf(statement, inferred));

const isOwed = (statement, voices, inferred) =>
  isWaiting(statement, inferred) && (statement.owed ?? []).some((person) => voices.has(person));

const entries = (map, statements, state, options) =>
  list(
    statements.map((one) => entry(map, one, state.inferred, options)),
    { class: "plain-list" },
  );

const seen = (map, state) => [...map.statements.values()].filter((one) => state.inferred || !one.inferred);

/** Build the page of a person: claims, challenges, debts. */
export function personPage(map, person, state) {
  const voices = voicesOf(map, person.id);
  const all = seen(map, state);
  const own = all.filter((one) => voices.has(one.by));
  const claims = own.filter((one) => !one.kind);
  const made = own.filter((one) => one.kind && !one.inferred);
  const owes = all.filter((one) => isOwed(one, voices, state.inferred));
  const owed = own.filter((one) => isWaiting(one, state.inferred));
  const challenged = claims.filter((one) =>
    at(map.attackers, one.id).some(({ by }) => state.inferred || !map.statements.get(by).inferred),
  );
  return [
    make("p", { class: "kicker" }, person.members ? "Joint voice" : "Person"),
    make("h2", { class: `person ${person.voice}` }, words("span", {}, person.name)),
    person.aka && words("p", { class: "quiet" }, person.aka.join(" · ")),
    words("p", {}, person.affiliation),
    person.members &&
      make(
        "p",
        {},
        "Speaks for ",
        person.members.map((one, index) => [index > 0 && ", ", personLink(map, one)]),
        ".",
      ),
    words("p", { class: "note" }, person.note),
    webLink(person.url, "Page of this person"),
    make(
      "p",
      { class: "figures" },
      `${count(claims.length, "claim")}, ${challenged.length} challenged · ${count(made.length, "challenge or reply", "challenges or replies")} · owes ${count(owes.length, "reply", "replies")}, is owed ${owed.length}`,
    ),
    section("Owes a reply to", entries(map, owes, state)),
    section("Is owed a reply to", entries(map, owed, state, { person: false })),
    section("Claims", entries(map, claims, state, { person: voices.size > 1 })),
    section("Challenges and replies", entries(map, made, state, { person: voices.size > 1 })),
    section(
      "Conflicts that only the editor sees",
      entries(
        map,
        own.filter((one) => one.kind && one.inferred),
        state,
        { person: false },
      ),
    ),
  ];
}

/** Build the page of a work. */
export function sourcePage(map, source, state) {
  const from = seen(map, state).filter((one) => one.source?.[0] === source.id);
  return [
    make("p", { class: "kicker" }, "Source"),
    words("h2", {}, source.title),
    words("p", {}, source.authors?.join(", ")),
    words("p", { class: "quiet" }, source.imprint),
    webLink(source.url, source.url),
    source.accessed && make("p", { class: "quiet" }, `Read on ${source.accessed}`),
    words("p", { class: "note" }, source.note),
    section(
      count(from.length, "statement"),
      list(
        from.map((one) => [
          entry(map, one, state.inferred),
          words("span", { class: "quiet" }, one.source[1]),
        ]),
        { class: "plain-list" },
      ),
    ),
  ];
}

/** Build the page of a tag. */
export function tagPage(map, tag, state) {
  const tagged = seen(map, state).filter((one) => one.tags?.includes(tag.id));
  return [
    make("p", { class: "kicker" }, "Tag"),
    words("h2", {}, tag.id),
    words("p", { class: "text" }, tag.meaning),
    section(count(tagged.length, "statement"), entries(map, tagged, state)),
  ];
}

/** Build the page of the map. */
export function overviewPage(map, state) {
  const all = seen(map, state);
  const waiting = all.filter((one) => isWaiting(one, state.inferred));
  const claims = all.filter((one) => !one.kind);
  const quiet = all.filter((one) => bucketOf(one, state.inferred) === "unchallenged");
  return [
    make("p", { class: "kicker" }, "Argument map"),
    words("h2", {}, map.map.title ?? "Argument map"),
    words("p", { class: "text" }, map.map.description),
    words("p", { class: "note" }, map.map.part),
    map.map.editors &&
      make("p", { class: "quiet" }, "Edited by ", words("span", {}, map.map.editors.join(", "))),
    words("p", { class: "quiet" }, map.map.license),
    make(
      "p",
      { class: "figures" },
      `${count(claims.length, "claim")}, ${quiet.length} unchallenged · ${count(all.length - claims.length, "rebuttal")}, ${waiting.length} waiting for a reply`,
    ),
    section(
      "People",
      list(
        speakers(map, all, state).map((row) => personRow(map, row)),
        { class: "plain-list people" },
      ),
    ),
    section(
      "Sources",
      list(
        [...map.sources.values()].map((source) => [
          sourceLink(map, source.id, source.title),
          source.imprint && [make("br"), words("span", { class: "quiet" }, source.imprint)],
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

function speakers(map, all, state) {
  const rows = [...map.people.keys()].map((person) => {
    const own = all.filter((one) => one.by === person);
    return {
      person,
      said: own.length,
      owes: all.filter((one) => isOwed(one, new Set([person]), state.inferred)).length,
    };
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
