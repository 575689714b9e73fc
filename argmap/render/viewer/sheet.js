// On a phone the panel is a sheet under the picture: it can be drawn up and down, by finger and by key.
import { byId } from "./dom.js";

const STOPS = [0.14, 0.5, 0.88];
const TAP = 6;

/** Let the sheet be drawn to one of three heights; `onRest` is called when it has come to rest. */
export function watchSheet(onRest) {
  const [grip, panel] = [byId("grip"), byId("panel")];
  let drag = null;

  const room = () => panel.parentElement.clientHeight;
  const part = () => panel.offsetHeight / room();
  const nearest = () => {
    const apart = STOPS.map((stop) => Math.abs(stop - part()));
    return apart.indexOf(Math.min(...apart));
  };

  function set(share) {
    panel.style.setProperty("--sheet", `${Math.round(Math.min(Math.max(share, 0.1), 0.92) * room())}px`);
  }

  function rest(stop) {
    set(STOPS[Math.min(Math.max(stop, 0), STOPS.length - 1)]);
    onRest();
  }

  grip.addEventListener("pointerdown", (event) => {
    drag = { y: event.clientY, height: panel.offsetHeight, travelled: 0 };
    grip.setPointerCapture(event.pointerId);
  });
  grip.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const up = drag.y - event.clientY;
    drag.travelled = Math.max(drag.travelled, Math.abs(up));
    if (drag.travelled >= TAP) set((drag.height + up) / room());
  });
  for (const name of ["pointerup", "pointercancel"])
    grip.addEventListener(name, () => {
      const isDrag = drag?.travelled >= TAP;
      drag = null;
      if (isDrag) rest(nearest());
      grip.dataset.dragged = String(isDrag);
    });
  grip.addEventListener("click", () => {
    // The click at the end of a drag is none.
    if (grip.dataset.dragged !== "true") rest((nearest() + 1) % STOPS.length);
    delete grip.dataset.dragged;
  });
  grip.addEventListener("keydown", (event) => {
    const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    rest(nearest() + way);
  });
}
