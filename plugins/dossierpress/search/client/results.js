/** The list of results, and the names before it. */
import { inDigits, make, markedNodes, said } from "./dom.js"

/** @param {any} words @param {URL} root of the site @param {any[]} names */
export function namesGroup(words, root, names) {
  if (!names.length) return null
  const items = names.map(({ kind, url, articles, title, excerpt }) => {
    const number = articles === undefined ? null : said(words.named, { number: inDigits(articles) })
    return make("li", { class: "dp-found" },
      make("a", { href: new URL(url, root).href, dir: "auto" }, ...markedNodes(title)),
      make("span", { class: "dp-mark" }, words.kinds[kind] ?? kind),
      make("span", { class: "dp-note", dir: "auto" }, ...(excerpt ? markedNodes(excerpt) : [number ?? ""]))
    )
  })
  return make("section", { class: "dp-search-names", "aria-labelledby": "dp-search-names" },
    make("h2", { id: "dp-search-names" }, words.names_group), make("ul", {}, ...items))
}

/** @param {any} words @param {URL} root @param {any} hit */
export function resultItem(words, root, { url, title, excerpt, language, day, publisher, topics, as }) {
  const about = [day, publisher, ...topics].filter(Boolean).map((part) => make("bdi", {}, part))
  const matched = as.map((name) => make("span", { class: "dp-mark" }, said(words.as, { name })))
  return make("li", { class: "dp-result", "data-url": url, "data-language": language },
    make("h3", {}, make("a", { href: new URL(url, root).href, lang: language, dir: "auto" }, ...markedNodes(title))),
    make("p", { class: "dp-result__about" }, ...separated([...about, ...matched])),
    make("p", { class: "dp-result__text", lang: language, dir: "auto" }, ...markedNodes(excerpt))
  )
}

/** @param {Node[]} parts */
const separated = (parts) => parts.flatMap((part, index) => (index ? [" · ", part] : [part]))

/**
 * Where the beginning of a text has no word of the query, show a sentence that has: it stands on the
 * page of the result, which shows what its rights allow.
 * @param {HTMLElement} item
 * @param {URL} root
 * @param {(text: string, language: string) => Promise<import("./marking.js").Marked | undefined>} quote
 */
export async function showSentence(item, root, quote) {
  const place = item.querySelector(".dp-result__text")
  if (place.querySelector("mark")) return
  const answer = await fetch(new URL(item.dataset.url, root))
  if (!answer.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), "text/html")
  const body = page.querySelector(".dp-body") ?? page.querySelector("article")
  const paragraphs = [...(body?.querySelectorAll("p, li, blockquote") ?? [])].map((one) => one.textContent)
  const found = await quote(paragraphs.join("\n"), item.dataset.language)
  if (found) place.replaceChildren(...markedNodes(found))
}
