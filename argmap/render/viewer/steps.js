// The state of the page, and the way back through it.

const MOST = 500;

/**
 * Make a store: `state` is replaced, never changed, and each replacement can be undone.
 *
 * Listeners are told the new state, the one before it, and how the step came about:
 * `kind` joins steps of one kind in a row, such as letters typed, to one that is undone at once;
 * `isBack` marks a way to a state that was there before; `inPicture` a step within the picture, where the
 * reader is looking. `depth` counts the steps that lie behind, also those before the page was loaded again.
 */
export function makeSteps(first, depth = 0) {
  const taken = new Map([[depth, { state: first, kind: null }]]);
  const listeners = [];
  const steps = {
    state: first,
    depth,
    onChange: (listener) => listeners.push(listener),
    canUndo: () => steps.depth > 0,
    take(patch, how = {}) {
      const isJoined = how.kind && taken.get(steps.depth)?.kind === how.kind;
      if (!isJoined) steps.depth += 1;
      keep(steps.depth, { ...steps.state, ...patch }, how.kind);
      show(taken.get(steps.depth).state, how);
    },
    /** Go one step back; false where that step is not known, because it was taken before a reload. */
    undo(how = {}) {
      const known = taken.get(steps.depth - 1);
      if (known) steps.goTo(steps.depth - 1, known.state, how);
      return Boolean(known) || steps.depth === 0;
    },
    goTo(there, state, how = {}) {
      steps.depth = there;
      keep(there, state, taken.get(there)?.kind);
      show(state, { ...how, isBack: true });
    },
    /** Change each state that was taken, without telling anybody. */
    amend(change) {
      for (const [there, { state, kind }] of taken) taken.set(there, { state: change(state), kind });
      steps.state = taken.get(steps.depth).state;
    },
  };

  function keep(there, state, kind) {
    taken.set(there, { state, kind });
    taken.delete(there - MOST);
  }

  function show(state, how) {
    const before = steps.state;
    steps.state = state;
    for (const listener of listeners) listener(state, before, how);
  }
  return steps;
}
