// Pointer and wheel: drag to move, wheel or pinch to zoom.

const CLICK = 5;

/** Let pointers move the camera; a drag is not a click. */
export function watchGestures(view, camera) {
  const pointers = new Map();
  let travelled = 0;

  view.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? view.clientHeight : 1;
      if (event.shiftKey || (!event.ctrlKey && Math.abs(event.deltaX) > Math.abs(event.deltaY))) {
        camera.moveBy(-(event.deltaX || event.deltaY) * unit, event.deltaX ? -event.deltaY * unit : 0);
        return;
      }
      const { left, top } = view.getBoundingClientRect();
      const strength = event.ctrlKey ? 0.01 : 0.0022;
      camera.zoomAt(Math.exp(-event.deltaY * unit * strength), event.clientX - left, event.clientY - top);
    },
    { passive: false },
  );

  view.addEventListener("pointerdown", (event) => {
    // The words of the box that is chosen can be selected.
    if (event.button !== 0 || event.target.closest?.(".chosen text")) return;
    if (!pointers.size) travelled = 0;
    pointers.set(event.pointerId, event);
  });

  view.addEventListener("pointermove", (event) => {
    const last = pointers.get(event.pointerId);
    if (!last) return;
    const before = middle(pointers);
    pointers.set(event.pointerId, event);
    const after = middle(pointers);
    travelled += Math.hypot(event.clientX - last.clientX, event.clientY - last.clientY);
    if (travelled < CLICK) return;
    if (!view.hasPointerCapture(event.pointerId)) view.setPointerCapture(event.pointerId);
    view.classList.add("moving");
    camera.moveBy(after.x - before.x, after.y - before.y);
    if (pointers.size > 1 && before.spread > 0) {
      const { left, top } = view.getBoundingClientRect();
      camera.zoomAt(after.spread / before.spread, after.x - left, after.y - top);
    }
  });

  const release = (event) => {
    pointers.delete(event.pointerId);
    if (!pointers.size) view.classList.remove("moving");
  };
  for (const name of ["pointerup", "pointercancel"]) view.addEventListener(name, release);
  view.addEventListener(
    "click",
    (event) => {
      if (travelled < CLICK) return;
      event.stopPropagation();
      event.preventDefault();
      travelled = 0;
    },
    { capture: true },
  );
}

/** Tell when the window has another size than before. */
export function watchSize(view, pane, onChange) {
  const told = () => `${pane.width} ${pane.height}`;
  let before = told();
  new ResizeObserver(() => {
    pane.forget();
    if (told() === before || !pane.width) return;
    before = told();
    onChange();
  }).observe(view);
}

function middle(pointers) {
  const all = [...pointers.values()];
  const x = all.reduce((sum, one) => sum + one.clientX, 0) / all.length;
  const y = all.reduce((sum, one) => sum + one.clientY, 0) / all.length;
  return { x, y, spread: Math.hypot(all[0].clientX - x, all[0].clientY - y) };
}
