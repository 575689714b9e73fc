// The page follows the map: the server tells of each change.
import { inPage } from "./main.js";
import { lightUp, showConnection, showFaults, showNews, showNewsPlaces } from "./news.js";
import { replaceMap, replaceOutline } from "./renewing.js";

showNewsPlaces();
showFaults(inPage.map.faults);

const server = new EventSource(`changes?since=${encodeURIComponent(inPage.map.version)}`);
server.addEventListener("open", () => showConnection(true));
server.addEventListener("error", () => showConnection(false));
server.addEventListener("map", ({ data }) => {
  const next = JSON.parse(data);
  replaceMap(next);
  showNews(next);
});
server.addEventListener("outline", ({ data }) => {
  replaceOutline(JSON.parse(data));
  lightUp();
});
server.addEventListener("faults", ({ data }) => showFaults(JSON.parse(data)));
server.addEventListener("reload", () => location.reload());
