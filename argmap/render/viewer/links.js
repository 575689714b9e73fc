// Links to the things of the map, and signs of where they stand.
import { addressOf } from "./address.js";
import { bucketOf, labelOf, nameOf } from "./document.js";
import { make, words } from "./dom.js";

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

/** Link to another site, without telling it where the reader comes from. */
export const webLink = (url, text) =>
  url &&
  /^(https?|mailto):/i.test(url) &&
  make("a", { href: url, rel: "noopener noreferrer", target: "_blank", class: "web" }, text);

/** Say in which bucket a statement is. */
export function bucketSign(map, statement, inferred) {
  const bucket = map.buckets.get(bucketOf(statement, inferred));
  return bucket && make("span", { class: `bucket ${bucket.id}`, title: bucket.meaning }, bucket.name);
}

export const inferredSign = (record) =>
  record.inferred &&
  make("span", { class: "inferred", title: "inferred by the editor, voiced by nobody" }, "inferred");

/** A line about a statement: who, what, where it stands. */
export function entry(map, statement, inferred, { person = true, before = null } = {}) {
  return make(
    "div",
    { class: `entry ${voice(map, statement.by)}` },
    before,
    statementLink(map, statement.id),
    make(
      "span",
      { class: "notes" },
      person && personLink(map, statement.by),
      person && " ",
      bucketSign(map, statement, inferred),
      " ",
      inferredSign(statement),
    ),
  );
}

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
