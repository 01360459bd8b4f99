/** Elements, made without a line of HTML: no text of the index can become markup. */

/**
 * @param {string} tag
 * @param {Record<string, any>} [given] attributes; a function listens to the event of its name
 * @param {...(Node | string | null | undefined)} children
 */
export function make(tag, given = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === "function") element.addEventListener(name, value)
    else if (value === true) element.setAttribute(name, "")
    else if (value !== false && value !== undefined && value !== "") element.setAttribute(name, value)
  }
  element.append(...children.filter((child) => child !== null && child !== undefined))
  return element
}

/** @param {import("./marking.js").Marked} pieces */
export const markedNodes = (pieces) => pieces.map(([text, mark]) => (mark ? make("mark", {}, text) : text))

/** @param {string} message @param {Record<string, string | number>} values */
export const said = (message, values) => message.replace(/\{(\w+)\}/g, (_, name) => String(values[name]))

/** @param {number} value */
export const inDigits = (value) => value.toLocaleString("en")
