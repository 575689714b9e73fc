// What has changed in the map, and what is wrong with it, over the picture.
import { addressOf } from "./address.js";
import { labelOf } from "./document.js";
import { byId, count, make } from "./dom.js";
import { inPage } from "./main.js";

const MOST_NAMED = 3;
const LIT = 8000;

const faultsBox = make("section", { class: "faults", "aria-labelledby": "ui:faults-title", hidden: true });
const newsLine = make("div", { class: "news-line" });
const newsBox = make("section", { class: "news", "aria-label": "What has changed", role: "status" }, newsLine);
const offBox = make("section", { class: "off", "aria-label": "Connection", role: "status" });
let fresh = [];
let lit = [];
let fading = 0;

/** Put the places for news over the picture. */
export function showNewsPlaces() {
  document.querySelector(".rooms").append(make("div", { class: "over" }, offBox, faultsBox, newsBox));
}

/** Say what is wrong with the map; the picture is still the last that could be drawn. */
export function showFaults({ title, findings }) {
  faultsBox.hidden = !title;
  faultsBox.replaceChildren(make("h2", { id: "ui:faults-title" }, title));
  if (findings.length) faultsBox.append(make("ol", { tabindex: "0", "aria-label": "Findings" }, findings.map(faultItem)));
  if (title) byId("said").textContent = title;
}

const faultItem = ({ place, words, address }) =>
  make(
    "li",
    {},
    make(address ? "a" : "span", { class: "place", href: address || null }, place),
    make("pre", {}, words),
  );

/** Light up what is new or otherwise than before, and name it. */
export function showNews({ changed, added, gone }) {
  fresh = [...added, ...changed];
  lightUp();
  const told = [
    ["New", added.map(linkTo)],
    ["Changed", changed.map(linkTo)],
    ["Gone", gone.map((label) => make("span", { dir: "auto" }, label))],
  ].filter(([, names]) => names.length);
  clearTimeout(fading);
  newsLine.replaceChildren(...told.flatMap(([word, names]) => [make("b", {}, `${word}: `), firstNames(names), " "]));
  if (told.length) fading = setTimeout(() => newsLine.replaceChildren(), LIT);
}

/** Light up what is fresh, in the picture and in the outline. */
export function lightUp() {
  for (const element of lit) element.classList.remove("fresh");
  lit = fresh.flatMap((id) => [inPage.picture.items.get(id)?.group, document.getElementById(`o:${id}`)].filter(Boolean));
  for (const element of lit) element.classList.add("fresh");
}

function linkTo(id) {
  const { map } = inPage;
  return make("a", { href: addressOf(map, { thing: "statement", id }), dir: "auto" }, labelOf(map, id));
}

function firstNames(names) {
  const first = names.slice(0, MOST_NAMED).flatMap((name, at) => (at ? [", ", name] : [name]));
  const more = names.length - MOST_NAMED;
  return make("span", {}, first, more > 0 && ` and ${count(more, "more", "more")}`, ".");
}

/** Say whether the page still hears of changes. */
export function showConnection(isThere) {
  offBox.textContent = isThere ? "" : "Not connected: changes are not shown. Is `argmap serve` still running?";
}
