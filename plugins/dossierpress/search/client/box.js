/**
 * Between the theme's search box and our search: this answers the theme's messages as its own worker
 * would. `start.js` started the worker when the reader first touched the box, and holds what the theme has
 * posted since.
 */

const [READY, QUERY, RESULT] = [1, 2, 3]
const SHOWN = 10
const PAUSE = 60

const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
/** The theme takes titles and texts as HTML. @param {string} text */
const escaped = (text) => text.replace(/[&<>"']/g, (sign) => escapes[sign])

/** @param {import("./marking.js").Marked} pieces */
const marked = (pieces) =>
  pieces.map(([text, mark]) => (mark ? `<mark data-md-highlight>${escaped(text)}</mark>` : escaped(text))).join("")

/** @param {string} message @param {Record<string, string | number>} values */
const filled = (message, values) => message.replace(/\{(\w+)\}/g, (_, name) => String(values[name]))

class Box {
  /** @param {any} port what the theme believes to be its worker @param {any} words the interface's strings */
  constructor(port, words) {
    this.port = port
    this.words = words
    this.meta = document.querySelector("[data-md-component=search-result] .md-search-result__meta")
    this.asked = 0
    this.pending = new Map()
    port.worker?.addEventListener("message", ({ data }) => this.pending.get(data.id)?.(data))
    port.worker?.addEventListener("error", () => this.say(words.failed))
  }

  open() {
    if (!this.port.worker) return this.say(this.words.folder)
    // The theme hears that we are ready only when it listens, which it does on a complete page.
    if (document.readyState === "complete") this.begin()
    else addEventListener("load", () => this.begin())
  }

  begin() {
    this.port.receive = (message) => this.receive(message)
    this.send({ type: READY })
    this.port.held.splice(0).forEach((message) => this.receive(message))
  }

  send(data) {
    this.port.dispatchEvent(new MessageEvent("message", { data }))
  }

  say(text) {
    if (this.meta) this.meta.textContent = text
  }

  receive({ type, data }) {
    if (type !== QUERY) return
    const number = ++this.asked
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.answer(data.trim(), number), this.shown ? PAUSE : 0)
  }

  async answer(query, number) {
    if (!query) return this.send({ type: RESULT, data: { items: [] } })
    const { answer, error } = await this.ask(number, { query, typing: true, limit: SHOWN })
    if (number !== this.asked) return
    if (error) {
      this.say(error === "load" ? this.words.failed : this.words.odd)
      this.timer = setTimeout(() => number === this.asked && this.answer(query, ++this.asked), 3000)
      return
    }
    this.shown = true
    const names = answer.names.map((name) => this.name(name))
    const items = [...names, ...answer.hits.map((hit) => this.hit(hit))]
    if (answer.total > SHOWN || names.length) items.push(this.all(query, answer.total))
    // The theme takes the highest score for the best; the order is ours.
    items.forEach((item, index) => (item.score = items.length - index))
    this.send({ type: RESULT, data: { items: items.map((item) => [item]) } })
    const note = answer.notes.map((name) => this.words[name]).join(" ")
    if (items.length) this.say([this.count(answer.total), note].filter(Boolean).join(" · "))
    else if (note) this.say(note)
  }

  ask(number, request) {
    return new Promise((resolve) => {
      this.pending.clear()
      this.pending.set(number, resolve)
      this.port.worker.postMessage({ id: number, ask: "answer", with: [request] })
    })
  }

  count(total) {
    return filled(this.words.results, { number: total.toLocaleString("en") })
  }

  name({ kind, url, articles, title, excerpt }) {
    const number = articles === undefined ? "" : filled(this.words.named, { number: articles })
    return {
      location: url,
      title: `${marked(title)} · ${escaped(this.words.kinds[kind] ?? kind)}`,
      text: excerpt ? marked(excerpt) : escaped(number),
      terms: {},
    }
  }

  hit({ url, title, excerpt, day, publisher, as, words }) {
    const about = [day, publisher, ...as.map((name) => filled(this.words.as, { name }))].filter(Boolean)
    return {
      location: url,
      title: marked(title),
      text: `${about.map((part) => `<bdi>${escaped(part)}</bdi>`).join(" · ")}${about.length ? " — " : ""}${marked(excerpt)}`,
      terms: as.length ? {} : Object.fromEntries(words.map(([word, found]) => [escaped(word), found])),
    }
  }

  all(query, total) {
    const location = `${this.words.page}?query=${encodeURIComponent(query)}`
    return { location, title: escaped(filled(this.words.all, { number: total.toLocaleString("en") })), text: "", terms: {} }
  }
}

new Box(self.dossierSearch, self.dossierSearchWords).open()
