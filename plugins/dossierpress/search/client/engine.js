/** A query → the documents that answer it, best first. */
import { asked } from "./asking.js"
import { BETWEEN, alike, named } from "./names.js"
import { having } from "./phrases.js"
import { FIELDS, addAll, partialIndex } from "./ranking.js"
import { trimmed } from "./terms.js"

const ENTITY = "@"
const ENTITY_BOOST = 2
const BEGINNING_BOOST = 0.5
/** A beginning of fewer letters is not looked up while a word is still being typed. */
const TYPED = 3
/** The most shards that one beginning may load: "a*" would load a tenth of the index. */
const SHARDS = 24
/** The most shards for a word that is still being typed: each key that is pressed asks again. */
const SHARDS_TYPING = 2
/** Scores that differ by less are the same: sums of the same weights in another order. */
const TIE = 1e-9

/**
 * @typedef {object} Answer
 * @property {{document: number, score: number, terms: object}[]} hits best first; `terms` are the
 *   keys of what was found in each
 * @property {import("./names.js").Named[]} names entities, topics and dossiers that the query names
 * @property {import("./names.js").Meant[]} meant those of them whose whole name stands in it
 * @property {string[]} notes what of the query was not used
 * @property {string[]} words that were typed
 * @property {import("./asking.js").Clause[]} clauses that were looked up
 */

/** Answers queries from one index. */
export class Engine {
  /** @param {import("./store.js").Store} store */
  constructor(store) {
    this.store = store
  }

  /**
   * @param {string} query
   * @param {{typing?: boolean, registry?: boolean}} [options] whether its last word may be only
   *   begun; whether names are looked up
   * @returns {Promise<Answer>}
   */
  async search(query, { typing = false, registry = true } = {}) {
    const root = await this.store.root()
    const ask = { ...asked(query), query, typing }
    const names = registry ? await named(this.store, root, query) : { meant: [], listed: [] }
    const found = await this.ranked(root, ask, names)
    if (!registry || isComplete(found, root)) return found
    // Perhaps a name is spelled as no one has registered it. It counts for more than a part of it.
    const [similar, ...others] = await alike(this.store, root, query)
    if (!similar) return found
    const apart = names.meant.filter(({ from, to }) => to < similar.from || from > similar.to)
    const meant = [similar, ...others, ...apart]
    const listed = [...new Set([...meant.map((one) => one.named), ...names.listed])]
    return this.ranked(root, ask, { meant, listed })
  }

  /** Rank what answers a query, in which some names are meant. @returns {Promise<Answer>} */
  async ranked(root, { clauses, phrases, notes, words, query, typing }, { meant, listed }) {
    const all = [...this.withNames(clauses, meant, query), ...(typing ? begun(query, clauses) : [])]
    const said = [...notes]
    const terms = await this.termsOf(root, all, said)
    const result = { names: listed, meant, notes: said, words, clauses: all }
    if (!all.length && !phrases.length) return { ...result, hits: [] }

    const index = partialIndex(root, terms)
    if (all.every(({ presence }) => presence < 0)) addAll(index, root)
    const ranked = index.query((asking) => all.forEach((clause) => asking.clause(lunrClause(clause))))
    let hits = ranked.map(({ ref, score, matchData }) => ({
      document: Number(ref),
      score,
      rounded: Math.round(score / TIE),
      terms: matchData.metadata,
    }))
    // Of equal scores, the order of the documents decides, whatever order the terms were met in.
    hits.sort((one, other) => other.rounded - one.rounded || one.document - other.document)
    for (const phrase of phrases) {
      const holders = await having(phrase, (term) => terms.get(term), (term) =>
        this.store.places(this.store.shard(root.terms, term))
      )
      hits = hits.filter(({ document }) => holders.has(document) !== phrase.excluded)
    }
    return { ...result, hits }
  }

