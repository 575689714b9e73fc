// The page follows the map: the server tells of each change.
import { inPage } from "./main.js";
import { lightUp, showConnection, showFaults, showNews, showNewsPlaces } from "./news.js";
import { replaceMap, replaceOutline } from "./renewing.js";

let server = null;
/** The outline of a map comes behind it. */
let isOutlineOwed = false;

showNewsPlaces();
showFaults(inPage.map.faults);
document.addEventListener("visibilitychange", listenWhileSeen);
listenWhileSeen();

/** Listen while somebody can see the page: a browser lets few pages of a server listen at once. */
function listenWhileSeen() {
  if (!document.hidden) server ??= listening();
  else if (!isOutlineOwed) stop();
}

function stop() {
  server?.close();
  server = null;
}

function listening() {
  const stream = new EventSource(`changes?since=${encodeURIComponent(inPage.map.version)}`);
  stream.addEventListener("open", () => showConnection(true));
  stream.addEventListener("error", () => showConnection(false));
  stream.addEventListener("map", ({ data }) => {
    const next = JSON.parse(data);
    isOutlineOwed = true;
    replaceMap(next);
    showNews(next);
  });
  stream.addEventListener("outline", ({ data }) => {
    isOutlineOwed = false;
    replaceOutline(JSON.parse(data));
    lightUp();
    listenWhileSeen();
  });
  stream.addEventListener("faults", ({ data }) => showFaults(JSON.parse(data)));
  stream.addEventListener("reload", loadAgain);
  return stream;
}

/** Load the page again; what somebody is writing in a form is not thrown away. */
function loadAgain() {
  document.removeEventListener("visibilitychange", listenWhileSeen);
  stop();
  const form = document.querySelector("dialog.form[open]");
  if (form) form.addEventListener("close", () => location.reload());
  else location.reload();
}
