/** Which documents have words one after the other. */
import { Numbers } from "./bytes.js"
import { FIELDS } from "./ranking.js"

/**
 * The places of a term in one field.
 * @param {import("./store.js").Postings} postings
 * @param {Uint8Array} bytes the places of the term's shard
 * @returns {Map<number, number[]>} by document
 */
function placesOf(postings, bytes) {
  const numbers = new Numbers(bytes)
  for (let skipped = 0; skipped < postings.start; skipped++) numbers.next()
  const found = new Map()
  postings.documents.forEach((document, index) => {
    let place = 0
    found.set(document, Array.from({ length: postings.often[index] }, () => (place += numbers.next())))
  })
  return found
}

/**
 * @param {import("./asking.js").Phrase} phrase
 * @param {(term: string) => (import("./store.js").Postings | undefined)[] | undefined} postings
 * @param {(term: string) => Promise<Uint8Array>} bytes the places of the shard of a term
 * @returns {Promise<Set<number>>} the documents that have the phrase in one of its fields
 */
export async function having(phrase, postings, bytes) {
  const parts = phrase.terms.map((term, offset) => ({ term, offset })).filter(({ term }) => term)
  const found = new Set()
  for (const [field, name] of FIELDS.entries()) {
    if (name === "names" || !phrase.fields.includes(name)) continue
    const listed = parts.map(({ term }) => postings(term)?.[field])
    if (listed.some((found) => !found)) continue
    const places = await Promise.all(
      parts.map(async ({ term }, index) => placesOf(listed[index], await bytes(term)))
    )
    const [first, ...others] = places
    for (const [document, starts] of first) {
      const rest = others.map((of) => of.get(document))
      if (rest.some((of) => !of)) continue
      const begin = parts[0].offset
      const fits = (start) =>
        rest.every((of, index) => of.includes(start + parts[index + 1].offset - begin))
      if (starts.some(fits)) found.add(document)
    }
  }
  return found
}
