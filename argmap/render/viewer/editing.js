// The page can change the map: buttons at what is read, a handle at boxes, and a way to take changes back.
import { byId, make } from "./dom.js";
import { watchDrags } from "./drags.js";
import { claimForm, connectForm, waysToChange } from "./kinds.js";
import { inPage } from "./main.js";
import { sendWish } from "./wishing.js";

const savedLine = make("div", { class: "news-line saved", role: "status" });
document.querySelector(".over .news").before(savedLine);

/** Say that a change is saved, where, and what it did; and offer to take it back. */
function showSaved({ id, told = [], files = [] }) {
  const undo = make("button", { type: "button", class: "plain", onclick: takeBack }, "Take back");
  savedLine.replaceChildren(make("span", { dir: "auto" }, ["Saved in", files.map(shortName).join(", "), "—", ...told].join(" ").replace(/ —$/, "."), " "), undo);
  if (id && inPage.map.statements.has(id)) inPage.choose({ thing: "statement", id });
  else toChoose = id;
}

const shortName = (path) => path.split(/[/\\]/).at(-1);

/** What was added is chosen as soon as the page shows it. */
let toChoose = null;

async function takeBack() {
  const { refused, files = [] } = await sendWish({ do: "undo" });
  savedLine.replaceChildren(refused ?? `Taken back in ${files.join(", ")}.`);
}

function offerChanges() {
  const page = byId("page");
  if (toChoose && inPage.map.statements.has(toChoose)) {
    const id = toChoose;
    toChoose = null;
    queueMicrotask(() => inPage.choose({ thing: "statement", id }));
  }
  if (page.querySelector(".changes")) return;
  const { thing, id } = inPage.steps.state.view;
  const ways = thing === "statement" ? waysToChange(id, showSaved) : thing === "overview" ? [["Add a claim", () => claimForm(showSaved)]] : [];
  if (!ways.length) return;
  const buttons = ways.map(([words, act]) =>
    make("button", { type: "button", class: "plain", id: `ui:change-${words.toLowerCase().replaceAll(" ", "-")}`, onclick: act }, words),
  );
  const group = make("div", { class: "changes", role: "group", "aria-label": "Change the map" }, buttons);
  const heading = page.querySelector("h2");
  if (heading) heading.after(group);
  else page.append(group);
}

new MutationObserver(offerChanges).observe(byId("page"), { childList: true });
offerChanges();
watchDrags((from, to) => connectForm(from, showSaved, to));

addEventListener("keydown", (event) => {
  const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
  if (!isUndo || event.target.closest?.("input, textarea, select, dialog")) return;
  event.preventDefault();
  takeBack();
});
