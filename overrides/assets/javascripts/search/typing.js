// Vietnamese as typed without an input method: Telex and VNI, decoded to the word that was meant.

const TELEX_TONES = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323" }
const VNI_TONES = { 1: "\u0301", 2: "\u0300", 3: "\u0309", 4: "\u0303", 5: "\u0323" }
const VNI_MARKS = { 6: "\u0302", 7: "\u031b", 8: "\u0306" }
const TAKES = { "\u0302": "aeo", "\u031b": "ou", "\u0306": "a" }
// Onset, vowels and coda of a syllable, folded: what is decoded must be one.
const SYLLABLE = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/

/** Whether a folded word could be a Vietnamese syllable. */
export const isSyllable = word => SYLLABLE.test(word)

/** The word that somebody meant by keys of Telex or VNI; empty if it is none. */
export function decode(typed) {
  const word = typed.toLowerCase()
  if (!/^[a-z0-9]+$/.test(word)) return ""
  const made = /[0-9]/.test(word) ? vni(word) : telex(word)
  return /[^\x00-\x7f]/.test(made) && SYLLABLE.test(folded(made)) ? place(made) : ""
}

const folded = word => word.replace(/đ/g, "d").normalize("NFD").replace(/\p{M}/gu, "")

function telex(word) {
  let letters = [], tone = ""
  for (const key of word) {
    const before = letters[letters.length - 1] || ""
    const seenVowel = letters.some(letter => "aeiouy".includes(letter[0]))
    if (key in TELEX_TONES && seenVowel) tone = TELEX_TONES[key]
    else if (key === "z" && seenVowel) tone = ""
    else if (key === "w") {
      if (!mark(letters, "\u031b") && !mark(letters, "\u0306")) letters.push("u\u031b")
    } else if (key === "d" && letters.indexOf("d") === 0 && (before === "d" || seenVowel)) letters[0] = "đ"
    else if ("aeo".includes(key) && letters.some(letter => letter === key) && seenVowel && closes(letters, key)) {
      letters[letters.lastIndexOf(key)] = key + "\u0302"
    } else letters.push(key)
  }
  return finish(letters, tone)
}

// A second a, e or o marks the first, right behind it or behind what follows the vowel.
function closes(letters, key) {
  return !letters.slice(letters.lastIndexOf(key) + 1).some(letter => "aeo".includes(letter[0]))
}

function vni(word) {
  let letters = [], tone = ""
  for (const key of word) {
    if (key in VNI_TONES) tone = VNI_TONES[key]
    else if (key in VNI_MARKS) {
      if (!mark(letters, VNI_MARKS[key])) return ""
    } else if (key === "9") {
      if (letters[0] !== "d") return ""
      letters[0] = "đ"
    } else if (/[0-9]/.test(key)) return ""
    else letters.push(key)
  }
  return finish(letters, tone)
}

/** Put a mark on the last vowel that takes it; a horn on both of uo. */
function mark(letters, sign) {
  for (let at = letters.length - 1; at >= 0; at--) {
    if (letters[at].length === 1 && TAKES[sign].includes(letters[at])) {
      const pair = sign === "\u031b" && letters[at] === "o" && letters[at - 1] === "u" && at < letters.length
      if (sign === "\u031b" && letters[at] === "u" && letters[at - 1] === "u") at -= 1
      letters[at] += sign
      if (pair) letters[at - 1] += sign
      return true
    }
  }
  return false
}

const finish = (letters, tone) => letters.join("") + tone

/** The tone on its vowel; where it stands makes no difference to search. */
function place(made) {
  const tone = /[\u0300\u0301\u0303\u0309\u0323]$/.exec(made)
  if (!tone) return made.normalize("NFC")
  const letters = made.slice(0, -1).match(/.[\u0302\u0306\u031b]*/gu)
  const vowels = letters.map((letter, at) => ["aeiouy".includes(letter[0]), at]).filter(([is]) => is).map(([, at]) => at)
  const start = /^(?:qu|gi)/.test(folded(made)) && vowels.length > 1 ? vowels.slice(1) : vowels
  const marked = start.filter(at => letters[at].length > 1)
  const closed = start[start.length - 1] < letters.length - 1
  const at = marked.length ? marked[marked.length - 1]
    : closed || start.length === 3 ? start[Math.min(1, start.length - 1)] : start[0]
  letters[at] += tone[0]
  return letters.join("").normalize("NFC")
}
