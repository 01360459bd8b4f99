/** The search page: its form, what is found, and what narrows it; the address says all of it. */
import { choices, chosenOnes } from "./choices.js"
import { inDigits, make, said } from "./dom.js"
import { recent, remember, setKeeping } from "./recent.js"
import { namesGroup, resultItem, showSentence } from "./results.js"
import { readState, toggled, writeState } from "./state.js"
import { table } from "./table.js"

const STEP = 20
const IN_FILE = 1000
const LATE = 400

const words = self.dossierSearchWords
const folder = new URL("./", document.currentScript.src)
const root = new URL("../", folder)

/** Asks the worker, which starts with the first question. */
class Questions {
  number = 0
  waiting = new Map()

  ask(what, ...given) {
    this.worker ??= this.start()
    const id = ++this.number
    return new Promise((resolve) => {
      this.waiting.set(id, resolve)
      this.worker.postMessage({ id, ask: what, with: given })
    })
  }

  start() {
    const worker = new Worker(new URL("worker.js", folder))
    worker.addEventListener("message", ({ data }) => {
      this.waiting.get(data.id)?.(data)
      this.waiting.delete(data.id)
    })
    worker.addEventListener("error", () => {
      for (const resolve of this.waiting.values()) resolve({ error: "load" })
      this.waiting.clear()
      this.worker = undefined
    })
    return worker
  }
}

class SearchPage {
  constructor(form) {
    this.form = form
    this.field = form.elements.namedItem("query")
    this.questions = new Questions()
    this.status = make("p", { class: "dp-search-status", role: "status" })
    this.chosen = make("div", { class: "dp-search-chosen" })
    this.tools = make("div", { class: "dp-search-tools" })
    this.names = make("div", {})
    this.list = make("ol", { class: "dp-results" })
    this.more = make("button", { type: "button", class: "dp-plain", hidden: true, click: () => this.showMore() }, words.more)
    this.aside = make("aside", { class: "dp-search-aside", "aria-label": words.narrow, hidden: true })
    this.before = make("div", { class: "dp-search-before" })
    form.after(
      make("p", { class: "dp-note" }, words.help), this.before, this.status, this.chosen, this.tools,
      make("div", { class: "dp-search-found" },
        make("div", { class: "dp-search-main" }, this.names, this.list, this.more), this.aside)
    )
    this.seen = new IntersectionObserver((entries) => this.quote(entries))
    form.addEventListener("submit", (event) => {
      event.preventDefault()
      remember(this.field.value.trim())
      this.go({ ...this.state, query: this.field.value.trim() })
    })
    window.addEventListener("popstate", () => this.show(readState(location.search)))
    this.drawTools()
    this.drawRecent()
  }

  /** Show something else, and let the address say so. @param {import("./state.js").State} state */
  go(state) {
    history.pushState({}, "", location.pathname + writeState(state))
    this.show(state)
  }

  /** @param {import("./state.js").State} state */
  async show(state) {
    this.state = state
    this.field.value = state.query
    this.sort.value = state.sort
    const turn = (this.turn = (this.turn ?? 0) + 1)
    if (!state.query) return this.clear()
    const late = setTimeout(() => this.say(words.searching), LATE)
    const narrowed = Object.keys(state.facets).length || state.from || state.to || state.sort !== "relevance"
    const asked = await this.questions.ask("answer", this.request(0, STEP, Boolean(narrowed)))
    clearTimeout(late)
    if (turn !== this.turn) return
    if (asked.error) return this.fail(asked.error)
    this.draw(asked.answer)
    const counted = narrowed ? asked : await this.questions.ask("answer", this.request(0, 0, true))
    if (turn === this.turn && counted.answer) this.drawChoices(counted.answer)
  }

  request(from, limit, counts) {
    const { query, sort, facets, from: first, to } = this.state
    return { query, sort, from, limit, counts, wish: { facets, from: first, to } }
  }

  draw(answer) {
    this.say(
      [answer.total ? said(words.results, { number: inDigits(answer.total) }) : words.none,
        ...answer.notes.map((name) => words[name])].join(" · "))
    this.names.replaceChildren(...[namesGroup(words, root, answer.names)].filter(Boolean))
    this.list.replaceChildren()
    this.add(answer)
    this.tools.hidden = !answer.total
    this.drawChosen()
  }

