// What a search has found: in which order it is told, and where in a statement the words stand.
import { labelOf } from "./document.js";
import { foldings, queryWords } from "./folding.js";
import { nearestWord } from "./nearest.js";

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
const LONGEST_EXCERPT = 170;
const BEFORE = 50;
const SEARCHED = [
  ["", (statement) => statement.text],
  ["Quote", (statement) => statement.quote],
  ["Note", (statement) => statement.note],
  ["Warrant", (statement) => statement.because?.map((step) => step.warrant ?? "").join(" ")],
  ["Tags", (statement) => statement.tags?.join(", ")],
  ["Id", (statement) => statement.id],
];

/** Order what is found: first where the title has the words, then the rest, each as the map has them. */
export function inOrder(map, found, query) {
  const sought = queryWords(query);
  if (!sought.length) return [...found];
  const isNamed = (key) => sought.every((word) => spelt(map, key).includes(word));
  const [named, others] = [[], []];
  for (const key of found) (isNamed(key) ? named : others).push(key);
  return [...named, ...others];
}

const titles = new Map();

/** Give the spellings of a title, which are the same for every search. */
function spelt(map, key) {
  const title = labelOf(map, key) ?? "";
  if (!titles.has(title)) titles.set(title, ` ${foldings(title).join(" ")}`);
  return titles.get(title);
}

/** Part a text into pieces, of which every second is a word that was looked for. */
export function marked(text, query) {
  const sought = queryWords(query);
  const pieces = [""];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    const spellings = foldings(word).map((spelling) => ` ${spelling}`);
    if (!sought.some((one) => spellings.some((spelling) => spelling.includes(one)))) continue;
    pieces[pieces.length - 1] += text.slice(end, index);
    pieces.push(word, "");
    end = index + word.length;
  }
  pieces[pieces.length - 1] += text.slice(end);
  return pieces;
}

/** Find the sentence of a statement that holds the words; of what has them in its title, the beginning. */
export function excerptOf(map, statement, query) {
  for (const [name, textOf] of SEARCHED) {
    const text = textOf(statement) ?? "";
    const at = marked(text, query)[0].length;
    if (at < text.length) return { name, text: sentenceAt(text, at) };
  }
  return { name: "", text: statement.title ? sentenceAt(statement.text ?? "", 0) : "" };
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

function sentenceAt(text, at) {
  const sentences = [...segmenter.segment(text)];
  const found = sentences.findLast(({ index }) => index <= at);
  if (!found) return "";
  const sentence = found.segment.trim();
  if (sentence.length <= LONGEST_EXCERPT) return sentence;
  const from = Math.max(0, at - found.index - BEFORE);
  const start = from ? sentence.indexOf(" ", from) + 1 : 0;
  const rest = sentence.slice(start);
  const part = rest.length > LONGEST_EXCERPT ? `${atWord(rest.slice(0, LONGEST_EXCERPT))} …` : rest;
  return `${start ? "… " : ""}${part}`;
}

const atWord = (text) => text.slice(0, text.lastIndexOf(" ") + 1 || text.length).trim();

/** Give the query that somebody may have meant who found nothing; null where nothing is near. */
export function meantBy(map, query) {
  const typed = foldings(query)[0].split(" ").filter(Boolean);
  const bags = [...map.statements.values()].map((statement) => statement.search);
  const isKnown = (word) => bags.some((bag) => bag.includes(` ${word}`));
  const right = typed.filter(isKnown);
  if (right.length === typed.length) return null;
  // What is proposed is found together with the words that are right.
  const fitting = bags.filter((bag) => right.every((word) => bag.includes(` ${word}`)));
  const known = new Set(fitting.join(" ").split(" ").filter(Boolean));
  const meant = typed.map((word) => (right.includes(word) ? word : nearestWord(word, known)));
  return meant.includes(null) ? null : meant.join(" ");
}
