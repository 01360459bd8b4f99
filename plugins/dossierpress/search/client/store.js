/** The files of the index, each loaded when it is first asked for, and kept. */
import { Numbers, streams, text, unpacked } from "./bytes.js"

const ATTEMPTS = 3
const PAUSE = 300

/** A file of the index could not be loaded. */
export class Unloadable extends Error {}

/**
 * Where in sorted starts a word belongs: the last one that is not after it.
 * @param {string[]} starts @param {string} word
 */
function place(starts, word) {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle] <= word) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/** Loads the files below one address. */
export class Store {
  /**
   * @param {string} base the address of the index, which ends in "/"
   * @param {(path: string) => Promise<ArrayBuffer>} [load] gets a file's bytes
   */
  constructor(base, load) {
    this.base = base
    this.load = load ?? ((path) => this.fetch(path))
    /** @type {Map<string, Promise<any>>} */
    this.kept = new Map()
  }

  /** @param {string} path */
  async fetch(path) {
    const options = path === "root.gz" ? { cache: /** @type {const} */ ("no-cache") } : {}
    for (let attempt = 1; ; attempt++) {
      try {
        const answer = await fetch(this.base + path, options)
        if (!answer.ok) throw new Unloadable(`${path}: ${answer.status}`)
        return await answer.arrayBuffer()
      } catch (error) {
        if (attempt === ATTEMPTS) throw new Unloadable(path, { cause: error })
        await new Promise((resolve) => setTimeout(resolve, PAUSE * attempt))
      }
    }
  }

  /**
   * @template T
   * @param {string} path
   * @param {(bytes: Uint8Array) => T} read
   * @returns {Promise<T>} what `read` makes of the file; a failure is not kept, so that it is tried again
   */
  get(path, read) {
    let found = this.kept.get(path)
    if (!found) {
      found = this.load(path).then(unpacked).then(read)
      found.catch(() => this.kept.delete(path))
      this.kept.set(path, found)
    }
    return found
  }

  /** @param {string} path */
  json(path) {
    return this.get(path, (bytes) => JSON.parse(text(bytes)))
  }

  /** What the rest is read by; see `search/root.py`. */
  async root() {
    const root = await this.json("root.gz")
    this.version = root.version
    return root
  }

  /** @param {string} path of a file that belongs to the root that was read */
  versioned(path) {
    return `${path}?v=${this.version}`
  }

  /** The numbers of the shards that may hold words with a beginning. @param {string[]} starts @param {string} prefix */
  range(starts, prefix) {
    const first = place(starts, prefix)
    const last = place(starts, prefix + "\u{10ffff}")
    return Array.from({ length: last - first + 1 }, (_, number) => first + number)
  }

  /** @param {string[]} starts @param {string} word */
  shard(starts, word) {
    return place(starts, word)
  }

  /** @param {number} number @returns {Promise<Shard>} */
  terms(number) {
    return this.get(this.versioned(`terms/${number}.gz`), (bytes) => new Shard(bytes))
  }

  /** @param {number} number */
  places(number) {
    return this.get(this.versioned(`places/${number}.gz`), (bytes) => bytes)
  }

  /** @param {number} number */
  names(number) {
    return this.json(this.versioned(`names/${number}.gz`))
  }

  /** Every term of the index, for what no beginning narrows down. @returns {Promise<string[]>} */
  vocabulary() {
    return this.get(this.versioned("vocabulary.gz"), (bytes) => text(bytes).split("\n"))
  }

  /** What results are narrowed by: `facets` or `entities`, as bytes. @param {string} name */
  columns(name) {
    return this.get(this.versioned(`${name}.gz`), (bytes) => bytes)
  }

  /** @param {number} document @param {number} size how many cards a block has */
  async card(document, size) {
    const block = await this.json(this.versioned(`cards/${Math.floor(document / size)}.gz`))
    return block[document % size]
  }
}

/**
 * The postings of a term: for each field the documents, ascending, how often it stands in each, and
 * the field's length where it is not the body (see `search/postings.py`).
 * @typedef {{documents: number[], often: number[], lengths: number[], start: number}} Postings
 */

const FIELDS = 4
const BODY = 3
const NAMES = 1

/** A run of sorted terms with their postings. */
export class Shard {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    const [terms, counts, steps, often, lengths] = streams(bytes)
    this.terms = text(terms).split("\n")
    const [count, step, times, length] = [counts, steps, often, lengths].map((part) => new Numbers(part))
    let places = 0
    /** @type {Map<string, (Postings | undefined)[]>} */
    this.postings = new Map()
    for (const term of this.terms) {
      const mask = count.next()
      const fields = Array.from({ length: FIELDS }, (_, field) => (mask & (1 << field) ? count.next() : 0))
      const read = fields.map((size, field) => {
        if (!size) return undefined
        const found = { documents: [], often: [], lengths: [], start: places }
        let document = 0
        for (let index = 0; index < size; index++) {
          document += step.next()
          found.documents.push(document)
          const tf = times.next() + 1
          found.often.push(tf)
          if (field !== BODY) found.lengths.push(length.next())
          if (field !== NAMES) places += tf
        }
        return found
      })
      this.postings.set(term, read)
    }
  }
}
