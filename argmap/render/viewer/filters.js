// Facets: people, buckets, kinds, tags, sources, and what the editor infers.
import { nameOf } from "./document.js";
import { byId, make } from "./dom.js";
import { accepted, FACETS, isNarrowed, tallies, valuesOf } from "./selecting.js";

const TITLES = { bucket: "Status", by: "Person", kind: "Kind", tag: "Tag", source: "Source" };
const KINDS = { claim: "claims", rebut: "rebutters", undermine: "underminers", undercut: "undercutters" };

/** Build the facets, and give what brings them up to a state. */
export function makeFilters(map, steps) {
  const everything = [...map.statements.values()];
  const boxes = [];
  const owing = [...map.buckets.values()].filter((bucket) => bucket.waits);
  const waiting = quick(
    "Unanswered",
    owing.map((bucket) => bucket.id),
  );
  const quiet = quick("Unchallenged", ["unchallenged"]);
  const hasInferred = map.inferred && everything.some((one) => one.inferred);
  const inferred = make("input", {
    type: "checkbox",
    onchange: (event) => steps.take({ inferred: event.target.checked }),
  });
  const clear = make(
    "button",
    { type: "button", class: "plain", onclick: () => steps.take({ query: "", filters: {} }) },
    "Clear",
  );
  const summary = make("summary", {}, "Filters");
  const facets = FACETS.map(facetBox).filter(Boolean);
  byId("filters").append(
    make(
      "div",
      { class: "quick" },
      waiting.button,
      quiet.button,
      hasInferred && make("label", { class: "switch" }, inferred, " Inferred by the editor"),
      clear,
    ),
    make("details", { class: "facets", hidden: !facets.length }, summary, facets),
  );

  function quick(label, buckets) {
    const number = make("span", { class: "number" });
    const press = () =>
      steps.take({ filters: { ...steps.state.filters, bucket: isPressed(steps.state) ? [] : buckets } });
    const isPressed = (state) => String(state.filters.bucket ?? "") === String(buckets);
    return {
      button: make("button", { type: "button", class: "chip", onclick: press }, label, " ", number),
      number,
      buckets,
      isPressed,
    };
  }

  function facetBox(facet) {
    const values = known(facet);
    if (values.length < 2) return null;
    return make(
      "details",
      { open: values.length < 9 },
      make("summary", {}, TITLES[facet]),
      make(
        "ul",
        { class: "choices", "aria-label": TITLES[facet] },
        values.map((value) => choice(facet, value)),
      ),
    );
  }

  function known(facet) {
    const used = new Set(
      everything.flatMap((one) => [...valuesOf(one, facet, false), ...valuesOf(one, facet, true)]),
    );
    const order = {
      bucket: [...map.buckets.keys()],
      by: [...map.people.keys()],
      kind: Object.keys(KINDS),
      tag: [...map.tags.keys()],
      source: [...map.sources.keys()],
    }[facet];
    return order.filter((value) => used.has(value));
  }

  function choice(facet, value) {
    const number = make("span", { class: "number" });
    const box = make("input", { type: "checkbox", onchange: () => toggle(facet, value) });
    boxes.push({ facet, value, box, number });
    const voice = facet === "by" && `person ${map.people.get(value).voice}`;
    return make(
      "li",
      {},
      make(
        "label",
        { class: voice || null },
        box,
        " ",
        make("span", { dir: "auto" }, nameIn(facet, value)),
        " ",
        number,
      ),
    );
  }

  function nameIn(facet, value) {
    const names = {
      bucket: () => map.buckets.get(value).name,
      by: () => nameOf(map, value),
      kind: () => KINDS[value],
      tag: () => value,
      source: () => map.sources.get(value).title,
    };
    return names[facet]();
  }

  function toggle(facet, value) {
    const before = steps.state.filters[facet] ?? [];
    const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
    steps.take({ filters: { ...steps.state.filters, [facet]: after } });
  }

  function update(state, found, words) {
    recount(state);
    inferred.checked = state.inferred;
    for (const { facet, value, box } of boxes) box.checked = Boolean(state.filters[facet]?.includes(value));
    for (const one of [waiting, quiet]) one.button.setAttribute("aria-pressed", String(one.isPressed(state)));
    const active = FACETS.filter((facet) => state.filters[facet]?.length).length;
    summary.textContent = active ? `Filters (${active})` : "Filters";
    clear.hidden = !isNarrowed(state);
    for (const name of ["status", "said"])
      if (byId(name).textContent !== words) byId(name).textContent = words;
  }

  /** Say how many each choice would find, with the search and all other facets as they are. */
  function recount(state) {
    for (const [facet, numbers] of tallies(map, state)) {
      const sum = (values) =>
        [...accepted(map, facet, values)].reduce((total, value) => total + (numbers.get(value) ?? 0), 0);
      for (const one of boxes) if (one.facet === facet) write(one.number, sum([one.value]));
      if (facet === "bucket") for (const one of [waiting, quiet]) write(one.number, sum(one.buckets));
    }
  }

  function write(number, sum) {
    const words = String(sum);
    if (number.textContent !== words) number.textContent = words;
    number.closest("label")?.classList.toggle("none", !sum);
  }

  return { update };
}
