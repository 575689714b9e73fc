// Links to the things of the map, and signs of where they stand.
import { addressOf } from "./address.js";
import { attacksOn, bucketOf, isWaiting, labelOf, nameOf } from "./document.js";
import { count, directionOf, make, words } from "./dom.js";

const voice = (map, person) => map.people.get(person)?.voice ?? "voice-none";

const to = (map, thing, id) => ({ href: addressOf(map, { thing, id }) });

/** Link to a person; a plain name where nobody is named. */
export function personLink(map, person, attributes = {}) {
  const name = nameOf(map, person);
  if (!map.people.has(person)) return words("span", attributes, name);
  return make(
    "a",
    { ...to(map, "person", person), ...attributes, class: `person ${voice(map, person)}` },
    words("span", {}, name),
  );
}

/** Link to a statement; a plain title where it is not on this page. */
export function statementLink(map, key) {
  if (!map.statements.has(key))
    return make(
      "span",
      { class: "absent", title: "not in this picture" },
      words("span", {}, labelOf(map, key)),
    );
  return make("a", { ...to(map, "statement", key), class: "title" }, words("span", {}, labelOf(map, key)));
}

export const tagLink = (map, tag) =>
  make("a", { ...to(map, "tag", tag), class: "tag" }, words("span", {}, tag));

export const sourceLink = (map, work, text) =>
  make("a", { ...to(map, "source", work) }, words("span", {}, text));

const LOOKS = { italic: "i", bold: "b", sup: "sup", sub: "sub" };

/** Write the entry of a work in a bibliography, each run of its text as it looks. */
export const reference = (source) =>
  source.entry.map(([text, ...looks]) =>
    looks.reduceRight((inner, look) => (LOOKS[look] ? make(LOOKS[look], {}, inner) : inner), text),
  );

/** Link to a work under its entry in a bibliography. */
export const referenceLink = (map, source) =>
  make("a", { ...to(map, "source", source.id) }, make("span", { dir: "auto" }, reference(source)));

/** Link to another site, without telling it where the reader comes from. */
export const webLink = (url, text) =>
  url &&
  /^(https?|mailto):/i.test(url) &&
  make("a", { href: url, rel: "noopener noreferrer", target: "_blank", class: "web" }, text);

/** Say where a statement stands: its bucket, or how often a claim is challenged. */
export function standingSign(map, statement, inferred) {
  const bucket = map.buckets.get(bucketOf(statement, inferred));
  if (bucket) return make("span", { class: `bucket ${bucket.id}`, title: bucket.meaning }, bucket.name);
  const challengers = challengersOf(map, statement.id, inferred);
  if (statement.kind || !challengers.length) return null;
  const open = challengers.filter((one) => isWaiting(map, one, inferred)).length;
  return make(
    "span",
    { class: open > 0 ? "bucket disputed" : "bucket" },
    open === challengers.length
      ? count(open, "unanswered challenge")
      : [count(challengers.length, "challenge"), open > 0 && `, ${open} unanswered`],
  );
}

/** List who attacks a statement or a step to it, each once. */
export const challengersOf = (map, key, inferred) =>
  [...new Set(attacksOn(map, key, inferred).map(({ by }) => by))].map((by) => map.statements.get(by));

export const inferredSign = (record) =>
  record.inferred &&
  make("span", { class: "inferred", title: "inferred by the editor, voiced by nobody" }, "inferred");

/** A line about a statement: who, what, where it stands. */
export function entry(map, statement, inferred, { person = true, before = null } = {}) {
  const notes = [
    person && personLink(map, statement.by),
    standingSign(map, statement, inferred),
    inferredSign(statement),
  ].filter(Boolean);
  return make(
    "div",
    { class: `entry ${voice(map, statement.by)}`, dir: directionOf(labelOf(map, statement.id)) },
    before,
    statementLink(map, statement.id),
    notes.length > 0 && make("span", { class: "notes" }, spaced(notes)),
  );
}

/** Put spaces between signs, for those who hear or copy them. */
export const spaced = (signs) => signs.filter(Boolean).map((sign, at) => (at ? [" ", sign] : sign));

/** A section with a heading, left out where it has nothing to show. */
export function section(title, ...content) {
  const parts = content.flat(9).filter(Boolean);
  return parts.length > 0 && make("section", {}, make("h3", {}, title), parts);
}

/** A list, left out where it is empty. */
export const list = (items, attributes = {}) =>
  items.length > 0 &&
  make(
    "ul",
    attributes,
    items.map((item) => make("li", {}, item)),
  );
