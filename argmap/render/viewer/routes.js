// The ways of lines: at right angles from a node up to the one it bears on, in a curve where a line crosses over.
import { LANE } from "./placing.js";

const ROUND = 5;
const ABOVE = 10;
const APART = 12;

/** Find the way within a tree, along the lane of its kind. */
export function routeUp(tail, head, { lane, lanes, rail }) {
  const middle = head.x + head.width / 2;
  const bottom = head.y + head.height;
  const bus = bottom + ABOVE + LANE * lane;
  const aside = Math.min(APART, head.width / (lanes + 1));
  const end = middle + (lane - (lanes - 1) / 2) * aside;
  if (rail === null) {
    const start = tail.x + tail.width / 2;
    const into = Math.abs(start - end) < 1.5 ? start : end;
    return ending([
      [start, tail.y],
      [start, bus],
      [into, bus],
      [into, bottom],
    ]);
  }
  const beside = tail.y + Math.min(tail.height / 2, 26);
  const isUnder = rail > head.x + 4 && rail < head.x + head.width - 4;
  const [into, turn] = isUnder ? [rail, []] : [end, [[rail, bus], [end, bus]]];
  return ending([[tail.x, beside], [rail, beside], ...turn, [into, bottom]]);
}

/** Find the way of a line that leads from one tree into another. */
export function routeAcross(tail, head) {
  const [from, to] = [centre(tail), centre(head)];
  const isBelow = tail.y > head.y + head.height;
  const isAbove = tail.y + tail.height < head.y;
  if (isBelow || isAbove) {
    const start = [from[0], isBelow ? tail.y : tail.y + tail.height];
    const end = [to[0] + head.width / 4, isBelow ? head.y + head.height : head.y];
    const bend = Math.min(Math.abs(start[1] - end[1]) / 2, 90) * (isBelow ? -1 : 1);
    const before = [end[0], end[1] - bend];
    return curve(start, [start[0], start[1] + bend], before, end);
  }
  const isRight = from[0] > to[0];
  const start = [isRight ? tail.x : tail.x + tail.width, from[1]];
  const end = [isRight ? head.x + head.width : head.x, to[1]];
  const bend = Math.max(20, Math.abs(start[0] - end[0]) / 2) * (isRight ? -1 : 1);
  return curve(start, [start[0] + bend, start[1]], [end[0] - bend, end[1]], end);
}

const centre = ({ x, y, width, height }) => [x + width / 2, y + height / 2];

const curve = (start, one, two, end) => ({
  path: `M${pointOf(start)}C${pointOf(one)} ${pointOf(two)} ${pointOf(end)}`,
  end,
  turn: (Math.atan2(end[1] - two[1], end[0] - two[0]) * 180) / Math.PI,
});

const pointOf = (point) => point.map((number) => Math.round(number * 10) / 10).join(",");

/** Write a way with round corners, and where it ends. */
function ending(points) {
  const way = points.filter((point, at) => !at || Math.hypot(point[0] - points[at - 1][0], point[1] - points[at - 1][1]) > 0.5);
  let path = `M${pointOf(way[0])}`;
  for (let at = 1; at < way.length - 1; at += 1) {
    const [before, here, after] = [way[at - 1], way[at], way[at + 1]];
    path += `L${pointOf(toward(here, before))}Q${pointOf(here)} ${pointOf(toward(here, after))}`;
  }
  const end = way.at(-1);
  const before = way.at(-2) ?? end;
  path += `L${pointOf(end)}`;
  return { path, end, turn: (Math.atan2(end[1] - before[1], end[0] - before[0]) * 180) / Math.PI };
}

function toward(from, to) {
  const far = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const part = Math.min(ROUND, far / 2) / far;
  return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
}
