// The map, indexed: who says what, and what bears on what.
import { setTables } from "./folding.js";
import { byId } from "./dom.js";

/** Read the map that the page carries. */
export const readMap = () => indexed(JSON.parse(byId("data").textContent));

/** Make a map of a document that describes one. */
export function indexed(data) {
  setTables(data.folding);
  const map = {
    ...data,
    people: byKey(data.people),
    sources: byKey(data.sources),
    tags: byKey(data.tags),
    buckets: byKey(data.buckets),
    statements: byKey(data.statements),
    others: new Map(data.others),
    heads: new Map(),
    tails: new Map(),
    steps: new Map(),
    attackers: new Map(),
    restatements: new Map(),
  };
  for (const statement of map.statements.values()) index(map, statement);
  map.parents = [...map.tails.keys()];
  return map;
}

const byKey = (records) => new Map(records.map((record) => [record.id, record]));

function index(map, statement) {
  const person = map.people.get(statement.by);
  statement.search = `${statement.search ?? ""}${person?.search ?? ""}`;
  for (const step of statement.because ?? []) {
    map.steps.set(step.id, { ...step, conclusion: statement.id });
    for (const premise of step.premises) connect(map, premise, statement.id);
  }
  for (const other of statement.restates ?? []) {
    push(map.restatements, other, statement.id);
    connect(map, statement.id, other);
  }
  for (const attack of statement.attacks ?? []) {
    push(map.attackers, attack.on, { attack, by: statement.id });
    for (const tail of [statement.id, ...(attack.with ?? [])]) connect(map, tail, attack.on);
  }
}

function connect(map, tail, head) {
  if (tail === head || !map.statements.has(tail) || !map.statements.has(head)) return;
  push(map.heads, tail, head);
  push(map.tails, head, tail);
}

function push(lists, key, value) {
  const list = lists.get(key);
  if (!list) lists.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

/** Give what bears on a statement, or what it bears on. */
export const at = (lists, key) => lists.get(key) ?? [];

/** Tell whether a statement is there, with or without what the editor infers; as a context it always is. */
export const isThere = (map, key, inferred) => {
  const statement = map.statements.get(key);
  return Boolean(statement && (inferred || !statement.inferred || statement.context));
};

/** Give what attacks a statement or a step to it, with or without what the editor infers. */
export const attacksOn = (map, key, inferred) =>
  at(map.attackers, key).filter(({ by }) => inferred || !map.statements.get(by).inferred);

/** Give a name for a statement, even for one that is not on this page. */
export function labelOf(map, key) {
  const statement = map.statements.get(key);
  return statement ? (statement.title ?? statement.text) : (map.others.get(key) ?? key);
}

export const nameOf = (map, person) => map.people.get(person)?.name ?? person ?? "nobody named";

/** Give a statement's bucket, with or without what the editor infers. */
export const bucketOf = (statement, inferred) => statement.standing[inferred ? 1 : 0];

/** Say where a challenge or reply was passed over, with or without what the editor infers. */
export const passedOver = (statement, inferred) => statement.passed?.[inferred ? 1 : 0];

/** Give a person and the joint voices that speak for the person. */
export function voicesOf(map, person) {
  const joint = [...map.people.values()].filter((other) => other.members?.includes(person));
  return new Set([person, ...joint.map((other) => other.id)]);
}

/** Give the count of what a person said and has to answer, with or without what the editor infers. */
export const tallyOf = (map, person, inferred) => map.people.get(person).tally[inferred ? 1 : 0];

/** Tell whether a challenge waits for a reply; one against people who are only imagined does not. */
export const isWaiting = (map, statement, inferred) =>
  !statement.unheard && isUnanswered(map, statement, inferred);

/** Tell whether no reply to a challenge stands, whether or not anybody is there to give one. */
export const isUnanswered = (map, statement, inferred) =>
  Boolean(map.buckets.get(bucketOf(statement, inferred))?.waits);
