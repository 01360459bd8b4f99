/** The index that lunr.js would have, of the terms of one query only; scores and order are the same. */

export const FIELDS = ["title", "names", "standfirst", "body"]
const [BODY, K1, B] = [3, 1.2, 0.75]
const NOTHING = Object.freeze({})

/**
 * The weight of a term in a field vector, as lunr's builder works it out, to three decimals. The order
 * of the operations is lunr's, so that the last bit is the same.
 */
function weight(idf, often, length, average, boost) {
  const score = (idf * ((K1 + 1) * often)) / (K1 * (1 - B + B * (length / average)) + often)
  return Number((score * boost).toFixed(3))
}

/** @param {[number, number][]} runs where each length of bodies begins @param {number} document */
function bodyLength(runs, document) {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (runs[middle][0] <= document) low = middle + 1
    else high = middle
  }
  return runs[low - 1][1]
}

/**
 * @param {any} root
 * @param {Map<string, (import("./store.js").Postings | undefined)[]>} terms
 * @returns {any} a lunr.Index
 */
export function partialIndex(root, terms) {
  const fieldVectors = Object.create(null)
  const invertedIndex = Object.create(null)
  const sorted = [...terms.keys()].sort()
  sorted.forEach((term, number) => {
    const entry = { _index: number }
    const fields = terms.get(term)
    const holders = fields.reduce((sum, found) => sum + (found ? found.documents.length : 0), 0)
    const idf = Math.log(1 + Math.abs((root.documents - holders + 0.5) / (holders + 0.5)))
    FIELDS.forEach((name, field) => {
      const posting = (entry[name] = Object.create(null))
      const found = fields[field]
      found?.documents.forEach((document, index) => {
        posting[document] = NOTHING
        const length = field === BODY ? bodyLength(root.lengths, document) : found.lengths[index]
        const value = weight(idf, found.often[index], length, root.averages[field], root.boosts[field])
        const key = `${name}/${document}`
        const vector = (fieldVectors[key] ??= new lunr.Vector())
        vector.elements.push(number, value)
      })
    })
    invertedIndex[term] = entry
  })
  return new lunr.Index({
    fields: FIELDS,
    fieldVectors,
    invertedIndex,
    tokenSet: lunr.TokenSet.fromArray(sorted),
    pipeline: new lunr.Pipeline(),
  })
}

/** Where only words to leave out are asked for, lunr looks at every document. @param {any} index @param {any} root */
export function addAll(index, root) {
  for (let document = 0; document < root.documents; document++) {
    for (const name of FIELDS) index.fieldVectors[`${name}/${document}`] ??= new lunr.Vector()
  }
}
