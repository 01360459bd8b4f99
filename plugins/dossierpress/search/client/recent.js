/** The last searches, kept on the device, and only if its reader asks for it. */

const KEY = "dossierpress-searches"
const MOST = 10

/** @returns {string[] | null} the newest first; null where nothing is kept */
export function recent() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY))
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string").slice(0, MOST) : null
  } catch {
    return null
  }
}

/** @param {boolean} keep whether searches are kept from now on */
export function setKeeping(keep) {
  try {
    if (keep) localStorage.setItem(KEY, "[]")
    else localStorage.removeItem(KEY)
  } catch { /* the browser keeps nothing */ }
}

/** @param {string} query */
export function remember(query) {
  const kept = recent()
  if (!kept || !query) return
  const queries = [query, ...kept.filter((one) => one !== query)].slice(0, MOST)
  try {
    localStorage.setItem(KEY, JSON.stringify(queries))
  } catch { /* it is full */ }
}
