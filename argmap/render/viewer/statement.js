// The page of a statement: what, where from, on what grounds, challenged by whom, answered by whom.
import { bearingOf, VERBS, wayUp } from "./bearings.js";
import { quotable } from "./citing.js";
import { at, attacksOn, isThere, isUnanswered, isWaiting, nameOf, passedOver } from "./document.js";
import { andList, count, directionOf, make, paragraphs, partsOf, words } from "./dom.js";
import {
  entry,
  inferredSign,
  list,
  personLink,
  reference,
  section,
  sourceLink,
  spaced,
  standingSign,
  statementLink,
  tagLink,
  webLink,
} from "./links.js";

const DEEPEST = 12;

/** Build the page of a statement. */
export function statementPage(map, statement, state, actions) {
  const [first, ...others] = partsOf(statement.text ?? "");
  const kind = statement.kind ? `Rebuttal: ${statement.kind}` : statement.main ? "Main thesis" : "Claim";
  return [
    upward(map, statement.id, state),
    make(
      "p",
      { class: "kicker" },
      spaced([kind, standingSign(map, statement, state.inferred), inferredSign(statement)]),
    ),
    words("h2", {}, statement.title ?? first),
    make("p", { class: "byline", dir: directionOf(nameOf(map, statement.by)) }, personLink(map, statement.by), affiliation(map, statement.by)),
    (statement.title ? [first, ...others] : others).map((part) => words("p", { class: "text" }, part)),
    quotation(map, statement, actions),
    statement.tags &&
      make(
        "p",
        { class: "tags" },
        statement.tags.map((tag) => [tagLink(map, tag), " "]),
      ),
    burden(map, statement, state),
    section(
      "Attacks",
      list(
        (statement.attacks ?? []).map((attack) => aim(map, statement, attack)),
        { class: "plain-list" },
      ),
    ),
    sides(
      section(
        "For",
        list(
          (statement.because ?? []).map((step) => ground(map, step, state)),
          { class: "grounds" },
        ),
      ),
      section("Against", challenges(map, statement.id, state, new Set([statement.id]))),
    ),
    section("Supports", list(usedBy(map, statement.id, state), { class: "plain-list" })),
    section(
      "Restates",
      list(
        (statement.restates ?? []).map((key) => named(map, key, state)),
        { class: "plain-list" },
      ),
    ),
    section(
      "Restated by",
      list(
        at(map.restatements, statement.id).map((key) => named(map, key, state)),
        { class: "plain-list" },
      ),
    ),
    section("Editor’s note", paragraphs({ class: "note" }, statement.note)),
    tools(map, statement, state, actions),
  ];
}

/** Lead up to the main thesis, step by step. */
function upward(map, id, state) {
  const way = wayUp(map, id, state.inferred);
  if (!way.length) return null;
  const below = [...way.slice(1), id];
  return make(
    "nav",
    { class: "upward", "aria-label": "The way up" },
    make(
      "ol",
      {},
      way.map((key, index) =>
        make(
          "li",
          {},
          statementLink(map, key),
          " ",
          make("span", { class: "quiet" }, `← ${bearingOf(map, below[index], key)}`),
        ),
      ),
    ),
  );
}

/** Put what speaks for a statement beside what speaks against it. */
const sides = (...parts) => make("div", { class: parts.every(Boolean) ? "sides two" : "sides" }, parts);

const affiliation = (map, person) => {
  const found = map.people.get(person)?.affiliation;
  return found && [make("br"), words("span", { class: "quiet" }, found)];
};

function quotation(map, statement, actions) {
  const cited = statement.source && make("p", { class: "cite", dir: directionOf(statement.quote ?? statement.source[2]) }, citation(map, statement.source));
  const copy =
    (statement.quote || statement.source) &&
    make(
      "button",
      {
        type: "button",
        class: "plain",
        onclick: (event) => actions.copyText(quotable(map, statement), event.currentTarget),
      },
      statement.quote ? "Copy quote with citation" : "Copy citation",
    );
  if (!statement.quote) return [cited, copy];
  return [
    make(
      "figure",
      { class: "quote", dir: directionOf(statement.quote) },
      words("blockquote", {}, `“${statement.quote}”`),
      cited && make("figcaption", {}, cited),
    ),
    copy,
  ];
}

