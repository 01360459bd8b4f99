/** What the search page shows, as its address says it. */

export const FACETS = [
  "dossier", "topic", "kind", "entity", "publisher", "language", "year", "rights", "reliability",
]
const SORTS = ["relevance", "newest", "oldest"]
const DAY = /^\d{4}-\d\d-\d\d$/

/**
 * @typedef {object} State
 * @property {string} query
 * @property {string} sort
 * @property {Record<string, string[]>} facets what is chosen of each
 * @property {string} from a day, or ""
 * @property {string} to
 */

/** @param {string} search of an address @returns {State} */
export function readState(search) {
  const given = new URLSearchParams(search)
  const day = (name) => (DAY.test(given.get(name) ?? "") ? given.get(name) : "")
  const facets = {}
  for (const name of FACETS) {
    const values = given.getAll(name).filter(Boolean)
    if (values.length) facets[name] = values
  }
  const sort = SORTS.includes(given.get("sort")) ? given.get("sort") : SORTS[0]
  return { query: (given.get("query") ?? "").trim(), sort, facets, from: day("from"), to: day("to") }
}

/** @param {State} state @returns {string} what follows the address of the page */
export function writeState({ query, sort, facets, from, to }) {
  const given = new URLSearchParams()
  if (query) given.set("query", query)
  if (sort !== SORTS[0]) given.set("sort", sort)
  for (const name of FACETS) for (const value of facets[name] ?? []) given.append(name, value)
  if (from) given.set("from", from)
  if (to) given.set("to", to)
  const text = given.toString()
  return text ? `?${text}` : ""
}

/** @param {State} state @param {string} name @param {string} value @returns {State} with it chosen, or no longer */
export function toggled(state, name, value) {
  const old = state.facets[name] ?? []
  const values = old.includes(value) ? old.filter((other) => other !== value) : [...old, value]
  const { [name]: _, ...others } = state.facets
  return { ...state, facets: values.length ? { ...others, [name]: values } : others }
}
