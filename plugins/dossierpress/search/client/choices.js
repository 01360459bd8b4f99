/** What results can be narrowed by: facets with counts, days, and the articles over time. */
import { inDigits, make, said } from "./dom.js"
import { FACETS } from "./state.js"

const SHOWN = 8
/** How many of the others are made at a time: there may be ten thousand, and each is five elements. */
const STEP = 100

/**
 * @param {any} words
 * @param {any} answer with `facets` and `spans`
 * @param {import("./state.js").State} state
 * @param {{choose: (name: string, value: string) => void, days: (from: string, to: string) => void}} on
 */
export function choices(words, answer, state, on) {
  const groups = FACETS.filter((name) => answer.facets[name]?.length).map((name) =>
    facet(words, name, answer.facets[name], on.choose)
  )
  return [overTime(words, answer.spans, state, on.days), days(words, state, on.days), ...groups]
}

function facet(words, name, values, choose) {
  const item = ({ value, label, count, chosen }) =>
    make("li", {}, make("label", {},
      make("input", { type: "checkbox", checked: chosen, change: () => choose(name, value) }),
      make("bdi", {}, labelOf(words, name, label)),
      make("span", { class: "dp-count" }, inDigits(count))
    ))
  const rest = values.slice(SHOWN)
  return make("details", { class: "dp-facet", open: true, "data-facet": name },
    make("summary", {}, words[name]), make("ul", {}, ...values.slice(0, SHOWN).map(item)),
    rest.length ? others(rest, item) : null)
}

/** The values that are not shown at once, made when they are asked for. */
function others(rest, item) {
  const list = make("ul", {})
  const next = () => {
    const items = rest.splice(0, STEP).map(item)
    list.append(...items)
    further.hidden = !rest.length
    further.textContent = `+ ${inDigits(rest.length)}`
    return items[0]
  }
  const further = make("button", {
    type: "button", class: "dp-plain", hidden: true, click: () => next().querySelector("input").focus(),
  })
  return make("details", { class: "dp-why", toggle: () => list.children.length || next() },
    make("summary", {}, `+ ${inDigits(rest.length)}`), list, further)
}

/** What a value is called in the interface's language. */
export function labelOf(words, name, label) {
  if (name === "rights") return words.tiers[label] ?? label
  if (name === "kind") return words.kinds[label] ?? label
  if (name !== "language") return label
  try {
    return new Intl.DisplayNames([document.documentElement.lang || "en"], { type: "language" }).of(label)
  } catch {
    return label
  }
}

function days(words, { from, to }, change) {
  const first = make("input", { type: "date", value: from })
  const last = make("input", { type: "date", value: to })
  for (const field of [first, last]) field.addEventListener("change", () => change(first.value, last.value))
  return make("div", { class: "dp-days" },
    make("label", {}, words.from, first), make("label", {}, words.to, last))
}

function overTime(words, spans, { from, to }, change) {
  const most = Math.max(...spans.map(({ count }) => count))
  const bars = spans.map((span) => {
    const chosen = from === span.from && to === span.to
    const bar = make("button", {
      type: "button",
      "aria-pressed": String(chosen),
      "aria-label": `${span.label}: ${inDigits(span.count)}`,
      title: `${span.label}: ${inDigits(span.count)}`,
      click: () => (chosen ? change("", "") : change(span.from, span.to)),
    })
    bar.style.setProperty("--dp-share", String(span.count / most))
    return make("li", {}, bar)
  })
  if (!bars.length) return null
  return make("div", { class: "dp-over-time", role: "group", "aria-label": words.time },
    make("ol", {}, ...bars),
    make("p", { class: "dp-bars__ends", "aria-hidden": "true" },
      make("span", {}, spans[0].label), make("span", {}, spans.at(-1).label)))
}

/** What is chosen, each with a button that takes it back. */
export function chosenOnes(words, answer, state, on) {
  const ones = FACETS.flatMap((name) =>
    (state.facets[name] ?? []).map((value) => {
      const known = answer?.facets?.[name]?.find((choice) => choice.value === value)
      return [labelOf(words, name, known?.label ?? value), () => on.choose(name, value)]
    })
  )
  if (state.from || state.to) ones.push([`${state.from || "…"} – ${state.to || "…"}`, () => on.days("", "")])
  if (!ones.length) return []
  const buttons = ones.map(([label, click]) =>
    make("button", { type: "button", class: "dp-chosen", "aria-label": said(words.without, { name: label }), click },
      make("bdi", {}, label), make("span", { "aria-hidden": "true" }, " ×")))
  return [...buttons, make("button", { type: "button", class: "dp-plain", click: on.clear }, words.clear)]
}
