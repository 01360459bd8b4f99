/** Results by what they are: narrowed, counted and dated. */

/**
 * @typedef {{facets: Record<string, string[]>, from?: string, to?: string}} Wish what to keep; days as
 *   YYYY-MM-DD. Of one facet any value will do, of several each must have one.
 * @typedef {{value: string, label: string, count: number, chosen: boolean}} Choice
 * @typedef {{label: string, from: string, to: string, count: number}} Span
 */

const YEAR = "year"
const MONTHLY = 24

/** @param {any} value of a column @returns {string} by which it is chosen */
const keyOf = (value) => (Array.isArray(value) ? value[0] : value)
const labelOf = (value) => (Array.isArray(value) ? value[1] : value)

/** Narrows the articles of one index. */
export class Narrowing {
  /**
   * @param {Record<string, import("./columns.js").Column>} columns
   * @param {number} first the number of the first article
   */
  constructor(columns, first) {
    const { date, ...others } = columns
    this.first = first
    this.days = date.of.map(([value]) => date.values[value])
    const years = [...new Set(this.days.map(([, day]) => day.slice(0, 4)))].sort()
    this.columns = {
      ...others,
      [YEAR]: { values: years, of: this.days.map(([, day]) => [years.indexOf(day.slice(0, 4))]) },
    }
  }

  /** @param {number} document @returns {string} the first day that its date may mean; "" where it has none */
  day(document) {
    return this.days[document - this.first]?.[1] ?? ""
  }

  /**
   * @param {{document: number}[]} hits
   * @param {Wish} wish
   * @returns {{hits: {document: number}[], facets: Record<string, Choice[]>, spans: Span[]}} each facet
   *   is counted as if it alone were not chosen from, so that its other values stay on offer
   */
  narrow(hits, wish) {
    const names = Object.keys(this.columns)
    const chosen = names.map((name) => {
      const keys = new Set(wish.facets[name] ?? [])
      const { values } = this.columns[name]
      return keys.size ? new Set(values.flatMap((value, index) => (keys.has(keyOf(value)) ? [index] : []))) : null
    })
    const counts = names.map((name) => new Uint32Array(this.columns[name].values.length))
    const dated = []
    const kept = []
    const narrowed = chosen.some(Boolean) || wish.from || wish.to
    for (const hit of hits) {
      const row = hit.document - this.first
      if (row < 0) {
        if (!narrowed) kept.push(hit)
        continue
      }
      const failing = []
      chosen.forEach((wanted, index) => {
        if (wanted && !this.columns[names[index]].of[row].some((value) => wanted.has(value))) failing.push(index)
      })
      const inside = this.inside(row, wish)
      if (!failing.length) dated.push(row)
      if (!failing.length && inside) kept.push(hit)
      if (!inside || failing.length > 1) continue
      names.forEach((name, index) => {
        if (failing.length && failing[0] !== index) return
        for (const value of this.columns[name].of[row]) counts[index][value]++
      })
    }
    const facets = Object.fromEntries(
      names.map((name, index) => [name, choices(this.columns[name].values, counts[index], chosen[index])])
    )
    return { hits: kept, facets, spans: this.spans(dated) }
  }

  /** @param {number} row @param {Wish} wish whether the article's date may lie in the days asked for */
  inside(row, { from, to }) {
    if (!from && !to) return true
    const [, first, last] = this.days[row]
    return Boolean(first) && (!to || first <= to) && (!from || last >= from)
  }

  /** How many articles there are in each year, or in each month of a short time. @returns {Span[]} */
  spans(rows) {
    const days = rows.map((row) => this.days[row][1]).filter((day) => day > "0001")
    if (!days.length) return []
    const months = days.map((day) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1)
    const [low, high] = months.reduce(([a, b], m) => [Math.min(a, m), Math.max(b, m)], [Infinity, 0])
    const size = high - low < MONTHLY ? 1 : 12
    const start = Math.floor(low / size)
    const counts = new Array(Math.floor(high / size) - start + 1).fill(0)
    for (const month of months) counts[Math.floor(month / size) - start]++
    return counts.map((count, index) => span((start + index) * size, size, count))
  }
}

/** @returns {Span} @param {number} month counted from year 0 @param {number} size months @param {number} count */
function span(month, size, count) {
  const year = String(Math.floor(month / 12)).padStart(4, "0")
  if (size === 12) return { label: year, from: `${year}-01-01`, to: `${year}-12-31`, count }
  const name = `${year}-${String((month % 12) + 1).padStart(2, "0")}`
  const last = new Date(Date.UTC(Number(year), (month % 12) + 1, 0)).getUTCDate()
  return { label: name, from: `${name}-01`, to: `${name}-${last}`, count }
}

function choices(values, counts, chosen) {
  return values
    .map((value, index) => ({
      value: keyOf(value),
      label: labelOf(value),
      count: counts[index],
      chosen: Boolean(chosen?.has(index)),
    }))
    .filter(({ value, count, chosen }) => value && (count || chosen))
    .sort((one, other) => other.count - one.count || (one.label < other.label ? -1 : 1))
}
