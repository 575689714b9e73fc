// The view as a picture of its own: an SVG that looks the same without this page's styles, or a PNG of it.
const SPACE = "http://www.w3.org/2000/svg";
const RIM = 12;
const SHARPNESS = 2;
const LARGEST_SIDE = 12000;

const INHERITED = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "stroke-linecap",
  "stroke-linejoin",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "text-anchor",
];
const KEPT = /^(d|points|x|y|dx|dy|x1|x2|y1|y2|r|rx|ry|cx|cy|width|height|transform|textLength|lengthAdjust)$/;

/**
 * Write what the window shows as an SVG.
 * @param {SVGSVGElement} svg the drawing
 * @param {HTMLElement} view the window
 * @param {string} title
 */
export function snapshot(svg, view, title) {
  const { seen, box } = areaInView(svg, view);
  const [width, height] = [seen.right - seen.left, seen.bottom - seen.top].map(Math.round);
  const viewBox = Object.values(box)
    .map((number) => number.toFixed(2))
    .join(" ");
  const copy = element("svg", { viewBox, width, height });
  const name = element("title", {});
  name.textContent = title;
  copy.append(name, element("rect", { ...box, fill: groundOf(view) }));
  const root = getComputedStyle(svg);
  // From here on each part says in what it differs from the one around it.
  for (const property of INHERITED) copy.setAttribute(property, root.getPropertyValue(property));
  for (const child of svg.children) copyInto(copy, child, root, seen);
  return new XMLSerializer().serializeToString(copy);
}

/** Give the part of the window in which boxes are seen, and the same in the drawing's own coordinates. */
export function areaInView(svg, view) {
  const frame = view.getBoundingClientRect();
  const boxes = [...svg.querySelectorAll(".statement .ring, .rest")].map((box) => overlap(frame, box.getBoundingClientRect()));
  const seen = overlap(frame, enlarged(boxes.filter(Boolean).reduce(aroundBoth, null) ?? frame, RIM)) ?? frame;
  const toDrawing = svg.getScreenCTM().inverse();
  const [from, to] = [
    new DOMPoint(seen.left, seen.top).matrixTransform(toDrawing),
    new DOMPoint(seen.right, seen.bottom).matrixTransform(toDrawing),
  ];
  return { seen, box: { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y } };
}

/** Paint an SVG; the promise is of a PNG. */
export async function painted(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(SHARPNESS, LARGEST_SIDE / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width * scale, image.height * scale];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => {
    canvas.toBlob(done, "image/png");
  });
}

function copyInto(parent, original, around, seen) {
  const style = getComputedStyle(original);
  if (style.display === "none" || original.tagName === "title") return;
  if (!overlap(seen, original.getBoundingClientRect()) && !original.matches("g:not([id])")) return;
  if (original.matches(".ring") && style.stroke === "none" && style.fill === "none") return;
  const copy = element(original.tagName === "a" ? "g" : original.tagName, {});
  for (const { name, value } of original.attributes) if (KEPT.test(name)) copy.setAttribute(name, value);
  for (const property of INHERITED) {
    const value = style.getPropertyValue(property);
    if (value !== around.getPropertyValue(property)) copy.setAttribute(property, value);
  }
  if (style.opacity !== "1") copy.setAttribute("opacity", style.opacity);
  if (style.transform !== "none" && !copy.hasAttribute("transform")) copy.setAttribute("transform", style.transform);
  for (const child of original.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) copy.append(child.data);
    else if (child.nodeType === Node.ELEMENT_NODE) copyInto(copy, child, style, seen);
  }
  parent.append(copy);
}

function groundOf(view) {
  for (let one = view; one; one = one.parentElement) {
    const { backgroundColor } = getComputedStyle(one);
    if (!/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor)) return backgroundColor;
  }
  return "white";
}

function overlap(one, other) {
  const [left, top] = [Math.max(one.left, other.left), Math.max(one.top, other.top)];
  const [right, bottom] = [Math.min(one.right, other.right), Math.min(one.bottom, other.bottom)];
  return left <= right && top <= bottom ? { left, top, right, bottom } : null;
}

const aroundBoth = (one, other) =>
  one
    ? {
        left: Math.min(one.left, other.left),
        top: Math.min(one.top, other.top),
        right: Math.max(one.right, other.right),
        bottom: Math.max(one.bottom, other.bottom),
      }
    : other;

const enlarged = ({ left, top, right, bottom }, by) => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

function element(tag, attributes) {
  const made = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
