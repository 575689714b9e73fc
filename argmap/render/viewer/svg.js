// Building shapes. Text goes in as text: nothing here reads markup.

const SVG = "http://www.w3.org/2000/svg";

/** Make a shape. */
export function shape(tag, attributes = {}, ...content) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content.filter((part) => part || part === 0));
  return element;
}
