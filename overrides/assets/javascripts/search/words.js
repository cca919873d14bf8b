// Words as search sees them: the twin of generator/press/search/words.py and days.py.
// tests/search/test_twins.py holds both to the same answers.

const TOKEN = new RegExp(
  "(?:(?<![0-9])(?:[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}" +
  "|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}|[0-9]{4}\\.[0-9]{1,2}\\.[0-9]{1,2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})" +
  "|(?<![0-9/.-])[0-9]{1,2}[/-][0-9]{4}" +
  "|(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}(?!/)" +
  "|[0-9]+(?:[.,][0-9]+)+)(?![0-9])" +
  "|[\\p{L}\\p{N}]+(?:[\\u0300-\\u036f]+[\\p{L}\\p{N}]*)*(?:['’][sS](?![\\p{L}\\p{N}]))?", "gu")
const TONES = { "\u0300": 1, "\u0301": 2, "\u0303": 3, "\u0309": 4, "\u0323": 5 }
const MARKS = { "\u0302": 1, "\u0306": 2 }
const HORNS = { o: 3, u: 4 }
const PLURAL = 48
export const CODES = 128

/** Tokens of a text in NFC, in lower case, with the places where they stand. */
export function cut(text) {
  return Array.from(text.matchAll(TOKEN), match => ({
    token: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length
  }))
}

// Letters that no decomposition takes apart, and what they become.
const LIGATURES = /[\ufb00-\ufb06]/g, RARE = /[\ufb00-\ufb06ßςſ]/

/** Lower case without diacritics, đ as d. */
export function fold(text) {
  const bare = text.toLowerCase().normalize("NFD").replace(/\p{M}+/gu, "").replace(/đ/g, "d")
  if (!RARE.test(bare)) return bare
  return bare.replace(LIGATURES, letters => letters.normalize("NFKD"))
    .replace(/ß/g, "ss").replace(/ς/g, "σ").replace(/ſ/g, "s")
}

/** What a token is: usually one reading, of a key, a code and keys that it answers to besides. */
export function read(token) {
  if (/^[0-9].*[/.,-]/.test(token)) return number(token)
  const word = token.replace(/['’]s$/, "")
  const key = fold(word)
  if (/^[\x00-\x7f]*$/.test(word)) {
    const singular = singularOf(key)
    return [{ key: singular, code: singular === key ? 0 : PLURAL, extra: [] }]
  }
  return [{ key, code: code(word), extra: [] }]
}

/** Tone and marks of a word as a number below CODES. */
export function code(word) {
  let tone = 0, marks = 0, stroke = 0, base = ""
  for (const character of word.toLowerCase().normalize("NFD")) {
    if (character in TONES) tone = TONES[character]
    else if (character === "\u031b") marks += HORNS[base] || 6
    else if (character >= "\u0300" && /\p{M}/u.test(character)) marks += MARKS[character] || 6
    else if (character === "đ") stroke = 10
    else if ("aeiouy".includes(character)) base = character
  }
  return tone + 6 * (Math.min(marks, 9) + stroke)
}

export const isAccented = reading => reading.code !== 0 && reading.code !== PLURAL

function singularOf(key) {
  if (key.length < 5 || !key.endsWith("s") || "sui".includes(key[key.length - 2])) return key
  if (key.endsWith("ies")) return key.slice(0, -3) + "y"
  return key.slice(0, /(?:ss|sh|ch|x)es$/.test(key) ? -2 : -1)
}

function number(token) {
  const parts = token.split(/[/.,-]/)
  const known = token.includes(",") ? [] : date(parts, token)
  if (known.length) return [{ key: known[0], code: 0, extra: known.slice(1) }]
  if (/[/-]/.test(token)) return parts.map(key => ({ key, code: 0, extra: [] }))
  const thousands = /^[0-9]{1,3}(?:[.,][0-9]{3})+$/.test(token)
  return [{ key: parts.join(thousands ? "" : "."), code: 0, extra: [] }]
}

function date(parts, token) {
  const [one, two, three] = parts.map(Number)
  if (parts.length === 3 && parts[0].length === 4) return keysOf(one, two, three)
  if (parts.length === 3 && parts[2].length === 4) return keysOf(three, two, one)
  if (parts.length === 2 && parts[1].length === 4 && !token.includes(".")) return keysOf(two, one, 0)
  if (parts.length === 2 && token.includes("/")) return keysOf(0, two, one)
  return []
}

/** Keys of a date, the fullest first; 0 is unknown. */
export function keysOf(year, month, day) {
  if (month > 12 && day > 0 && day <= 12) [month, day] = [day, month]
  if (month < 1 || month > 12 || day > 31 || !(day || year)) return []
  if (year && (year < 1000 || year > 2999)) return []
  const two = value => String(value).padStart(2, "0")
  const ofMonth = year ? [`${year}-${two(month)}`, `${year}`] : []
  if (!day) return ofMonth
  const ofDay = `--${two(month)}-${two(day)}`
  return year ? [`${year}-${two(month)}-${two(day)}`, ...ofMonth, ofDay] : [ofDay]
}

const ENGLISH = {}
"january jan/february feb/march mar/april apr/may/june jun/july jul/august aug/september sep sept/october oct/november nov/december dec"
  .split("/").forEach((names, place) => names.split(" ").forEach(name => { ENGLISH[name] = place + 1 }))

/** Dates in words among tokens: start, end and keys of each. */
export function findDays(tokens) {
  const found = []
  tokens.forEach((token, place) => {
    const span = token === "tháng" || token === "thang" ? vietnamese(tokens, place)
      : Object.hasOwn(ENGLISH, token) ? english(tokens, place, ENGLISH[token]) : null
    if (span && span.keys.length) found.push(span)
  })
  return found
}

function vietnamese(tokens, place) {
  const next = tokens[place + 1] || ""
  let end = place + 2, year = 0, month
  const both = /^([0-9]{1,2})[/-]([0-9]{4})$/.exec(next)
  if (both) [month, year] = [Number(both[1]), Number(both[2])]
  else if (/^[0-9]{1,2}$/.test(next)) {
    month = Number(next)
    const skip = tokens[end] === "năm" || tokens[end] === "nam" ? 1 : 0
    if (isYear(tokens[end + skip])) {
      year = Number(tokens[end + skip])
      end += skip + 1
    }
  } else return null
  const day = dayOf(tokens[place - 1])
  return { start: place - (day ? 1 : 0), end, keys: keysOf(year, month, day) }
}

function english(tokens, place, month) {
  let start = place, end = place + 1, day = dayOf(tokens[place - 1]), year = 0
  if (day) start -= 1
  else {
    day = dayOf(tokens[end])
    if (day) end += 1
  }
  if (isYear(tokens[end])) year = Number(tokens[end++])
  return day || year ? { start, end, keys: keysOf(year, month, day) } : null
}

function dayOf(token) {
  const found = /^([0-9]{1,2})(?:st|nd|rd|th)?$/.exec(token || "")
  return found && Number(found[1]) <= 31 ? Number(found[1]) : 0
}

const isYear = token => /^[12][0-9]{3}$/.test(token || "")
