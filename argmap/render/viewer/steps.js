// The state of the page, and the way back through it.

const MOST = 500;

/**
 * Make a store: `state` is replaced, never changed, and each replacement can be undone.
 *
 * Listeners are told the new state, the one before it, and how the step came about:
 * `kind` joins steps of one kind in a row, such as letters typed, to one that is undone at once;
 * `isBack` marks the way back, and `where` is then what `remember` gave before the step that is undone;
 * `inPicture` marks a step within the picture, where the reader is looking.
 */
export function makeSteps(first, remember) {
  const past = [];
  const listeners = [];
  const steps = {
    state: first,
    onChange: (listener) => listeners.push(listener),
    canUndo: () => past.length > 0,
    take(patch, how = {}) {
      const before = steps.state;
      if (!(how.kind && past.at(-1)?.kind === how.kind)) past.push({ state: before, kind: how.kind, where: remember() });
      if (past.length > MOST) past.shift();
      show({ ...before, ...patch }, how);
    },
    undo(how = {}) {
      const last = past.pop();
      if (last) show(last.state, { ...how, isBack: true, where: last.where });
    },
  };
  function show(state, how) {
    const before = steps.state;
    steps.state = state;
    for (const listener of listeners) listener(state, before, how);
  }
  return steps;
}
