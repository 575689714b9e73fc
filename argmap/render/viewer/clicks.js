// Clicks: on boxes, badges, branches of the outline, and links within the page.

/**
 * Let clicks act.
 * @param {{box: Function, boxTwice: Function, badge: Function, rest: Function, branch: Function, link: Function}} actions
 *     what a click on each does
 */
export function watchClicks({ box, boxTwice, badge, rest, branch, link }) {
  document.addEventListener("dblclick", (event) => event.target.closest?.(".statement") && !event.target.closest(".badge") && boxTwice());
  document.addEventListener("click", (event) => {
    const inside = (selector) => event.target.closest?.(selector);
    const folded = inside(".badge");
    if (folded) return badge(folded.dataset.folded);
    const chosen = inside(".statement");
    if (chosen) return box(chosen.id);
    if (inside(".rest")) return rest();
    const summary = inside("#ui\\:outline summary");
    const address = inside("a")?.getAttribute("href");
    // With Ctrl or Command a link opens in a new tab, as everywhere.
    const isLink = address?.startsWith("#") && !event.ctrlKey && !event.metaKey;
    if (!summary && !isLink) return undefined;
    event.preventDefault();
    return summary ? branch(summary.closest("li").dataset.key) : link(address);
  });
}
