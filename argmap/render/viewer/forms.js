// Forms: a dialog that asks, says at once what would come of it, and stays open until it is saved.
import { make } from "./dom.js";
import { inPage } from "./main.js";
import { sendWish } from "./wishing.js";

const RESTING = 350;
let numberOfForms = 0;

/**
 * Ask for what a change needs, and make it.
 * @param {object} form
 * @param {string} form.title
 * @param {Array<object>} form.fields each with a `name`, a `label`, perhaps a `kind` (`text`, `long`, `choice`,
 *     `fact`), `value`, `choices`, `names` (what completes it), `rows`, `hint` and `isRequired`
 * @param {Function} form.wish makes the wish of what was filled in
 * @param {string} form.save the word on the button
 * @param {Function} form.done is told what the server says once it is saved
 * @param {Function} form.instead gives what to do where something else is asked for than a change
 */
export function openForm({ title, fields, wish, save = "Save", done = () => {}, instead = () => null }) {
  const before = document.activeElement;
  const id = `ui:form-${(numberOfForms += 1)}`;
  const said = make("output", { class: "said", "aria-live": "polite" });
  const controls = new Map();
  const button = make("button", { type: "submit", class: "plain strong" }, save);
  let version = inPage.map.version;
  let remedies = {};
  let waiting = 0;
  const close = () => dialog.close();
  const dialog = make(
    "dialog",
    { class: "form", "aria-labelledby": id },
    make(
      "form",
      { onsubmit: submit, oninput: look },
      make("h2", { id, dir: "auto" }, title),
      fields.map((field) => fieldBox(field, controls)),
      make(
        "div",
        { class: "outcome" },
        said,
        make("div", { class: "buttons" }, button, make("button", { type: "button", class: "plain", onclick: close }, "Cancel")),
      ),
    ),
  );
  dialog.addEventListener("close", () => {
    clearTimeout(waiting);
    dialog.remove();
    const again = before?.id && document.getElementById(before.id);
    (document.contains(before) ? before : again)?.focus?.({ preventScroll: true });
  });
  // Behind it no key does anything.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  document.body.append(dialog);
  dialog.showModal();
  if (fields.every((field) => field.kind === "fact")) look();

  const asked = () => ({ ...wish(filledIn(controls)), ...remedies });

  /** Say what would come of it, as soon as somebody rests. */
  function look() {
    remedies = {};
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const isElsewhere = instead(filledIn(controls));
      if (isElsewhere || !dialog.querySelector("form").checkValidity()) return say([]);
      tell(await sendWish({ ...asked(), dry: true }, { version }));
      return undefined;
    }, RESTING);
  }

  async function submit(event) {
    event.preventDefault();
    clearTimeout(waiting);
    const other = instead(filledIn(controls));
    if (other) {
      close();
      return other();
    }
    button.disabled = true;
    const answer = await sendWish(asked(), { version });
    button.disabled = false;
    if (answer.refused || answer.conflict) return tell(answer);
    close();
    done(answer);
    return undefined;
  }

  function tell({ told = [], refused, remedy, conflict }) {
    if (conflict) return say([conflict], "Save anyway", () => (version = inPage.map.version));
    if (refused) return say([refused], REMEDIES[remedy], () => (remedies = { ...remedies, [remedy]: true }));
    return say(told);
  }

  function say(sentences, words, agree) {
    said.replaceChildren(
      ...sentences.map((sentence) => make("p", { dir: "auto" }, sentence)),
      ...(words ? [make("button", { type: "button", class: "plain", onclick: () => (agree(), save_()) }, words)] : []),
    );
  }

  const save_ = () => dialog.querySelector("form").requestSubmit();
}

const REMEDIES = { create: "Add it to the map, and save", cascade: "Delete all that" };

const filledIn = (controls) =>
  Object.fromEntries([...controls].map(([name, control]) => [name, control.value.trim()]));

function fieldBox(field, controls) {
  const id = `ui:field-${field.name}`;
  if (field.kind === "fact") return make("p", { dir: "auto" }, field.label);
  const control = controlOf(field, id);
  controls.set(field.name, control);
  const list = field.names && listOf(`${id}-names`, field.names);
  const hint = field.hint && make("span", { id: `${id}-hint`, class: "quiet" }, field.hint);
  return make("div", { class: "field" }, make("label", { for: id }, field.label), control, list, hint);
}

function controlOf({ name, kind = "text", value = "", rows = 3, choices, names, hint, isRequired }, id) {
  const attributes = { id, name, required: Boolean(isRequired), "aria-describedby": hint && `${id}-hint` };
  if (kind === "choice")
    return make(
      "select",
      attributes,
      choices.map(([word, label]) => make("option", { value: word, selected: word === value }, label)),
    );
  if (kind === "long") {
    const area = make("textarea", { ...attributes, rows, dir: "auto" });
    area.value = value;
    return area;
  }
  return make("input", { ...attributes, type: "text", dir: "auto", autocomplete: "off", value, list: names && `${id}-names` });
}

const listOf = (id, names) =>
  make("datalist", { id }, names.map(([value, label]) => make("option", { value }, label)));