  add(answer) {
    const items = answer.hits.map((hit) => resultItem(words, root, hit))
    this.list.append(...items)
    items.forEach((item) => this.seen.observe(item))
    this.more.hidden = this.list.children.length >= answer.total
    return items[0]
  }

  async showMore() {
    const turn = this.turn
    const { answer, error } = await this.questions.ask("answer", this.request(this.list.children.length, STEP, false))
    if (turn !== this.turn) return
    if (error) return this.fail(error)
    this.add(answer)?.querySelector("a").focus()
  }

  async quote(entries) {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue
      this.seen.unobserve(target)
      const query = this.state.query
      await showSentence(target, root, async (text, language) =>
        (await this.questions.ask("quote", query, text, language)).answer
      ).catch(() => {})  // the beginning of the text stays
    }
  }

  drawChoices(answer) {
    const focus = document.activeElement?.closest("[data-facet]")?.dataset.facet
    this.aside.replaceChildren(make("h2", {}, words.narrow), ...choices(words, answer, this.state, this.on()).filter(Boolean))
    this.aside.hidden = !answer.spans?.length && !Object.values(answer.facets).some((values) => values.length)
    if (focus) this.aside.querySelector(`[data-facet=${focus}] summary`)?.focus()
    this.drawChosen(answer)
  }

  drawChosen(answer) {
    this.chosen.replaceChildren(...chosenOnes(words, answer, this.state, this.on()))
  }

  on() {
    return {
      choose: (name, value) => this.go(toggled(this.state, name, value)),
      days: (from, to) => this.go({ ...this.state, from, to }),
      clear: () => this.go({ ...this.state, facets: {}, from: "", to: "" }),
    }
  }

  drawTools() {
    const options = ["relevance", "newest", "oldest"].map((name) => make("option", { value: name }, words[name]))
    this.sort = make("select", { change: () => this.go({ ...this.state, sort: this.sort.value }) }, ...options)
    const file = make("button", { type: "button", class: "dp-plain", click: () => this.download() }, words.csv)
    this.tools.append(make("label", {}, words.sort, " ", this.sort), file)
    this.tools.hidden = true
  }

  async download() {
    const { answer, error } = await this.questions.ask("answer", this.request(0, IN_FILE, false))
    if (error) return this.fail(error)
    const file = new Blob(["\ufeff", table(answer.hits, root)], { type: "text/csv;charset=utf-8" })
    const href = URL.createObjectURL(file)
    make("a", { href, download: "search.csv" }).click()
    setTimeout(() => URL.revokeObjectURL(href), 10_000)
    if (answer.total > IN_FILE) this.say(said(words.first, { number: inDigits(IN_FILE) }))
  }

  drawRecent() {
    const kept = recent()
    const keep = make("input", { type: "checkbox", checked: kept !== null,
      change: () => { setKeeping(keep.checked); this.drawRecent() } })
    const links = (kept ?? []).map((query) => make("li", {},
      make("a", { href: writeState({ ...readState(""), query }), dir: "auto" }, query)))
    const list = links.length ? [make("h2", {}, words.recent), make("ul", { class: "dp-recent" }, ...links)] : []
    this.before.replaceChildren(make("label", {}, keep, words.keep), ...list)
  }

  clear() {
    this.say("")
    for (const part of [this.names, this.list, this.chosen, this.aside]) part.replaceChildren()
    this.more.hidden = this.aside.hidden = this.tools.hidden = true
  }

  say(text) {
    this.status.textContent = text
  }

  fail(error) {
    this.say(error === "load" ? words.failed : words.odd)
    if (error !== "load") return
    this.status.append(" ", make("button", { type: "button", class: "dp-plain", click: () => this.show(this.state) }, words.again))
  }
}

const form = document.getElementById("dp-search")
document.querySelector(".dp-unscripted")?.remove() // the theme hides it only later, and all would move
if (location.protocol === "file:") form.after(make("p", { class: "dp-note", role: "status" }, words.folder))
else new SearchPage(form).show(readState(location.search))
