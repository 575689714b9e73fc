// The window onto the picture: its size is measured once, and again only after something may have changed it.

/** Measure an element only where that is not known; asking a browser makes it lay out the whole page. */
export function makePane(view) {
  let size = null;
  const known = () => (size ??= { width: view.clientWidth, height: view.clientHeight });
  return {
    get width() {
      return known().width;
    },
    get height() {
      return known().height;
    },
    forget() {
      size = null;
    },
  };
}
