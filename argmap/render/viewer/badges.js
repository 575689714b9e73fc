// Badges: how many statements a folded branch hides.
const SVG = "http://www.w3.org/2000/svg";

/** Draw a badge at the corner of a box. */
export function makeBadge(id, { x, y, width }, size) {
  const label = `+${size.toLocaleString("en")}`;
  const wide = 14 + 7 * label.length;
  const badge = part("g", { class: "badge", "aria-hidden": "true", "data-folded": id });
  const text = part("text", { "text-anchor": "middle", "font-size": 12, "font-weight": "bold", y: 5 });
  text.textContent = label;
  badge.append(part("rect", { x: -wide / 2, y: -9, width: wide, height: 20, rx: 10 }), text);
  const corner = part("g", { transform: `translate(${x + width + 6 - wide / 2} ${y})` });
  corner.append(badge);
  return corner;
}

function part(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
