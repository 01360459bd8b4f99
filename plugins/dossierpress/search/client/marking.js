/** Which words of a text answer a query. */
import { fold } from "./folding.js"
import { split, term, trimmed } from "./terms.js"

const WORD = /[^\s\u2014\u2013\u2010\u2011\u2015\u2026-]+/gu
const AROUND = 110

/** @typedef {[string, boolean][]} Marked pieces of a text, and whether each is to be marked */

/** Tells the words that a query asks for. */
export class Marker {
  /**
   * @param {import("./asking.js").Clause[]} clauses
   * @param {string[]} names that the query means, in their registered spelling
   */
  constructor(clauses, names) {
    const wanted = clauses.filter(({ presence, word }) => presence >= 0 && word)
    this.terms = new Set(wanted.map((clause) => clause.term))
    this.beginnings = wanted
      .filter((clause) => clause.term.includes("*") && clause.term[0] !== "*")
      .map((clause) => clause.term.split("*", 1)[0])
    for (const name of names) for (const word of split(name)) this.terms.add(term(word))
    this.terms.delete("")
  }

  /** @param {string} word */
  wants(word) {
    const lower = word.toLowerCase()
    const own = term(lower) || fold(lower)
    return this.terms.has(own) || this.beginnings.some((beginning) => trimmed(lower).startsWith(beginning))
  }

  /** @param {string} text @returns {Marked} */
  mark(text) {
    const pieces = []
    let at = 0
    for (const match of text.matchAll(WORD)) {
      if (!this.wants(match[0])) continue
      const start = match.index + match[0].search(/[\p{L}\p{N}]/u)
      const end = match.index + match[0].replace(/[^\p{L}\p{M}\p{N}]+$/u, "").length
      pieces.push([text.slice(at, start), false], [text.slice(start, end), true])
      at = end
    }
    pieces.push([text.slice(at), false])
    return pieces.filter(([piece]) => piece)
  }

  /**
   * The sentence in which most of what is asked for stands together, with what is needed around it.
   * @param {string} text @param {string} language
   * @returns {Marked | undefined} nothing where no sentence has a word of it
   */
  best(text, language) {
    const cutter = new Intl.Segmenter(language || "en", { granularity: "sentence" })
    let most = 0
    let best
    for (const { segment } of cutter.segment(text)) {
      const found = new Set([...segment.matchAll(WORD)].filter(([word]) => this.wants(word)).map(([word]) => term(word.toLowerCase())))
      if (found.size > most) {
        most = found.size
        best = segment.trim()
      }
    }
    return best && this.mark(shortened(best, this))
  }
}

/** A long sentence is cut around its first word that is asked for. */
function shortened(sentence, marker) {
  if (sentence.length <= 3 * AROUND) return sentence
  const first = [...sentence.matchAll(WORD)].find(([word]) => marker.wants(word))
  const from = Math.max(0, sentence.lastIndexOf(" ", Math.max(0, first.index - AROUND)))
  const to = sentence.indexOf(" ", first.index + 2 * AROUND)
  return `${from ? "…" : ""}${sentence.slice(from, to < 0 ? undefined : to)}${to < 0 ? "" : " …"}`
}
