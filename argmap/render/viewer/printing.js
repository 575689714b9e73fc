// Paper: the picture as the window shows it, and everything in words.
import { areaInView } from "./snapshot.js";

/** Print what the window shows of the picture, and open what is folded in the outline; then put all back. */
export function watchPrinting(svg, view, outline) {
  let opened = [];
  let whole = "";
  addEventListener("beforeprint", () => {
    outline.buildAll();
    whole = svg.getAttribute("viewBox");
    opened = [...document.querySelectorAll("#ui\\:outline details:not([open])")];
    for (const details of opened) details.open = true;
    const { x, y, width, height } = areaInView(svg, view).box;
    svg.setAttribute("viewBox", [x, y, width, height].join(" "));
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    svg.setAttribute("viewBox", whole);
  });
}
