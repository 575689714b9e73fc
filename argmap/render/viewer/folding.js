// Spellings: the same folding of case, accents and scripts as the command line's, by the same tables.

let tables = { latin: {}, schemes: [], variants: [] };

/** Take over the tables that came with the map. */
export function setTables(found) {
  tables = found;
}

/** Give the plain Latin spellings of a text; for Latin text exactly one. */
export function foldings(text) {
  // Most texts need none of what comes after.
  if (!/[^\0-\x7f]/.test(text)) return [text.toLowerCase().replace(/[^a-z0-9]+/g, " ").trim()];
  const plain = plainWords(text);
  if (!/[\u0400-\u052f]/u.test(plain)) return [withoutMarks(plain)];
  return [...new Set(tables.schemes.map((scheme) => withoutMarks(transliterated(plain, scheme))))];
}

function plainWords(text) {
  const lower = text.normalize("NFKC").toLowerCase().replaceAll("ς", "σ");
  const latin = lower.replace(/[^\0-\x7f]/gu, (letter) => own(tables.latin, letter));
  return latin.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
}

function transliterated(text, scheme) {
  let latin = Array.from(text, (letter) => own(scheme, letter)).join("");
  for (const [variant, usual] of tables.variants) latin = latin.replaceAll(variant, usual);
  return latin;
}

const own = (table, letter) => (Object.hasOwn(table, letter) ? table[letter] : letter);

const withoutMarks = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "");

// Scripts that put no spaces between words: there, any part of a text may be looked for.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Give the words of a query, in every spelling, each as it stands in a bag of words. */
export const queryWords = (query) => [...new Set(askedFor(query).flat())];

const askedFor = (query) =>
  foldings(query)
    .map((spelling) => spelling.split(" ").filter(Boolean).map(sought))
    .filter((parts) => parts.length);

/** Make a test for bags of words: whether each word of the query begins one of theirs. */
export function wanted(query) {
  const asked = askedFor(query);
  return (bag) => asked.some((parts) => parts.every((part) => bag.includes(part)));
}

const sought = (word) => (UNSPACED.test(word) ? word : ` ${word}`);
