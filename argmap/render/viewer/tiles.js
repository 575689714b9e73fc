// Tiles: a statement in two lines that can be read, in its speaker's colour, with what waits and what is folded.
import { labelOf, nameOf } from "./document.js";
import { figures } from "./dom.js";
import { shape } from "./svg.js";

const WIDTH = 196;
const SLIM = 168;
/** In a window that is less wide than this, two slim tiles stand side by side. */
const NARROW_ROOM = 470;
const BAR = 25;
/** A stripe in the colour of a speaker, and how much room it takes. */
const STRIPE = 2;
const STRIPE_ROOM = 5;
/** How far the ring stands off a whole box. */
const STAND_OFF = 5;
const LINE = 15;
const SIZE = 12.5;
const PADDING = 7;
const FOOT = 21;
const LINES = 2;
const DOT = 9;
/** How far words keep from the mark of an open challenge. */
const BESIDE_MARK = 9;

export const JOINT = { width: DOT, height: DOT };

/** Give the width of tiles in a window. */
export const tileWidth = (room) => (room < NARROW_ROOM ? SLIM : WIDTH);

/** Give the size of a tile; one that has something to tell beneath its title is higher. */
export const tileSize = (width, told) => ({ width, height: 2 * PADDING + LINES * LINE + (told ? FOOT : 0) });

/**
 * Draw a tile.
 * @param {object} map
 * @param {object} statement
 * @param {{hidden: number, open: number, isOpen: boolean}} told how many statements are folded away beneath, how
 *     many open challenges are there, and whether this is one
 * @param {number} width
 */
export function drawTile(map, statement, { hidden, open, isOpen }, width) {
  const { height } = tileSize(width, hidden || open);
  const kind = `${statement.kind ? "against" : "claim"}${statement.inferred ? " inferred" : ""}${statement.main ? " main" : ""}`;
  const { voice, stripes } = voiceOf(map, statement);
  const bar = BAR + STRIPE_ROOM * stripes;
  const lines = titleLines(map, statement, width - bar - 2 * PADDING - (isOpen ? BESIDE_MARK : 0));
  const cut = lines.at(-1)?.endsWith("…") ? " cut" : "";
  const start = PADDING + 11 + ((LINES - lines.length) * LINE) / 2;
  return shape(
    "g",
    { class: `tile ${kind}${cut}` },
    shape("rect", { class: "paper", width, height, rx: 5 }),
    shape("path", { class: `band ${voice}`, d: bandOf(bar, height) }),
    ...drawStripes(voice, stripes, { x: BAR - 1, y: 0, height }),
    shape(
      "text",
      {
        class: `initials ${voice}`,
        x: BAR / 2,
        y: height / 2 + 4,
        "text-anchor": "middle",
      },
      initialsOf(nameOf(map, statement.by)),
    ),
    ...lines.map((line, at) =>
      shape("text", { class: "name", x: bar + PADDING, y: start + at * LINE, "font-size": SIZE }, line),
    ),
    isOpen && openMark(width - 5, 5),
    ...(hidden || open ? foot(statement.id, hidden, open, bar + PADDING, height) : []),
  );
}

/** Draw what stands for the statements that stand elsewhere; a click leads there. */
export const drawRest = (number, { x, y, width, height }) =>
  shape(
    "g",
    { class: "rest", transform: `translate(${x} ${y})`, "aria-hidden": "true" },
    shape("rect", { class: "paper", width, height, rx: 5 }),
    shape(
      "text",
      { x: width / 2, y: height / 2 + 4, "text-anchor": "middle", "font-size": SIZE },
      `and ${figures(number)} more`,
    ),
  );

/**
 * Say what is folded away beneath a whole box, and whether it is an open challenge; of those whose colour the drawing
 * does not have, show it at the side.
 */
export const drawFoot = (map, statement, { hidden, isOpen }, { width, height }) =>
  shape(
    "g",
    { class: "under" },
    ...sideBar(voiceOf(map, statement), height),
    isOpen && openMark(width - 8, 8),
    hidden ? badge(statement.id, hidden, width / 2 - 20, height - 4) : null,
  );

