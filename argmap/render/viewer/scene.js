// What stands where: which of the three sizes is shown, laid out anew whenever something comes or goes.
import { beneath } from "./branches.js";
import { MARGIN } from "./camera.js";
import { isThere, isWaiting } from "./document.js";
import { makeGraph } from "./graph.js";
import { BLOCKS, BOXES, REST, SCALES, TILES } from "./levels.js";
import { placeTrees } from "./placing.js";
import { JOINT, tileSize, tileWidth } from "./tiles.js";
import { growTrees } from "./trees.js";

/** How much broader tiles become where few of them would leave much of the window empty. */
const WIDER = [1, 1.25, 1.5, 1.8];
const WELL_FILLED = 0.68;
const FEW = 3;
const NOTHING = { hidden: 0, open: 0, isOpen: false };

/** Make the scene: `view` is the window and `pane` its size, `picture` draws what is laid out, `camera` looks at it. */
export function makeScene(map, { view, pane, picture, camera }) {
  let graph = makeGraph(map);
  let content = { keys: new Set(), state: null, isOverview: false, isWhole: true };
  let layouts = [];
  let layoutsOf = new WeakMap();
  const grown = new WeakMap();
  let level = TILES;
  let isStale = true;
  let isChanging = false;
  camera.onBeyond = beyond;
  // While things are laid out anew, what the window shows is known only at the end.
  camera.onMove(() => isChanging || picture.fill());

  const room = (at) => ({
    width: Math.max(pane.width - 2 * MARGIN, 120),
    height: Math.max(pane.height - 2 * MARGIN, 120),
    least: SCALES[at].least,
    most: SCALES[at].fitted,
  });

  function layout(at) {
    layouts[at] ??= layOut(at);
    return layouts[at];
  }

  function layOut(at) {
    const keys = at === BLOCKS ? tops() : content.keys;
    const told = new Map();
    const tellOf = (id) => {
      if (!told.has(id)) told.set(id, tell(id, keys, at));
      return told.get(id);
    };
    const found = graph.among(keys);
    const trees = at === BLOCKS ? growTrees({ ...found, lines: found.lines.filter(isFor) }) : treesOf(found);
    const rest = at === BLOCKS ? restOf(keys) : 0;
    if (rest) trees.roots.push(REST);
    if (!keys.size) return { width: 1, height: 1, scale: 1, places: new Map(), spots: new Map(), trees, lines: [], tellOf };
    const base = tileWidth(room(at).width);
    let placed = null;
    for (const more of at === BOXES ? [1] : WIDER) {
      const tile = base * more;
      const sizeOf = (id) => {
        if (id === REST) return tileSize(tile, false);
        return graph.isJoint(id) ? JOINT : picture.sizeOf(id, at, tellOf(id), tile);
      };
      const found = placeTrees(trees, sizeOf, room(at));
      const isBetter = !placed || found.scale >= SCALES[at].least || placed.scale < SCALES[at].least;
      if (isBetter) placed = found;
      if (fillOf(placed, at) >= WELL_FILLED) break;
    }
    return { ...placed, trees, lines: found.lines, tellOf, rest };
  }

  /** Grow the trees of a graph, which are the same in each size. */
  function treesOf(found) {
    if (!grown.has(found)) grown.set(found, growTrees(found));
    return grown.get(found);
  }

  /** Give the part of the window that a layout fills; of one that goes on below, the beginning counts. */
  function fillOf(placed, at) {
    const { width, height, least } = room(at);
    if (placed.scale >= least) return ((placed.width * placed.scale) / width) * ((placed.height * placed.scale) / height);
    const scale = scaleAcross(at, placed);
    const first = [...placed.places.values()].filter((place) => place.y * scale < height);
    const [left, right] = [Math.min(...first.map(({ x }) => x)), Math.max(...first.map((place) => place.x + place.width))];
    return ((right - left) * scale) / width;
  }

  const isFor = ({ relation }) => relation === "support" || relation === "restate";

  /** Find what stands for each argument: the main theses, else what bears on nothing else. */
  function tops() {
    const theses = map.theses.filter((id) => content.keys.has(id));
    return new Set(theses.length ? theses : layout(TILES).trees.roots.filter((id) => !graph.isJoint(id)));
  }

  /** Count the statements for which no block stands. */
  function restOf(keys) {
    const covered = new Set([...keys].flatMap((id) => [...beneath(map, id, content.state.inferred)]));
    return [...map.statements.keys()].filter((id) => isThere(map, id, content.state.inferred) && !covered.has(id)).length;
  }

  function tell(id, keys, at) {
    const { state, isWhole } = content;
    const statement = map.statements.get(id);
    const isOpen = isOpenChallenge(statement);
    const isFolded = isWhole && (at === BLOCKS || state.folded.has(id));
    if (!isFolded) return isOpen ? { ...NOTHING, isOpen } : NOTHING;
    const hidden = [...beneath(map, id, state.inferred)].filter((key) => !keys.has(key));
    const open = hidden.filter((key) => isOpenChallenge(map.statements.get(key))).length;
    return { hidden: hidden.length, open, isOpen };
  }

  /** To what the editor infers, nobody owes a reply. */
  const isOpenChallenge = (statement) =>
    Boolean(statement.kind && !statement.inferred && isWaiting(map, statement, content.state.inferred));

  /** Take over what is shown; it is drawn by what comes next. */
  function fill(keys, state, { isOverview, isWhole }) {
    content = { keys, state, isOverview, isWhole };
    layouts = isWhole ? laidOut(keys) : [];
    isStale = true;
  }

  /** Give the layouts of what the folds leave, which are the same whenever the same is left, as after a step back. */
  function laidOut(keys) {
    const shape = `${pane.width} ${pane.height}`;
    if (layoutsOf.get(keys)?.shape !== shape) layoutsOf.set(keys, { shape, layouts: [] });
    return layoutsOf.get(keys).layouts;
  }

  /** Tell whether some statements could be shown all at once, to be read. */
  function hasRoomFor(keys, state) {
    fill(keys, state, { isOverview: false, isWhole: true });
    return isRoomy(TILES) && layout(TILES).scale >= SCALES[TILES].least;
  }

  /** Tell whether a layout can fit at all, before it is worked out. */
  function isRoomy(at) {
    const { width, height, least } = room(at);
    let area = 0;
    for (const id of content.keys) {
      const size = picture.sizeOf(id, at, NOTHING, tileWidth(width));
      area += size.width * size.height * least * least;
    }
    return area < width * height;
  }

  const fits = (at) => isRoomy(at) && layout(at).scale >= SCALES[at].least;

  /** Choose the nearest size in which all can be seen at once; a map that is folded up may be told in blocks. */
  function best() {
    const isFew = content.keys.size <= FEW;
    if (fits(BOXES) && (isFew || fillOf(layout(BOXES), BOXES) >= WELL_FILLED)) return BOXES;
    if (fits(TILES)) return TILES;
    return content.isOverview && layout(BLOCKS).places.size < layout(TILES).places.size ? BLOCKS : TILES;
  }

  /** Change where the camera stands, then what is drawn; what is in both glides from one to the other. */
  function change(next, aim, { still = false } = {}) {
    const was = camera.place;
    const { width, height } = layout(next);
    camera.setStage({ width, height, least: SCALES[next].least, most: SCALES[next].most });
    isChanging = true;
    aim();
    isChanging = false;
    [level, camera.level, isStale] = [next, next, false];
    view.dataset.level = ["blocks", "tiles", "boxes"][level];
    picture.lay(layout(level), level, still ? null : { was, now: camera.place });
  }

  /** Show everything: all at once if it can be read, else from its beginning. */
  function fit({ still = false } = {}) {
    const next = best();
    const { scale } = layout(next);
    const fitted = scale >= SCALES[next].least ? scale : scaleAcross(next, layout(next));
    change(next, () => camera.fit(fitted, { still: true }), { still });
  }

  /**
   * Say what the middle of the window shows, in which size and how large: a statement, and where the middle lies from
   * that of its box. In a window of another shape, in which all is laid out otherwise, this finds the same again.
   */
  function spot() {
    const { isFitted, isMoved } = camera;
    const id = isFitted ? null : nearestTo(pane.width / 2, pane.height / 2);
    const { x, y, width, height } = camera.area;
    const box = id && picture.boxes.get(id);
    const [across, down] = box
      ? [x + width / 2 - box.x - box.width / 2, y + height / 2 - box.y - box.height / 2].map((number) => Math.round(number * 10) / 10)
      : [0, 0];
    return { id, across, down, scale: camera.place.scale, level, isFitted, isMoved };
  }

  /** Show a spot again, in the size in which it was seen. */
  function look({ id, across, down, scale, level: wanted, isFitted = false, isMoved = true }, { still = false } = {}) {
    const place = !isFitted && layout(wanted).places.get(id);
    if (!place) return fit({ still });
    const [x, y] = [place.x + place.width / 2 + across, place.y + place.height / 2 + down];
    const aim = (how) => camera.look({ x, y, scale, isMoved }, how);
    if (wanted === level && !isStale) return aim({ still });
    return change(wanted, () => aim({ still: true }), { still });
  }

  /** Lay everything out for a window of another shape. */
  function resize() {
    layouts = content.isWhole ? laidOut(content.keys) : [];
    if (camera.isFitted || !picture.boxes.size) return fit({ still: true });
    const { view: chosen } = content.state;
    const middle = nearestTo(pane.width / 2, pane.height / 2);
    return refresh(picture.boxes.has(chosen.id) ? chosen.id : middle);
  }

  const scaleAcross = (at, placed) =>
    Math.min(Math.max(room(at).width / placed.width, SCALES[at].least), Math.max(1.25, SCALES[at].least));

  /** Draw anew what is there, at a size, while a statement stays where it is on the screen. */
  function refresh(anchor, at = level) {
    if (!hold(anchor, at)) return fit();
    return camera.frame(layout(at).places.get(anchor));
  }

  /** Draw anew at a size, and move nothing but what has to make room; false where the statement is not there. */
  function hold(anchor, at = level) {
    const { boxes } = picture;
    const { x, y, scale } = camera.place;
    const old = boxes.get(anchor);
    const next = layout(at).places.get(anchor);
    const wanted = Math.min(Math.max(scale, SCALES[at].least), SCALES[at].most);
    if (!old || !next) return false;
    change(at, () =>
      camera.set(
        { scale: wanted, x: x + old.x * scale - next.x * wanted, y: y + old.y * scale - next.y * wanted },
        { still: true },
      ),
    );
    return true;
  }

  /** Go to another size around a point of the window, at a scale. */
  function switchTo(next, scale, x, y) {
    const id = nearestTo(x, y);
    const old = id && picture.boxes.get(id);
    const counterpart = id && layout(next).places.get(next === BLOCKS ? above(id) : id);
    const { place } = camera;
    change(next, () => {
      if (!old || !counterpart) return camera.fit(Math.max(scale, SCALES[next].least), { still: true });
      const middle = (box, side, long) => box[side] + box[long] / 2;
      const to = (side, long, from) =>
        from + middle(old, side, long) * place.scale - middle(counterpart, side, long) * scale;
      return camera.set({ scale, x: to("x", "width", place.x), y: to("y", "height", place.y) }, { still: true });
    });
  }

  /** Find what stands for a statement where only blocks are shown. */
  function above(id) {
    const { places } = layout(BLOCKS);
    for (const key of places.keys()) if (beneath(map, key, content.state.inferred).has(id)) return key;
    return id;
  }

  function nearestTo(x, y) {
    const { place } = camera;
    const [across, down] = [(x - place.x) / place.scale, (y - place.y) / place.scale];
    let best = null;
    for (const [id, box] of picture.boxes) {
      const [beside, below] = [
        Math.max(box.x - across, across - box.x - box.width, 0),
        Math.max(box.y - down, down - box.y - box.height, 0),
      ];
      const far = Math.hypot(beside, below);
      if (!best || far < best.far) best = { id, far };
    }
    return best?.id;
  }

  function beyond(wanted, x, y) {
    if (wanted > SCALES[level].most && level < BOXES) {
      switchTo(level + 1, level + 1 === BOXES ? 1.3 : 1, x, y);
      return true;
    }
    const hasBlocks = level === TILES && layout(BLOCKS).places.size < layout(TILES).places.size;
    if (wanted < SCALES[level].least && (level === BOXES || hasBlocks)) {
      switchTo(level - 1, 1.35, x, y);
      return true;
    }
    return false;
  }

  /** Show the statements for which no block stands, too. */
  const showRest = () => change(TILES, () => camera.fit(1, { still: true }));

  /** Take over what bears on what from another version of the map. */
  function regraph() {
    graph = makeGraph(map);
    layoutsOf = new WeakMap();
  }

  return {
    fill,
    regraph,
    nearestTo,
    showRest,
    hasRoomFor,
    fit,
    look,
    get spot() {
      return spot();
    },
    refresh,
    hold,
    layout,
    change,
    resize,
    get level() {
      return level;
    },
    get isStale() {
      return isStale;
    },
    has: (id) => picture.boxes.has(id),
  };
}
