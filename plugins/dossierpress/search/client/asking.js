/** What a reader typed → the clauses of a query, in lunr's language and a little more. Nothing is refused. */
import { split, term, trimmed } from "./terms.js"
import { FIELDS } from "./ranking.js"

const LONGEST = 1000
const MOST = 32
const FARTHEST = 2

const PIECE = /([+-]?)(?:(title|names|standfirst|body):)?(?:["“”«]([^"“”»]*)["”»]?|([^\s"“”«»]+))/gu
const MODIFIERS = /^(.*?)((?:[~^]\d*)*)$/su

/**
 * @typedef {object} Clause
 * @property {string} word as it was typed, in small letters
 * @property {string} term what is looked up: a stem, or a pattern where it has a `*`
 * @property {-1 | 0 | 1} presence excluded, welcome, required
 * @property {string[]} fields
 * @property {number} boost
 * @property {number} distance how many letters may differ
 *
 * @typedef {object} Phrase
 * @property {string[]} terms by place; "" is a word that is not indexed
 * @property {boolean} excluded
 * @property {string[]} fields
 *
 * @typedef {{clauses: Clause[], phrases: Phrase[], notes: string[], words: string[]}} Asked
 */

/** @param {string} query @returns {Asked} */
export function asked(query) {
  const notes = new Set()
  if (query.length > LONGEST) notes.add("long")
  /** @type {Asked} */
  const found = { clauses: [], phrases: [], notes: [], words: [] }
  for (const [, sign, field, quoted, typed] of query.slice(0, LONGEST).matchAll(PIECE)) {
    if (found.clauses.length >= MOST) {
      notes.add("long")
      break
    }
    const presence = sign === "-" ? -1 : sign === "+" ? 1 : 0
    const fields = field ? [field] : FIELDS
    if (quoted !== undefined) addPhrase(found, quoted, presence, fields)
    else addWords(found, typed, presence, fields, notes)
  }
  found.notes = [...notes]
  return found
}

function addPhrase(found, quoted, presence, fields) {
  const words = split(quoted)
  const terms = words.map(term)
  const known = terms.filter(Boolean)
  if (known.length === 0) return
  if (presence >= 0) {
    words.forEach((word, place) => {
      if (terms[place]) add(found, { word, term: terms[place], presence: 1, fields })
    })
  }
  if (known.length > 1 || presence < 0) {
    const [first, last] = [terms.findIndex(Boolean), terms.findLastIndex(Boolean)]
    found.phrases.push({ terms: terms.slice(first, last + 1), excluded: presence < 0, fields })
  }
}

function addWords(found, typed, presence, fields, notes) {
  const [, text, modifiers] = MODIFIERS.exec(typed)
  const distance = Math.min(FARTHEST, number(modifiers, "~", 1, 0))
  const boost = number(modifiers, "^", 1, 1)
  for (const word of split(text)) {
    if (!word.includes("*")) {
      add(found, { word, term: term(word), presence, fields, distance, boost })
    } else if (/[^*]/.test(word) && /[\p{L}\p{N}]/u.test(word)) {
      add(found, { word, term: word.split("*").map(trimmed).join("*"), presence, fields, boost })
    } else {
      notes.add("star")
    }
  }
}

function add(found, clause) {
  found.words.push(clause.word)
  if (clause.term) found.clauses.push({ boost: 1, distance: 0, ...clause })
}

/** The number after a sign; `bare` where there is none, `absent` where the sign is missing. */
function number(modifiers, sign, bare, absent) {
  const at = modifiers.lastIndexOf(sign)
  if (at < 0) return absent
  return parseInt(modifiers.slice(at + 1), 10) || bare
}
