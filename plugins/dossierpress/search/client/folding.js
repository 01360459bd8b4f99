/**
 * The form in which names are compared: what `text/folding.py` and `text/letters.py` do, for a query.
 * Both are held to the cases of tests/golden/folding.
 */

const APOSTROPHES = "'’‘‛ʼʻʿʾˈ`´′"
const HYPHENS = "-‐‑"
const QUOTES = "“”„‟«»‹›″"
const STOPS = "–—―•·‣…\ufffc"
const DROPPED = /[\u00ad\ufeff\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069]/
const LETTERS = {
  "ی": "ي", "ى": "ي", "ے": "ي", "ک": "ك", "ٱ": "ا", "ة": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه",
}
const SPACE = /[\s\x1c-\x1f\x85]/
const MARKS = "\\u0300-\\u036f\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc"
const APOSTROPHE = new RegExp(`(?<=[\\p{L}\\p{N}_${MARKS}])'s(?![\\p{L}\\p{N}_])|'`, "gu")
const MARK = /\p{M}/u
const DIGIT = /\p{Nd}/u

/** What casefolding makes of a letter where small letters are not enough. @param {string} letter */
function small(letter) {
  if ("ßẞ".includes(letter)) return "ss"
  if (letter === "ı") return letter
  if (/[\u13a0-\u13fd\uab70-\uabbf]/.test(letter)) return letter.toUpperCase() // Cherokee folds up
  const folded = letter.toUpperCase().toLowerCase()
  return folded === "ς" ? "σ" : folded
}

/** The value of a digit in any script: digits stand in runs of ten. @param {string} letter */
function digit(letter) {
  let code = letter.codePointAt(0)
  for (let value = 0; value < 10; value++, code--) {
    if (!DIGIT.test(String.fromCodePoint(code - 1))) return String(value)
  }
  return String((letter.codePointAt(0) - 0x1d7ce) % 10)
}

/** @param {string} letter one character */
export function letter(letter) {
  if (APOSTROPHES.includes(letter)) return "'"
  if (HYPHENS.includes(letter)) return "-"
  if (letter === "\n") return letter
  if (SPACE.test(letter)) return letter === "\ufeff" ? "" : " "
  if (QUOTES.includes(letter)) return '"'
  if (STOPS.includes(letter)) return ";"
  if (DROPPED.test(letter)) return ""
  if (letter > "\x7f" && DIGIT.test(letter)) return digit(letter)
  let folded = ""
  for (const part of letter.normalize("NFKD")) if (!MARK.test(part)) folded += small(part)
  return Array.from(folded, decomposed).join("")
}

/** @param {string} letter what came out of a ligature or a wide form */
function decomposed(letter) {
  if (HYPHENS.includes(letter)) return " "
  if (APOSTROPHES.includes(letter) || SPACE.test(letter) || DROPPED.test(letter)) return ""
  return STOPS.includes(letter) ? ";" : LETTERS[letter] ?? letter
}

/** @param {string} source a name or a query @returns {string} its folded form */
export function fold(source) {
  const signs = Array.from(source, (sign) => (sign < "\x7f" ? sign.toLowerCase() : sign))
  const folded = signs.map(letter).join("").toLowerCase()
  return folded
    .replace(/\s+/g, (run) => (/\n\s*\n/.test(run) ? "\n" : " "))
    .replace(APOSTROPHE, "")
    .replace(/-/g, " ")
    .trim()
}
