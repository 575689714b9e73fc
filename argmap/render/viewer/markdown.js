// Statements as Markdown: what is said, by whom, where, and what bears on what.
import { VERBS } from "./bearings.js";
import { at, attacksOn, isUnanswered, labelOf, nameOf } from "./document.js";
import { partsOf } from "./dom.js";

/** Write statements as a document of their own. */
export function markdownOf(map, keys, state) {
  const statements = keys.map((key) => map.statements.get(key));
  const works = new Set(statements.map((one) => one.source?.[0]).filter(Boolean));
  const entries = [...works].map((work) => `- ${entryOf(map.sources.get(work))}`);
  return `${[
    `# ${plain(map.map.title ?? "Argument map")}`,
    ...statements.flatMap((statement) => told(map, statement, state)),
    ...(entries.length ? ["## Sources", entries.join("\n")] : []),
  ].join("\n\n")}\n`;
}

function told(map, statement, state) {
  const [head, ...rest] = partsOf(statement.text ?? "");
  const text = statement.title ? [head, ...rest] : rest;
  return [
    `## ${plain(statement.title ?? head)}`,
    [`**${plain(nameOf(map, statement.by))}**`, statement.main && "main thesis", statement.inferred && "inferred by the editor"]
      .filter(Boolean)
      .join(", "),
    ...text.filter(Boolean).map(plain),
    statement.quote && `> “${plain(statement.quote)}”`,
    statement.source && `(${plain(statement.source[2])})`,
    relations(map, statement, state).join("\n"),
  ].filter(Boolean);
}

function relations(map, statement, state) {
  const titles = (keys) => keys.map((key) => plain(labelOf(map, key))).join(" + ");
  const named = (key) => `${titles([key])} (${plain(nameOf(map, map.statements.get(key)?.by))})`;
  return [
    ...(statement.because ?? []).map((step) => `- because: ${titles(step.premises)}`),
    ...(statement.attacks ?? []).map(
      (attack) => `- ${VERBS[attack.kind]}${attack.step ? " the step to" : ""}: ${named(attack.on)}`,
    ),
    ...(statement.restates ?? []).map((key) => `- restates: ${titles([key])}`),
    ...attacksOn(map, statement.id, state.inferred).map(({ attack, by }) => {
      const open = isUnanswered(map, map.statements.get(by), state.inferred) ? ", unanswered" : "";
      return `- against it: ${named(by)} ${VERBS[attack.kind]} ${attack.step ? "the step" : "it"}${open}`;
    }),
    ...at(map.restatements, statement.id).map((key) => `- restated by: ${named(key)}`),
  ];
}

function entryOf(source) {
  const looks = { italic: "*", bold: "**" };
  const runs = source.entry ?? [[source.title]];
  const text = runs.map(([words, look]) => {
    const sign = looks[look] ?? "";
    return `${sign}${plain(words)}${sign}`;
  });
  return [text.join(""), source.url && `<${source.url}>`].filter(Boolean).join(" ");
}

/** Let words be nothing but words. */
const plain = (text) =>
  text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\\`*_[\]<>#|~&]/g, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^([-+=])/, "\\$1");
