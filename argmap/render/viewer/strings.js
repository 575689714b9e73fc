// Lines as they are drawn: a shaft, and a head that says how one end bears on the other.
import { laneOf } from "./placing.js";
import { routeAcross, routeUp } from "./routes.js";
import { shape } from "./svg.js";

// Each points to the right and ends at the origin.
const HEADS = {
  support: "M0,0L-9,-4L-9,4Z",
  rebut: "M0,0L-6,-4L-12,0L-6,4Z",
  undermine: "M0,0L-6,-4L-12,0L-6,4Z",
  undercut: "M-1,-6L-1,6",
  challenge: "M0,-4L-8,-4L-8,4L0,4Z",
  restate: "M-8,-5L0,0L-8,5",
};

/** Tell whether a line can be drawn where things are laid out. */
export const isRouted = ({ tail, head }, { places }) => places.has(tail) && places.has(head);

/** Draw a line where its ends are laid out. */
export function drawString(line, { places, spots }) {
  const spot = spots.get(line);
  const [tail, head] = [places.get(line.tail), places.get(line.head)];
  const way = spot ? routeUp(tail, head, spot) : routeAcross(tail, head);
  const [x, y] = way.end.map((number) => Math.round(number * 10) / 10);
  return shape(
    "g",
    { class: `string ${laneOf(line)}${spot ? "" : " across"}`, "data-tail": line.tail, "data-head": line.head },
    shape("path", { class: "shaft", d: way.path }),
    shape("path", {
      class: "tip",
      d: HEADS[line.relation],
      transform: `translate(${x} ${y}) rotate(${Math.round(way.turn)})`,
    }),
  );
}
