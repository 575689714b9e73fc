// The state of the page, and the way back through it.

const MOST = 500;

/** Make a store: `state` is replaced, never changed, and each replacement can be undone. */
export function makeSteps(first) {
  const past = [];
  const listeners = [];
  const steps = {
    state: first,
    onChange: (listener) => listeners.push(listener),
    canUndo: () => past.length > 0,
    /** Take a step. Steps of one kind in a row, such as letters typed, are undone together. */
    take(patch, kind = null) {
      const before = steps.state;
      if (!(kind && past.at(-1)?.kind === kind)) past.push({ state: before, kind });
      if (past.length > MOST) past.shift();
      show({ ...before, ...patch });
    },
    undo() {
      const last = past.pop();
      if (last) show(last.state);
      return Boolean(last);
    },
    redraw: () => show(steps.state),
  };
  function show(state) {
    const before = steps.state;
    steps.state = state;
    for (const listener of listeners) listener(state, before);
  }
  return steps;
}
