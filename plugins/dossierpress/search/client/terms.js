/** A query's words as the terms of the index: what `search/terms.py` does to texts. */
import { fold } from "./folding.js"

const BREAKS = /[—–‐‑―…]/g
const APOSTROPHE = /[’‘‛ʼʻʿʾˈ´′]/g
const QUOTE = /[“”„«»‹›]/g
const EDGES = /^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu
const ARTICLE = /^(?:[وفبك]?ال|لل)(?=[\p{L}\p{N}_]{3})/u

/** @param {string} text @returns {string[]} its words in small letters */
export const split = (text) => text.replace(BREAKS, " ").toLowerCase().split(/[\s-]+/).filter(Boolean)

/**
 * What a word is before it is stemmed: without quotes and stops around it, and folded where it is
 * not ASCII.
 * @param {string} word
 */
export function trimmed(word) {
  let plain = word.replace(APOSTROPHE, "'").replace(QUOTE, '"')
  if (/[^\x00-\x7f]/.test(plain)) {
    plain = fold(plain).replace(EDGES, "").replace(ARTICLE, "")
  }
  return plain.replace(EDGES, "")
}

/** @param {string} word @returns {string} its term; "" where it is not searched for */
export function term(word) {
  const plain = trimmed(word)
  if (!plain || !lunr.stopWordFilter(plain)) return ""
  return lunr.stemmer(new lunr.Token(plain, {})).toString()
}
