/** A request of a page → what it shows. */
import { entityColumns, facetColumns } from "./columns.js"
import { fold } from "./folding.js"
import { Marker } from "./marking.js"
import { Narrowing } from "./narrowing.js"

/** The most names that stand before the results. */
const NAMES = 5

/**
 * @typedef {object} Request
 * @property {string} query
 * @property {boolean} [typing] whether its last word may be only begun
 * @property {"relevance" | "newest" | "oldest"} [sort]
 * @property {number} [from] the first result to show
 * @property {number} [limit] how many to show
 * @property {import("./narrowing.js").Wish} [wish]
 * @property {boolean} [counts] whether facets are wanted, which takes more files
 */

/** Answers the requests of pages from one index. */
export class Answers {
  /** @param {import("./engine.js").Engine} engine */
  constructor(engine) {
    this.engine = engine
    this.store = engine.store
  }

  /** @param {Request} request */
  async answer({ query, typing = false, sort = "relevance", from = 0, limit = 10, wish, counts = false }) {
    const root = await this.store.root()
    const found = await this.engine.search(query, { typing })
    const marker = new Marker(found.clauses, found.meant.map(({ named }) => named.name))
    let hits = found.hits.filter(({ document }) => document >= root.pages)
    let narrowed = {}
    const wished = wish && (Object.keys(wish.facets).length || wish.from || wish.to)
    if (counts || wished || sort !== "relevance") {
      const narrowing = await this.narrowing(root)
      narrowed = narrowing.narrow(hits, wish ?? { facets: {} })
      hits = narrowed.hits
      if (sort !== "relevance") hits = byDay(hits, narrowing, sort === "newest" ? -1 : 1)
    }
    const { facets, spans } = narrowed
    return {
      total: hits.length,
      hits: await Promise.all(hits.slice(from, from + limit).map((hit) => this.shown(hit, root, found, marker))),
      names: await this.names(root, found, marker),
      notes: found.notes,
      facets,
      spans,
    }
  }

  /** Mark in a text the sentence that answers a query best. @param {string} query @param {string} text @param {string} language */
  async quote(query, text, language) {
    const found = await this.engine.search(query)
    return new Marker(found.clauses, found.meant.map(({ named }) => named.name)).best(text, language)
  }

  async narrowing(root) {
    const size = root.documents - root.articles
    this.kept ??= Promise.all(["facets", "entities"].map((name) => this.store.columns(name)))
      .then(([facets, entities]) => {
        const columns = { ...facetColumns(facets, size), ...entityColumns(entities, size) }
        return new Narrowing(columns, root.articles)
      })
    this.kept.catch(() => delete this.kept)
    return this.kept
  }

  async shown({ document, score, terms }, root, found, marker) {
    const [kind, url, title, excerpt, language, day, publisher, topics] = await this.store.card(document, root.block)
    const as = found.meant.filter(({ named, typed }) => terms[`@${named.id}`] && typed !== fold(named.name))
    return {
      kind, url, language, day, publisher, score, topics: topics ?? [],
      title: marker.mark(title),
      excerpt: marker.mark(excerpt),
      as: [...new Set(as.map(({ named }) => named.name))],
      words: found.clauses.filter(({ word, presence }) => word && presence >= 0)
        .map((clause) => [clause.word, Object.keys(terms).some((term) => answers(term, clause))]),
    }
  }

  /** The entities, topics and dossiers that the query names, then those whose pages have its words. */
  async names(root, found, marker) {
    const listed = found.names.slice(0, NAMES)
    const known = new Set(listed.map(({ url }) => url))
    const shown = listed.map(({ kind, name, articles, url }) => ({ kind, url, articles, title: marker.mark(name) }))
    for (const { document } of found.hits.filter(({ document }) => document < root.pages).slice(0, 2 * NAMES)) {
      if (shown.length >= NAMES) break
      const [kind, url, title, excerpt] = await this.store.card(document, root.block)
      if (known.has(url)) continue
      shown.push({ kind, url, title: marker.mark(title.split(" · ")[0]), excerpt: marker.mark(excerpt) })
    }
    return shown
  }
}

/** Whether a term that was found is what a clause asked for. */
function answers(term, { term: asked, distance }) {
  if (distance) return Math.abs(term.length - asked.length) <= distance
  return asked.includes("*") ? term.startsWith(asked.split("*", 1)[0]) : term === asked
}

/** Those without a date come last either way. */
function byDay(hits, narrowing, direction) {
  const key = ({ document }) => narrowing.day(document)
  return [...hits].sort((one, other) => {
    const [a, b] = [key(one), key(other)]
    if (!a || !b) return Number(!a) - Number(!b)
    return a < b ? -direction : a > b ? direction : 0
  })
}
