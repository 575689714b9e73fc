// A handle at the box under the pointer: from there a line can be drawn to another box.
import { make } from "./dom.js";
import { inPage } from "./main.js";
import { shape } from "./svg.js";

const GRIP = 28;

/** Let boxes be joined by dragging; `joined` is told the two statements. */
export function watchDrags(joined) {
  const { view } = inPage;
  const handle = make(
    "button",
    { type: "button", class: "joining-handle", tabindex: "-1", "aria-hidden": "true", title: "Drag to a box that it supports or attacks", hidden: true },
    "⤳",
  );
  const line = shape("line", { class: "joining-line" });
  const layer = shape("svg", { class: "joining", "aria-hidden": "true" }, line);
  layer.style.display = "none";
  view.parentElement.append(layer, handle);
  let from = null;
  let start = null;

  const place = (event) => {
    const { left, top } = view.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const boxAt = (event) =>
    document.elementsFromPoint(event.clientX, event.clientY).map((one) => one.closest(".statement")).find(Boolean);

  view.addEventListener("pointermove", (event) => {
    const box = event.target.closest?.(".statement");
    if (start || !box || view.classList.contains("moving")) return;
    from = box.id;
    const { right, top } = (box.querySelector(".ring") ?? box).getBoundingClientRect();
    const frame = view.getBoundingClientRect();
    const x = Math.min(right, frame.right - GRIP) - frame.left - GRIP / 2;
    const y = Math.max(top, frame.top + GRIP / 2) - frame.top - GRIP / 2;
    handle.style.transform = `translate(${x}px, ${y}px)`;
    handle.hidden = false;
  });
  for (const name of ["wheel", "pointerdown", "pointerleave"])
    view.addEventListener(name, (event) => {
      if (event.relatedTarget !== handle) handle.hidden = true;
    });

  handle.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    handle.setPointerCapture(event.pointerId);
    start = place(event);
    layer.style.display = "";
    draw(event);
  });
  handle.addEventListener("pointermove", (event) => start && draw(event));
  handle.addEventListener("pointerup", (event) => {
    const target = start && boxAt(event)?.id;
    stop();
    if (target && target !== from) joined(from, target);
  });
  handle.addEventListener("pointercancel", stop);

  function draw(event) {
    const [x, y] = place(event);
    for (const [name, value] of Object.entries({ x1: start[0], y1: start[1], x2: x, y2: y })) line.setAttribute(name, value);
    for (const box of document.querySelectorAll(".joining-to")) box.classList.remove("joining-to");
    const target = boxAt(event);
    if (target && target.id !== from) target.classList.add("joining-to");
  }

  function stop() {
    start = null;
    layer.style.display = "none";
    handle.hidden = true;
    for (const box of document.querySelectorAll(".joining-to")) box.classList.remove("joining-to");
  }
}
