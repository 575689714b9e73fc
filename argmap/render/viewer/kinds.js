// What can be changed about a statement, each as a form.
import { isUnanswered, labelOf, nameOf } from "./document.js";
import { openForm } from "./forms.js";
import { inPage } from "./main.js";

const HOW = [
  ["rebut", "It is false"],
  ["undermine", "It takes for granted something false or doubtful"],
  ["undercut", "Granted, but it does not follow"],
];

const peopleNames = () => [...inPage.map.people.values()].map(({ id, name }) => [name, id]);
const workNames = () => [...inPage.map.sources.values()].map(({ id, title }) => [id, title]);
const tagNames = () => [...inPage.map.tags.keys()].map((tag) => [tag, tag]);
const statementNames = () => [...inPage.map.statements.keys()].map((id) => [id, labelOf(inPage.map, id)]);

const listed = (words) => words.split(",").map((word) => word.trim()).filter(Boolean);

/** The fields of a new statement. */
const stating = (by = "") => [
  { name: "text", label: "What is said, in a sentence", kind: "long", isRequired: true },
  { name: "by", label: "Who says it", value: by, names: peopleNames() },
  { name: "title", label: "The same in a few words", hint: "For the picture; may be left out." },
  { name: "source", label: "Where it was said", names: workNames(), hint: "A work, and after a comma the place in it; may be left out." },
  { name: "quote", label: "Quote", kind: "long", rows: 2, hint: "Word for word as in the work; may be left out." },
  { name: "tags", label: "Tags", names: tagNames(), hint: "With commas between them; may be left out." },
];

const stated = ({ tags, ...rest }) => ({ ...rest, tags: listed(tags ?? "") });
/** Write a citation as it is typed: the work, and after a comma the place. */
const placeOf = ([work, locator]) => [work, locator].filter(Boolean).join(", ");
const titled = (word, id) => `${word} “${labelOf(inPage.map, id)}”`;
const nameIfAny = (person) => (person ? nameOf(inPage.map, person) : "");

/** Ask for a challenge to a statement, or an answer to one. */
function answerForm(id, done, by = null) {
  const statement = inPage.map.statements.get(id);
  openForm({
    title: titled(statement.kind ? "Answer" : "Challenge", id),
    fields: [
      { name: "kind", label: "How", kind: "choice", choices: HOW, value: "rebut" },
      ...stating(nameIfAny(by ?? statement.owed?.[0])),
    ],
    wish: (filled) => ({ do: "rebuttal", attacks: id, ...stated(filled) }),
    done,
  });
}

/** Ask for a claim. */
export const claimForm = (done) =>
  openForm({ title: "Add a claim", fields: stating(), wish: (filled) => ({ do: "claim", ...stated(filled) }), done });

/** Ask for a claim that supports a statement. */
const reasonForm = (id, done) =>
  openForm({
    title: titled("A reason for", id),
    fields: stating(nameIfAny(inPage.map.statements.get(id).by)),
    wish: (filled) => ({ do: "claim", supports: id, ...stated(filled) }),
    done,
  });

/** Ask for other words. */
function rewordForm(id, done) {
  const { title = "", text = "", quote = "", tags = [], source } = inPage.map.statements.get(id);
  const before = { title, text, quote, tags: tags.join(", "), source: source ? placeOf(source) : "" };
  openForm({
    title: titled("Edit", id),
    fields: [
      { name: "text", label: "What is said, in a sentence", kind: "long", value: before.text },
      { name: "title", label: "The same in a few words", value: before.title },
      { name: "source", label: "Where it was said", names: workNames(), value: before.source },
      { name: "quote", label: "Quote", kind: "long", rows: 2, value: before.quote },
      { name: "tags", label: "Tags", names: tagNames(), value: before.tags, hint: "With commas between them." },
    ],
    wish: (filled) => {
      const changed = Object.entries(filled).filter(([name, value]) => value !== before[name].trim());
      const fields = changed.map(([name, value]) => [name, name === "tags" ? listed(value) : value]);
      return { do: "set", name: id, fields: Object.fromEntries(fields) };
    },
    done,
  });
}

const ENDS = [
  ["conceded", "Conceded by who was attacked"],
  ["withdrawn", "Withdrawn by its own author"],
  ["answered-elsewhere", "Answered outside this map"],
];

/** Ask how and where a challenge or reply came to an end. */
function endForm(id, done) {
  const [said, place] = endOf(inPage.map.statements.get(id)) ?? [];
  openForm({
    title: titled("The end of", id),
    fields: [
      { name: "end", label: "How", kind: "choice", choices: said ? [...ENDS, ["", "It did not end"]] : ENDS, value: said },
      {
        name: "where",
        label: "Where",
        names: workNames(),
        value: place && placeOf(place),
        isRequired: true,
        hint: "A work, and after a comma the place in it.",
      },
    ],
    wish: ({ end, where }) => {
      const before = said && said !== end ? { [said]: "" } : {};
      return { do: "set", name: id, fields: end ? { ...before, [end]: where } : before };
    },
    done,
  });
}

/** Give how and where a challenge or reply came to an end, if it did: the field, and its place. */
function endOf({ ends = [] }) {
  const [[words, place] = []] = ends;
  return words && [words.replace(" ", "-"), place];
}

/** Ask for another id. */
const renameForm = (id, done) =>
  openForm({
    title: titled("Rename", id),
    fields: [{ name: "new", label: "New id", value: id, isRequired: true, hint: "Everything that refers to it follows." }],
    wish: (filled) => ({ do: "rename", name: id, ...filled }),
    done,
  });

/** Ask whether it shall really go. */
const deleteForm = (id, done) =>
  openForm({
    title: titled("Delete", id),
    fields: [{ kind: "fact", label: "It goes from the file, with a comment directly above it." }],
    wish: () => ({ do: "remove", name: id }),
    save: "Delete",
    done,
  });

/** Ask how one statement bears on another; `other` may be left open. */
export function connectForm(id, done, other = "") {
  const { kind, by } = inPage.map.statements.get(id);
  const isRebuttal = Boolean(kind);
  const ways = [["support", "It supports it"]];
  if (isRebuttal) ways.push(["attack", "It attacks it, as it attacks already"]);
  // A claim attacks nothing by itself.
  else ways.push(["challenge", "Its author challenges it, in other words"]);
  openForm({
    title: titled("Connect", id),
    fields: [
      { name: "way", label: "How", kind: "choice", choices: ways, value: "support" },
      { name: "other", label: "Which statement", names: statementNames(), value: other, isRequired: true },
    ],
    wish: (filled) =>
      filled.way === "support"
        ? { do: "reason", conclusion: filled.other, premises: [id] }
        : { do: "target", rebuttal: id, attacks: filled.other },
    instead: (filled) =>
      filled.way === "challenge" && inPage.map.statements.has(filled.other)
        ? () => answerForm(filled.other, done, by)
        : null,
    done,
  });
}

/** List what can be done with a statement: the words of each button, and what it does. */
export function waysToChange(id, done) {
  const statement = inPage.map.statements.get(id);
  const isOpen = statement.kind && isUnanswered(inPage.map, statement, inPage.steps.state.inferred);
  return [
    [statement.kind ? "Answer" : "Challenge", () => answerForm(id, done)],
    ["Add a reason", () => reasonForm(id, done)],
    ["Connect", () => connectForm(id, done)],
    ["Edit", () => rewordForm(id, done)],
    ...(isOpen || endOf(statement) ? [["Mark its end", () => endForm(id, done)]] : []),
    ["Rename", () => renameForm(id, done)],
    ["Delete", () => deleteForm(id, done)],
  ];
}
