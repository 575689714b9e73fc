// Typing errors: the word of a map that somebody may have meant.

const SHORTEST = 3;
const LONG = 6;

/** Find the known word that a typed one most nearly begins; null where none is near. */
export function nearestWord(typed, known) {
  if (typed.length < SHORTEST) return null;
  const allowed = typed.length < LONG ? 1 : 2;
  let best = null;
  for (const word of known) {
    if (word.length < typed.length - allowed) continue;
    const [part, whole] = distances(typed, word, allowed);
    const isBetter = !best || part < best.part || (part === best.part && whole < best.whole);
    if (part <= allowed && isBetter) best = { word, part, whole };
  }
  return best && best.word;
}

/**
 * Count the letters to change, add, drop or swap between a word and another's nearest beginning, and the whole.
 * A word of which no beginning is near any more is left early.
 */
function distances(typed, word, allowed) {
  const wide = Math.min(word.length, typed.length + allowed);
  let before = [];
  let above = Array.from({ length: wide + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row += 1) {
    const here = [row];
    for (let at = 1; at <= wide; at += 1) {
      const isSame = typed[row - 1] === word[at - 1];
      here[at] = Math.min(above[at] + 1, here[at - 1] + 1, above[at - 1] + (isSame ? 0 : 1));
      const isSwapped = row > 1 && at > 1 && typed[row - 1] === word[at - 2] && typed[row - 2] === word[at - 1];
      if (isSwapped) here[at] = Math.min(here[at], before[at - 2] + 1);
    }
    if (Math.min(...here) > allowed) return [Infinity, Infinity];
    [before, above] = [above, here];
  }
  return [Math.min(...above), above[wide] + word.length - wide];
}
