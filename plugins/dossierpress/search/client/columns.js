/** What results are narrowed by: the columns that `search/facets.py` writes. */
import { Numbers, streams, text } from "./bytes.js"

export const SINGLE = ["dossier", "publisher", "language", "rights", "reliability"]

/** @typedef {{values: any[], of: number[][]}} Column for each article, the numbers of its values */

/** @param {Uint8Array} bytes @param {number} size @returns {number[][]} */
function ones(bytes, size) {
  const numbers = new Numbers(bytes)
  return Array.from({ length: size }, () => [numbers.next()])
}

/** @param {Uint8Array} counts @param {Uint8Array} bytes @param {number} size @returns {number[][]} */
function several(counts, bytes, size) {
  const count = new Numbers(counts)
  const numbers = new Numbers(bytes)
  return Array.from({ length: size }, () => Array.from({ length: count.next() }, () => numbers.next()))
}

/** @param {Uint8Array} bytes @param {number} size how many articles there are @returns {Record<string, Column>} */
export function facetColumns(bytes, size) {
  const [head, ...parts] = streams(bytes)
  const values = JSON.parse(text(head))
  const found = {}
  for (const [index, name] of [...SINGLE, "date"].entries()) {
    found[name] = { values: values[name], of: ones(parts[index], size) }
  }
  found.topic = { values: values.topic, of: several(parts[6], parts[7], size) }
  return found
}

/**
 * The columns of entities and of their kinds.
 * @param {Uint8Array} bytes @param {number} size
 * @returns {{entity: Column, kind: Column}} an entity's value is its id, its name and its kind
 */
export function entityColumns(bytes, size) {
  const [head, counts, numbers] = streams(bytes)
  const values = JSON.parse(text(head))
  const of = several(counts, numbers, size)
  const kinds = [...new Set(values.map(([, , kind]) => kind))].sort()
  const kindOf = values.map(([, , kind]) => kinds.indexOf(kind))
  return {
    entity: { values, of },
    kind: { values: kinds, of: of.map((row) => [...new Set(row.map((entity) => kindOf[entity]))]) },
  }
}