/** Cite a place in a work, and say what the work is. */
function citation(map, [work, , short]) {
  const source = map.sources.get(work);
  return [
    sourceLink(map, work, short),
    source?.entry && make("span", { class: "work", dir: "auto" }, reference(source)),
    webLink(source?.url, "Read it"),
  ];
}

function burden(map, statement, state) {
  const ends = (statement.ends ?? []).map(([name, place]) =>
    make("p", { class: "burden" }, `Recorded as ${name}: `, citation(map, place)),
  );
  const silent = statement.unheard && isUnanswered(map, statement, state.inferred);
  const passed = words("p", { class: "burden" }, passedOver(statement, state.inferred));
  if (silent) return [...ends, make("p", { class: "burden" }, "Nobody is there to reply.")];
  if (!isWaiting(map, statement, state.inferred) || !statement.owed?.length || statement.inferred)
    return [...ends, passed];
  const debtors = andList(statement.owed.map((person) => personLink(map, person)));
  return [
    ...ends,
    make("p", { class: "burden" }, debtors, ` ${statement.owed.length === 1 ? "owes" : "owe"} a reply.`),
    passed,
  ];
}

function aim(map, statement, attack) {
  const verb = VERBS[attack.kind];
  const others = (attack.with ?? []).map((key) => [" together with ", statementLink(map, key)]);
  const target = map.statements.get(attack.on);
  const step = attack.step && map.steps.get(attack.step);
  const what = attack.denies
    ? " the attack made by "
    : step
      ? [" the step from ", joined(map, step.premises), " to "]
      : attack.step
        ? " the step to "
        : " ";
  return [
    make("span", { class: "bearing against" }, verb),
    others,
    what,
    statementLink(map, attack.on),
    target?.by && [", ", personLink(map, target.by)],
  ];
}

/** Tell of a statement in a line or two; of one that is not on this page, its title. */
const named = (map, key, state) =>
  map.statements.has(key) ? entry(map, map.statements.get(key), state.inferred) : statementLink(map, key);

const joined = (map, keys) => keys.map((key, index) => [index > 0 && " + ", statementLink(map, key)]);

function ground(map, step, state) {
  const premises = step.premises.map((key) => named(map, key, state));
  return [
    step.premises.length > 1 && make("p", { class: "quiet" }, "Jointly:"),
    make("div", { class: "premises" }, premises),
    step.scheme && make("p", { class: "quiet" }, "Scheme: ", words("span", {}, step.scheme)),
    step.warrant &&
      make(
        "p",
        { class: "quiet" },
        step.inferred ? "Warrant (editor’s): " : "Warrant: ",
        words("span", {}, step.warrant),
      ),
    inferredSign(step),
  ];
}

/** List who attacks a statement, who replies to them, and so on. */
function challenges(map, key, state, above, depth = 0) {
  return list(
    attacksOn(map, key, state.inferred).map(({ attack, by }) => {
      const sign = make("span", { class: "bearing against" }, VERBS[attack.kind], attack.step && " the step");
      const under =
        above.has(by) || depth > DEEPEST
          ? null
          : challenges(map, by, state, new Set([...above, by]), depth + 1);
      const challenger = map.statements.get(by);
      return [
        entry(map, challenger, state.inferred, { before: sign }),
        challenger.title && paragraphs({ class: "said" }, challenger.text),
        under,
      ];
    }),
    { class: "thread" },
  );
}

function usedBy(map, key, state) {
  const steps = [...map.steps.values()].filter((step) => step.premises.includes(key));
  const shown = steps.filter((step) => isThere(map, step.conclusion, state.inferred));
  return [...new Set(shown.map((step) => step.conclusion))].map((id) =>
    entry(map, map.statements.get(id), state.inferred),
  );
}

function tools(map, statement, state, actions) {
  const size = actions.sizeOf(statement.id);
  const isFolded = state.folded.has(statement.id);
  const label = isFolded ? `Unfold ${count(size, "statement")}` : `Fold ${count(size, "statement")}`;
  return make(
    "footer",
    { class: "tools" },
    make(
      "button",
      { type: "button", class: "plain", onclick: () => actions.reveal(statement.id) },
      "Show in the picture",
    ),
    make(
      "button",
      { type: "button", class: "plain", onclick: () => actions.only(statement.id) },
      state.only === statement.id ? "Show the whole map" : "Show only this argument",
    ),
    size > 0 &&
      make("button", { type: "button", class: "plain", onclick: () => actions.fold(statement.id) }, label),
    make("code", { class: "id" }, statement.id),
  );
}
