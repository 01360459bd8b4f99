/** The results as a table for other programs (RFC 4180). */

const COLUMNS = ["title", "date", "publisher", "topics", "matched_as", "address"]
/** A spreadsheet would take these for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** @param {string} value */
const cell = (value) => `"${(FORMULA.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`

/** @param {any[]} hits @param {URL} root @returns {string} */
export function table(hits, root) {
  const plain = (pieces) => pieces.map(([text]) => text).join("")
  const rows = hits.map(({ title, day, publisher, topics, as, url }) =>
    [plain(title), day ?? "", publisher ?? "", topics.join("; "), as.join("; "), new URL(url, root).href])
  return [COLUMNS, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n"
}
