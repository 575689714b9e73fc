// A quote as it goes into a text of one's own: with its place, its work, and a link where that lasts.
import { absolute, addressOf } from "./address.js";
import { nameOf } from "./document.js";

/**
 * Write what is quoted or said, its citation, the entry of the work, and the address of the statement.
 * The address of a page that is served ends with the server, and holds its secret: it is left out.
 */
export function quotable(map, statement) {
  const [work, , short] = statement.source ?? [];
  const entry = map.sources.get(work)?.entry?.map(([text]) => text).join("");
  const cited = short ? ` (${short})` : ` (${nameOf(map, statement.by)})`;
  const said = statement.quote ? `“${statement.quote}”` : (statement.title ?? statement.text);
  const link = map.version ? null : absolute(addressOf(map, { thing: "statement", id: statement.id }));
  return [`${said}${cited}`, entry, link].filter(Boolean).join("\n");
}
