// The pages of people, sources and tags.
import { isWaiting, voicesOf } from "./document.js";
import { count, make, words } from "./dom.js";
import { challengersOf, entry, list, personLink, section, webLink } from "./links.js";
import { membersOf, seen } from "./selecting.js";

/** Tell whether somebody owes a reply; to what nobody voiced, nobody does. */
const isDue = (map, statement, inferred) => !statement.inferred && isWaiting(map, statement, inferred);

/** Tell whether one of some voices owes a reply to a challenge. */
export const isOwed = (map, statement, voices, inferred) =>
  isDue(map, statement, inferred) && (statement.owed ?? []).some((person) => voices.has(person));

/** List statements, each in a line or two. */
export const entries = (map, statements, state, options) =>
  list(
    statements.map((one) => entry(map, one, state.inferred, options)),
    { class: "plain-list" },
  );

/** Build the page of a person: claims, challenges, debts. */
export function personPage(map, person, state) {
  const voices = voicesOf(map, person.id);
  const own = membersOf(map, state);
  const claims = own.filter((one) => !one.kind);
  const made = own.filter((one) => one.kind && !one.inferred);
  const owes = seen(map, state).filter((one) => isOwed(map, one, voices, state.inferred));
  const owed = own.filter((one) => isDue(map, one, state.inferred));
  const challenged = claims.filter((one) => challengersOf(map, one.id, state.inferred).length);
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
  const from = membersOf(map, state);
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
  const tagged = membersOf(map, state);
  return [
    make("p", { class: "kicker" }, "Tag"),
    words("h2", {}, tag.id),
    words("p", { class: "text" }, tag.meaning),
    section(count(tagged.length, "statement"), entries(map, tagged, state)),
  ];
}
