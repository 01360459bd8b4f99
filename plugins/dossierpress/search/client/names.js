/** Entities, topics and dossiers by all of their names; see `search/names.py`. */
import { fold } from "./folding.js"
import { skeleton } from "./skeletons.js"

const LISTED = 20
const LONGEST = 1000
const MOST = 32
const LONGEST_NAME = 5
/** Begins the skeleton of a name in the list of names. */
const SKELETON = "~"
/** What stands between the words of a query. */
export const BETWEEN = /[\s"“”«»]+/

/**
 * @typedef {{id: string, kind: string, name: string, articles: number, url: string}} Named
 * @typedef {{named: Named, from: number, to: number, typed: string}} Meant the words of the query that
 *   are its name, by number and folded
 */

/**
 * @param {import("./store.js").Store} store
 * @param {any} root
 * @param {string} query
 * @returns {Promise<{meant: Meant[], listed: Named[]}>} whose names stand in the query, and who else
 *   has a name that begins with it
 */
export async function named(store, root, query) {
  const typed = typedWords(query)
  if (!typed.length || !root.names.length) return { meant: [], listed: [] }
  const meant = []
  for (let from = 0; from < typed.length; ) {
    const entries = await starting(store, root, typed[from].part)
    let longest = 0
    let best = []
    for (const { key, entity, acronym } of entries) {
      const parts = key.split(" ")
      const fits = parts.every((part, offset) => typed[from + offset]?.part === part)
      if (!fits || parts.length < longest) continue
      // "US" is a country, "us" is not, unless nothing else was typed.
      if (acronym && !typed[from].capital && typed.length > parts.length) continue
      if (parts.length > longest) best = []
      longest = parts.length
      best.push(entity)
    }
    for (const entity of new Set(best)) {
      meant.push({ named: entity, ...span(typed, from, longest) })
    }
    from += longest || 1
  }
  return { meant, listed: await listed(store, root, typed.map(({ part }) => part).join(" "), meant) }
}

/**
 * Whose name of several words is spelled much like some words of the query.
 * @param {import("./store.js").Store} store @param {any} root @param {string} query
 * @returns {Promise<Meant[]>}
 */
export async function alike(store, root, query) {
  const typed = typedWords(query)
  for (let size = Math.min(LONGEST_NAME, typed.length); size > 1; size--) {
    for (let from = 0; from + size <= typed.length; from++) {
      const bones = skeleton(typed.slice(from, from + size).map(({ part }) => part).join(" "))
      if (!bones.includes(" ")) continue
      const key = SKELETON + bones
      const entries = await shards(store, [store.shard(root.names, key)])
      const found = new Map(entries.filter((entry) => entry.key === key).map(({ entity }) => [entity.url, entity]))
      const place = span(typed, from, size)
      if (found.size) return [...found.values()].map((entity) => ({ named: entity, ...place }))
    }
  }
  return []
}

/** The words of a query from one on. */
function span(typed, from, size) {
  const words = typed.slice(from, from + size)
  return { from: words[0].index, to: words.at(-1).index, typed: words.map(({ part }) => part).join(" ") }
}

/** The folded words of a query, with the number of the word as it was typed. @param {string} query */
function typedWords(query) {
  const words = query.slice(0, LONGEST).split(BETWEEN).map((word) => word.replace(/^[+-]|[~^]\d*$/g, ""))
  return words.slice(0, MOST).flatMap((word, index) =>
    fold(word)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .map((part) => ({ part, index, capital: word === word.toUpperCase() && word !== word.toLowerCase() }))
  )
}

/** The names that begin with a whole word. */
async function starting(store, root, word) {
  const entries = await shards(store, store.range(root.names, word).slice(0, 2))
  return entries.filter(({ key, place }) => place === 0 && (key === word || key.startsWith(`${word} `)))
}

/** Everyone with a name in which words begin as the query does, who is named most first. */
async function listed(store, root, text, meant) {
  const entries = await shards(store, store.range(root.names, text).slice(0, 2))
  const found = new Map(meant.map(({ named }) => [named.id + named.kind, named]))
  const others = entries.filter(({ key }) => key.startsWith(text)).map(({ entity }) => entity)
  others.sort((one, other) => other.articles - one.articles)
  for (const entity of others) if (!found.has(entity.id + entity.kind)) found.set(entity.id + entity.kind, entity)
  return [...found.values()].slice(0, LISTED)
}

async function shards(store, numbers) {
  const found = []
  for (const number of numbers) {
    const { named, keys } = await store.names(number)
    for (const [key, place, index, acronym] of keys) {
      const [id, kind, name, articles, url] = named[index]
      found.push({ key, place, acronym, entity: { id, kind, name, articles, url } })
    }
  }
  return found
}
