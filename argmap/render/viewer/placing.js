// Where each node of some trees stands: what bears on a node stands beneath it, side by side where there is room,
// else in columns; the trees fill an area of the shape of the window.

const GAP = 12;
const BETWEEN = 22;
const HEAD = 16;
export const LANE = 6;
const INDENT = 10;
/** How far things move apart; farther only where so much of the window would not be filled otherwise. */
const EASILY_APART = 1.4;
const MOST_APART = 3;
const ENOUGH_FILLED = 0.66;
/** More than these are laid out with fewer tries. */
const MANY = 300;

/** Name the lane in which a line runs: lines that look alike share one. */
export const laneOf = ({ relation, inferred, past }) => `${relation}${inferred ? " inferred" : ""}${past ? " past" : ""}`;

/**
 * Place trees.
 * @param {{roots: string[], below: Map<string, {id: string, line: object}[]>}} trees
 * @param {(id: string) => {width: number, height: number}} sizeOf
 * @param {{width: number, height: number, least: number, most: number}} room the window in pixels, and the scales
 *     at which it may be seen
 * @returns {{width: number, height: number, scale: number, places: Map, spots: Map}} `scale` is that at which all
 *     is seen at once, and less than `least` where it is not; `spots` tell how lines reach each node
 */
export function placeTrees(trees, sizeOf, room) {
  const shaper = makeShaper(trees.below, sizeOf);
  let best = null;
  const count = trees.below.size + trees.roots.length;
  const area = trees.roots.reduce((sum, id) => sum + shaper.area(id), 0);
  const isHopeless = area * room.least ** 2 > room.width * room.height;
  for (const { width, budget } of isHopeless ? [] : tries(trees, shaper, room, count, area)) {
    const packed = pack(trees.roots.map((id) => shaper.shape(id, budget)), width);
    const scale = Math.min(room.width / packed.width, room.height / packed.height, room.most);
    const tried = { ...packed, scale };
    if (!best || rate(tried, room) > rate(best, room) * 1.02) best = tried;
  }
  if (!best || best.scale < room.least) {
    // All does not fit: it fills the window from side to side, and goes on below.
    const widths = [Math.max(room.least, 1), room.least].map((scale) =>
      Math.max(room.width / scale, ...trees.roots.map(shaper.least)),
    );
    const tried = [...new Set(widths)].flatMap((width) =>
      [1, 2, 3].map((part) =>
        pack(trees.roots.map((id) => shaper.shape(id, Math.max(width / part, shaper.least(id)))), width),
      ),
    );
    const low = tried.reduce((one, other) => (other.height < one.height * 0.96 ? other : one));
    best = { ...low, scale: Math.min(room.width / low.width, room.height / low.height), isLong: true };
  }
  return settle(best, room);
}

/** Rate what was tried: how large it is seen, and how much of the window it fills. */
function rate({ width, height, scale }, room) {
  const fill = ((width * scale) / room.width) * ((height * scale) / room.height);
  return scale * Math.sqrt(Math.min(fill, 1));
}

function* tries(trees, shaper, room, count, area) {
  const least = Math.max(...trees.roots.map(shaper.least));
  const ideal = Math.sqrt((1.25 * area * room.width) / room.height);
  const [wider, parts] = count > MANY ? [[1, 1.4], [3]] : [[0.7, 0.85, 1, 1.15, 1.35, 1.6, 2, 2.6], [1, 2, 3]];
  for (const more of wider)
    for (const part of parts) {
      const width = Math.max(ideal * more, least);
      yield { width, budget: Math.max(width / part, least) };
    }
}

/** Make what gives a tree its shape within a width. */
function makeShaper(below, sizeOf) {
  const narrow = new Map();
  const areas = new Map();
  const lanes = new Map();
  const leaves = new Map();
  const kidsOf = (id) => below.get(id) ?? [];
  const railOf = (id) => INDENT + LANE * lanesOf(id).length + 6;

  function lanesOf(id) {
    if (!lanes.has(id)) lanes.set(id, [...new Set(kidsOf(id).map(({ line }) => laneOf(line)))]);
    return lanes.get(id);
  }

  /** Give the shape of a node with nothing below it, which is the same in any width. */
  function leaf(id) {
    if (!leaves.has(id)) {
      const own = sizeOf(id);
      leaves.set(id, { id, ...own, own: { x: 0, y: 0, ...own }, kids: [], lanes: [] });
    }
    return leaves.get(id);
  }

  function least(id) {
    if (narrow.has(id)) return narrow.get(id);
    const kids = kidsOf(id);
    const rail = kids.length > 1 ? railOf(id) : 0;
    const found = Math.max(sizeOf(id).width, ...kids.map((kid) => rail + least(kid.id)));
    narrow.set(id, found);
    return found;
  }

  function area(id) {
    if (areas.has(id)) return areas.get(id);
    const { width, height } = sizeOf(id);
    const found = kidsOf(id).reduce((sum, kid) => sum + area(kid.id), (width + GAP) * (height + GAP));
    areas.set(id, found);
    return found;
  }

  function shape(id, budget) {
    const kids = kidsOf(id);
    if (!kids.length) return leaf(id);
    const own = sizeOf(id);
    const kinds = lanesOf(id);
    const top = own.height + HEAD + LANE * kinds.length;
    const wide = kids.reduce((sum, kid) => sum + least(kid.id) + GAP, -GAP);
    const set =
      wide <= budget || kids.length === 1
        ? inRow(kids, (budget - wide) / kids.length)
        : inColumns(kids, budget, railOf(id));
    const isCentred = set.isRow || set.columns > 1;
    const width = Math.max(own.width, set.width);
    const shift = set.isRow ? (width - set.width) / 2 : 0;
    return {
      id,
      width,
      height: top + set.height,
      own: { x: isCentred ? (width - own.width) / 2 : 0, y: 0, ...own },
      kids: set.kids.map((kid) => ({ ...kid, x: kid.x + shift, y: kid.y + top })),
      lanes: kinds,
    };
  }

  function inRow(kids, more) {
    let x = 0;
    let height = 0;
    const set = kids.map(({ id, line }) => {
      const found = shape(id, least(id) + Math.max(more, 0));
      const kid = { shape: found, line, x, y: 0, rail: null };
      x += found.width + GAP;
      height = Math.max(height, found.height);
      return kid;
    });
    return { isRow: true, kids: set, width: x - GAP, height };
  }

  function inColumns(kids, budget, rail) {
    const column = rail + Math.max(...kids.map((kid) => least(kid.id)));
    const most = Math.max(1, Math.min(kids.length, Math.floor((budget + GAP) / (column + GAP))));
    const each = (budget - GAP * (most - 1)) / most - rail;
    const shapes = kids.map(({ id }) => shape(id, Math.max(each, least(id))));
    const high = columnHeight(shapes, most);
    const set = [];
    let [x, y, wide, columns, height] = [0, 0, 0, 1, 0];
    shapes.forEach((found, index) => {
      if (y > 0 && y + found.height > high) {
        x += wide + GAP;
        [y, wide] = [0, 0];
        columns += 1;
      }
      set.push({ shape: found, line: kids[index].line, x: x + rail, y, rail: x });
      y += found.height + GAP;
      wide = Math.max(wide, rail + found.width);
      height = Math.max(height, y - GAP);
    });
    return { kids: set, width: x + wide, height, columns };
  }

  return { least, area, shape };
}