  /** Each name that is an entity's asks for the entity as well; what was required of its words, of it. */
  withNames(clauses, meant, query) {
    const found = clauses.map((clause) => ({ ...clause }))
    const typed = query.split(BETWEEN)
    for (const { named: entity, from, to } of meant) {
      if (entity.kind === "topic" || entity.kind === "dossier") continue
      const own = typed.slice(from, to + 1)
      const sign = own[0]?.[0]
      const presence = sign === "-" ? -1 : sign === "+" ? 1 : 0
      if (presence > 0) {
        const parts = own.flatMap((word) => word.toLowerCase().split("-")).map(trimmed)
        for (const clause of found) if (parts.includes(trimmed(clause.word))) clause.presence = 0
      }
      const term = ENTITY + entity.id
      found.push({ word: "", term, presence, fields: ["names"], boost: ENTITY_BOOST, distance: 0 })
    }
    return found
  }

  /** Load the postings of every term that a clause can mean. */
  async termsOf(root, clauses, notes) {
    const terms = new Map()
    const load = async (numbers, fits) => {
      for (const shard of await Promise.all(numbers.map((number) => this.store.terms(number)))) {
        for (const term of shard.terms) if (fits(term)) terms.set(term, shard.postings.get(term))
      }
    }
    const wanted = new Set()
    for (const clause of clauses) {
      const [beginning] = clause.term.split("*", 1)
      if (clause.distance) for (const term of await this.near(clause)) wanted.add(term)
      else if (beginning === clause.term) wanted.add(clause.term)
      else if (!beginning) for (const term of await this.like(clause)) wanted.add(term)
      else {
        const numbers = this.store.range(root.terms, beginning)
        const most = clause.typing ? SHARDS_TYPING : SHARDS
        if (numbers.length > most && !clause.typing && !notes.includes("many")) notes.push("many")
        await load(numbers.slice(0, most), (term) => term.startsWith(beginning))
      }
    }
    const numbers = new Set([...wanted].map((term) => this.store.shard(root.terms, term)))
    if (numbers.size > SHARDS && !notes.includes("many")) notes.push("many")
    await load([...numbers].slice(0, SHARDS), (term) => wanted.has(term))
    return terms
  }

  /** The terms that a pattern without a beginning fits. */
  async like(clause) {
    return matching(await this.store.vocabulary(), lunr.TokenSet.fromString(clause.term))
  }

  /** The terms that differ from a clause's in few letters. */
  async near({ term, distance }) {
    const letters = new Set(term)
    const likely = (await this.store.vocabulary()).filter((other) => {
      if (Math.abs(other.length - term.length) > distance) return false
      let strange = 0
      for (const letter of other) if (!letters.has(letter) && ++strange > distance) return false
      return true
    })
    return matching(likely, lunr.TokenSet.fromFuzzyString(term, distance))
  }
}

/** Whether an article has all that was asked for. @param {Answer} found @param {any} root */
function isComplete({ hits, clauses }, root) {
  const wanted = clauses.filter(({ presence, word, term }) => word && presence >= 0 && !term.includes("*"))
  return hits.some(({ document, terms }) => document >= root.articles && wanted.every(({ term }) => terms[term]))
}

/** @param {string[]} sorted @param {any} pattern */
const matching = (sorted, pattern) => lunr.TokenSet.fromArray(sorted).intersect(pattern).toArray()

/** What a word that is still being typed may become. */
function begun(query, clauses) {
  const last = clauses.at(-1)
  if (!last || last.distance || last.term.includes("*") || !/[\p{L}\p{N}]$/u.test(query)) return []
  const term = trimmed(last.word)
  if (last.presence < 0 || term.length < TYPED) return []
  last.presence = 0
  return [{ ...last, term: `${term}*`, boost: BEGINNING_BOOST * last.boost, typing: true }]
}

function lunrClause({ term, presence, fields, boost, distance }) {
  const presences = lunr.Query.presence
  const clause = {
    term,
    fields,
    boost,
    usePipeline: false,
    presence: presence < 0 ? presences.PROHIBITED : presence > 0 ? presences.REQUIRED : presences.OPTIONAL,
  }
  return distance ? { ...clause, editDistance: distance } : clause
}
