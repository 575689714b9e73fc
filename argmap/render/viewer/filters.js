// Facets: people, buckets, kinds, tags, sources, and what the editor infers.
import { nameOf } from "./document.js";
import { byId, count, make } from "./dom.js";
import { accepted, FACETS, hasOne, isNarrowed, seen, valuesOf } from "./selecting.js";

const TITLES = { bucket: "Where it stands", by: "Person", kind: "Kind", tag: "Tag", source: "Source" };
const KINDS = { claim: "claims", rebut: "rebuts", undermine: "undermines", undercut: "undercuts" };

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

  let counted = null;
  function update(state, found) {
    if (counted !== state.inferred) recount(state.inferred);
    counted = state.inferred;
    inferred.checked = state.inferred;
    for (const { facet, value, box } of boxes) box.checked = Boolean(state.filters[facet]?.includes(value));
    for (const one of [waiting, quiet]) one.button.setAttribute("aria-pressed", String(one.isPressed(state)));
    const active = FACETS.filter((facet) => state.filters[facet]?.length).length;
    summary.textContent = active ? `Filters (${active})` : "Filters";
    clear.hidden = !isNarrowed(state);
    announce(state, found);
  }

  function recount(withInferred) {
    const all = seen(map, { inferred: withInferred });
    for (const { facet, value, number } of boxes)
      number.textContent = countOf(all, facet, [value], withInferred);
    for (const { buckets, number } of [waiting, quiet])
      number.textContent = countOf(all, "bucket", buckets, withInferred);
  }

  function countOf(all, facet, values, withInferred) {
    const will = accepted(map, facet, values);
    return all.filter((one) => hasOne(one, facet, will, withInferred)).length;
  }

  function announce(state, found) {
    const all = seen(map, state).length;
    const some = found?.size ? found.size.toLocaleString("en") : "None";
    const words = found ? `${some} of ${count(all, "statement")}` : "";
    if (byId("status").textContent !== words) byId("status").textContent = words;
  }

  return { update };
}