/** Find the least height at which shapes fit into so many columns, in their order. */
function columnHeight(shapes, columns) {
  let low = Math.max(...shapes.map((one) => one.height));
  let high = shapes.reduce((sum, one) => sum + one.height + GAP, 0);
  for (let turn = 0; turn < 16 && high - low > 1; turn += 1) {
    const middle = (low + high) / 2;
    let [used, y] = [1, 0];
    for (const one of shapes) {
      if (y > 0 && y + one.height > middle) [used, y] = [used + 1, 0];
      y += one.height + GAP;
    }
    if (used > columns) low = middle;
    else high = middle;
  }
  return high;
}

/** Put shapes side by side and under one another, each as high up as it goes. */
function pack(shapes, width) {
  let skyline = [{ x: 0, y: 0, width }];
  const trees = [];
  let [right, bottom] = [0, 0];
  for (const one of shapes) {
    const { x, y } = lowest(skyline, one.width, width);
    trees.push({ shape: one, x, y });
    right = Math.max(right, x + one.width);
    bottom = Math.max(bottom, y + one.height);
    skyline = raised(skyline, x, one.width + BETWEEN, y + one.height + BETWEEN);
  }
  return { trees, width: right, height: bottom };
}

function lowest(skyline, wide, width) {
  let best = null;
  for (let first = 0; first < skyline.length; first += 1) {
    const { x } = skyline[first];
    if (x > 0 && x + wide > width) break;
    let y = 0;
    for (let at = first; at < skyline.length && skyline[at].x < x + wide; at += 1) y = Math.max(y, skyline[at].y);
    if (!best || y < best.y) best = { x, y };
  }
  return best;
}

function raised(skyline, x, wide, y) {
  const end = x + wide;
  const found = [];
  for (const part of skyline) {
    const stop = part.x + part.width;
    if (part.x < x) found.push({ ...part, width: Math.min(stop, x) - part.x });
    if (part.x <= x && x < stop) found.push({ x, y, width: wide });
    if (stop > end && part.x < Math.max(stop, end)) {
      const from = Math.max(part.x, end);
      if (from < stop) found.push({ x: from, y: part.y, width: stop - from });
    }
  }
  return found.sort((one, other) => one.x - other.x).filter((part) => part.width > 0);
}

/**
 * Give each node its place in the whole, and tell how the line from each reaches the one above; where room is left
 * over at the sides or below, everything moves apart.
 */
function settle({ trees, width, height, scale, isLong }, room) {
  const seen = isLong ? 1 : scale;
  const [wide, high] = [room.width / seen, room.height / seen];
  const across = Math.min(Math.max(wide / width, 1), MOST_APART);
  // The farthest boxes move, but do not grow.
  const [broad, low] = ["width", "height"].map((side) => Math.min(...trees.map(({ shape }) => shape.own[side])));
  const filled = Math.min(((width - broad) * across + broad) / wide, 1);
  const downTo = (bottom) => (bottom - low) / Math.max(height - low, 1);
  const most = Math.min(Math.max(downTo((high * ENOUGH_FILLED) / filled), EASILY_APART), MOST_APART);
  const down = isLong ? 1 : Math.max(Math.min(downTo(high), most), 1);
  const places = new Map();
  const spots = new Map();
  const queue = [...trees];
  let [right, bottom] = [0, 0];
  while (queue.length) {
    const { shape, x, y } = queue.pop();
    const place = { ...shape.own, x: (x + shape.own.x) * across, y: (y + shape.own.y) * down };
    places.set(shape.id, place);
    right = Math.max(right, place.x + place.width);
    bottom = Math.max(bottom, place.y + place.height);
    for (const kid of shape.kids) {
      queue.push({ shape: kid.shape, x: x + kid.x, y: y + kid.y });
      const lane = shape.lanes.indexOf(laneOf(kid.line));
      spots.set(kid.line, {
        lane,
        lanes: shape.lanes.length,
        rail: kid.rail === null ? null : (x + kid.rail) * across + INDENT + lane * LANE,
      });
    }
  }
  return { places, spots, width: right, height: bottom, scale };
}
