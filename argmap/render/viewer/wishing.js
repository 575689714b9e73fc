// What somebody wishes to change goes to the server, with the version of the map that the page showed.
import { inPage } from "./main.js";

/**
 * Send a wish.
 * @param {object} wish what to do
 * @param {{version?: string}} options the version of the map that was shown when somebody began to wish
 * @returns {Promise<object>} what the server says: `told`, `id`; or `refused` and `remedy`, or `conflict`
 */
export async function sendWish(wish, { version = inPage.map.version } = {}) {
  try {
    const answer = await fetch("edit", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ version, ...wish }),
    });
    const isJson = answer.headers.get("content-type")?.startsWith("application/json");
    return isJson ? await answer.json() : { refused: await answer.text() };
  } catch {
    return { refused: "The server cannot be reached. Is `argmap serve` still running?" };
  }
}
