// Files for the reader to keep; none of them leaves the page in any other way.

/** Give the name of this page's file, without its ending. */
const pageName = () => decodeURIComponent(location.pathname.split("/").pop()).replace(/\.html?$/i, "") || "map";

/** Hand over a file. */
export function save(content, ending, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${pageName()}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return "Saved";
}
