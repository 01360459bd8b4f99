/**
 * What is left of a transliterated name when the doubtful letters are gone: what
 * `matching/candidates/skeletons.py` does. Both are held to the cases of tests/golden/folding.
 */

const ARTICLES = /(?<![\p{L}\p{N}_])(?:al|el|ar|as|ash|at|ad|an|az|ez|es|the) (?=[\p{L}\p{N}_])/gu
const SAME = [
  ["kh", "h"], ["gh", "g"], ["dh", "d"], ["th", "t"], ["sh", "s"], ["ch", "s"], ["ph", "f"],
  ["ck", "k"], ["q", "k"], ["c", "k"], ["z", "s"], ["v", "w"], ["b", "p"], ["j", "g"],
]

/** @param {string} folded a name @returns {string} */
export function skeleton(folded) {
  const words = folded.replace(ARTICLES, "").split(" ").filter(Boolean)
  return words.map(bones).join(" ")
}

/** @param {string} word */
function bones(word) {
  for (const [spelling, letter] of SAME) word = word.replaceAll(spelling, letter)
  const first = "aeiou".includes(word[0]) ? "a" : word[0]
  return (first + word.slice(1).replace(/[aeiouywh]/g, "")).replace(/(.)\1+/g, "$1")
}