function sideBar({ voice, stripes }, height) {
  if (!stripes) return [];
  const [y, high] = [STAND_OFF, height - 2 * STAND_OFF];
  const width = STRIPE_ROOM * stripes + 3;
  return [
    shape("rect", { class: `band ${voice}`, x: STAND_OFF - width, y, width, height: high }),
    ...drawStripes(voice, stripes, { x: STAND_OFF - width + 3, y, height: high }),
  ];
}

function foot(id, hidden, open, x, height) {
  const y = height - PADDING - 17;
  const words = open ? `${figures(open)} open` : "";
  const wide = hidden ? widthOf(hidden) + 6 : 0;
  return [
    hidden ? badge(id, hidden, x, y) : null,
    open ? openMark(x + wide + 8, y + 9) : null,
    open ? shape("text", { class: "told", x: x + wide + 20, y: y + 13, "font-size": 11.5 }, words) : null,
  ];
}

const widthOf = (number) => 13 + 7 * `+${figures(number)}`.length;

function badge(id, number, x, y) {
  const wide = widthOf(number);
  return shape(
    "g",
    { class: "badge", "aria-hidden": "true", "data-folded": id, transform: `translate(${x} ${y})` },
    // Fingers are broader than words.
    shape("rect", { class: "reach", x: -12, y: -8, width: wide + 24, height: 34 }),
    shape("rect", { class: "pill", width: wide, height: 18, rx: 9 }),
    shape("text", { "text-anchor": "middle", x: wide / 2, y: 13, "font-size": 11.5 }, `+${figures(number)}`),
  );
}

const openMark = (x, y) =>
  shape(
    "g",
    { class: "mark", transform: `translate(${x} ${y})` },
    shape("circle", { r: 8 }),
    shape("text", { "text-anchor": "middle", y: 4, "font-size": 11.5 }, "?"),
  );

/** Give the mark of who says something. */
function voiceOf(map, { by }) {
  const { voice = "voice-none", stripes = 0 } = map.people.get(by) ?? {};
  return { voice, stripes };
}

const drawStripes = (voice, stripes, { x, y, height }) =>
  Array.from({ length: stripes }, (_, at) =>
    shape("rect", { class: `stripe ${voice}`, x: x + STRIPE_ROOM * at, y, width: STRIPE, height }),
  );

const bandOf = (bar, height) => `M5,0H${bar}V${height}H5Q0,${height} 0,${height - 5}V5Q0,0 5,0Z`;

/** Shorten a name to at most two letters; words before a comma or bracket count. */
/** Give the initials of a name; of one that ends in a number, the number, for there is a speaker 1 beside a speaker 10. */
function initialsOf(name) {
  const words = name.split(/[(,]/u)[0].split(/[\s\p{Pd}.]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen.map((word) => (/^\d{1,2}$/.test(word) ? word : Array.from(word)[0].toUpperCase())).join("") || "–";
}

const canvas = document.createElement("canvas").getContext("2d");
const brokenTitles = new Map();

/** Part a title into as many lines as a tile has; what does not fit ends in an ellipsis. */
function titleLines(map, statement, room) {
  const known = `${room} ${Boolean(statement.main)} ${labelOf(map, statement.id)}`;
  if (brokenTitles.has(known)) return brokenTitles.get(known);
  canvas.font = `${statement.main ? 700 : 500} ${SIZE}px "Liberation Sans", Arial, Helvetica, sans-serif`;
  const fits = (text) => canvas.measureText(text).width <= room;
  const left = labelOf(map, statement.id).slice(0, 200).split(/\s+/u).filter(Boolean);
  const lines = [];
  while (left.length && lines.length < LINES) {
    let line = left.shift();
    while (left.length && fits(`${line} ${left[0]}`)) line += ` ${left.shift()}`;
    if (!fits(line)) {
      const letters = Array.from(line);
      let kept = letters.length;
      while (kept > 1 && !fits(letters.slice(0, kept).join(""))) kept -= 1;
      line = letters.slice(0, kept).join("");
      left.unshift(letters.slice(kept).join(""));
    }
    lines.push(line);
  }
  if (left.length) {
    const letters = Array.from(lines.at(-1));
    while (letters.length && !fits(`${letters.join("").trimEnd()}…`)) letters.pop();
    lines[lines.length - 1] = `${letters.join("").trimEnd()}…`;
  }
  brokenTitles.set(known, lines);
  return lines;
}
