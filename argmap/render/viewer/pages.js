// The pages of people, sources and tags.
import { tallyOf, voicesOf } from "./document.js";
import { count, make, paragraphs, words } from "./dom.js";
import { entry, list, personLink, reference, section, webLink } from "./links.js";
import { membersOf } from "./selecting.js";

/** List statements, each in a line or two. */
export const entries = (map, statements, state, options) =>
  list(
    statements.map((one) => entry(map, one, state.inferred, options)),
    { class: "plain-list" },
  );

const onPage = (map, keys) => keys.map((key) => map.statements.get(key)).filter(Boolean);

/** Build the page of a person: claims, challenges, debts. */
export function personPage(map, person, state) {
  const voices = voicesOf(map, person.id);
  const own = membersOf(map, state);
  const theses = own.filter((one) => one.main);
  const claims = own.filter((one) => !one.kind && !one.main);
  const made = own.filter((one) => one.kind && !one.inferred);
  const tally = tallyOf(map, person.id, state.inferred);
  const inferred = tally.inferred_claims > 0 ? ` (${tally.inferred_claims} inferred)` : "";
  const imagined = person.hypothetical && ", only imagined or unnamed";
  return [
    make("p", { class: "kicker" }, person.members ? "Joint voice" : "Person", imagined),
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
    paragraphs({ class: "note" }, person.note),
    webLink(person.url, "Page of this person"),
    make(
      "p",
      { class: "figures" },
      `${count(tally.claims, "claim")}${inferred}, ${tally.challenged} challenged · ${count(tally.made, "challenge or reply", "challenges or replies")} · owes ${count(tally.owes.length, "reply", "replies")}, is owed ${tally.owed.length}`,
    ),
    section("Owes a reply to", entries(map, onPage(map, tally.owes), state)),
    section("Awaiting a reply", entries(map, onPage(map, tally.owed), state, { person: false })),
    section("Main theses", entries(map, theses, state, { person: voices.size > 1 })),
    section(
      theses.length > 0 ? "Other claims" : "Claims",
      entries(map, claims, state, { person: voices.size > 1 }),
    ),
    section("Challenges and replies", entries(map, made, state, { person: voices.size > 1 })),
    section(
      "Conflicts inferred by the editor",
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
    source.entry && make("p", {}, reference(source)),
    webLink(source.url, source.url),
    source.accessed && make("p", { class: "quiet" }, `Read on ${source.accessed}`),
    paragraphs({ class: "note" }, source.note),
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
