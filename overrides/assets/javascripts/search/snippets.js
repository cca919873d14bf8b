// Snippets: the piece of a text that answers best, as it was written, with the words marked.

import { cut, findDays, fold, read } from "./words.js"

const LENGTH = 220
const LEAD = 50

// Letters that no other language has.
const VIETNAMESE = /[ơư\u1ea0-\u1ef9]/iu

/** The language of a name or post, as far as its letters tell it; HTML says `""` for unknown. */
const languageOf = text => VIETNAMESE.test(text.normalize("NFC")) ? "vi" : ""

/** A result for the page: plain parts of text, `{text, hit}`, never markup. `spoken` is the
 *  snippet's language, which may be another than the article's where it is a name or a post. */
export function excerpt(shown, query) {
  const wanted = keysOf(query)
  const about = shown.about || []
  const texts = shown.text || []
  let best = { score: -1 }, spoken = shown.lang
  for (const text of texts) {
    const found = window(text, hits(text, wanted))
    if (found.score > best.score) best = { ...found, text }
  }
  if (best.score <= 0) {
    for (const text of about) {
      const found = window(text, hits(text, wanted))
      if (found.score > Math.max(best.score, 0)) best = { ...found, text }
    }
    if (best.score > 0) spoken = languageOf(best.text)
  }
  return {
    id: shown.id, url: shown.url, lang: shown.lang, spoken, date: shown.date || "", outlet: shown.outlet || "",
    kind: shown.kind || "", withdrawn: !!shown.withdrawn,
    title: parts(shown.title, 0, shown.title.length, hits(shown.title, wanted)),
    snippet: best.text === undefined ? [] : parts(best.text, best.start, best.end, best.hits)
  }
}

/** Whether a phrase stands in the article word for word, accents aside. */
export function holds(shown, { terms, field }) {
  const keys = terms.map(term => term.key)
  const texts = field === "title" ? [shown.title] : [shown.title, ...shown.text || [], ...shown.about || []]
  return texts.some(text => {
    const letters = fold(text)
    if (!keys.every(key => letters.includes(lettersOf(key)))) return false
    const found = cut(text.normalize("NFC")).flatMap(({ token }) => read(token)).map(({ key }) => key)
    for (let start = 0; start + keys.length <= found.length; start++) {
      if (keys.every((key, place) => found[start + place] === key)) return true
    }
    return false
  })
}

function keysOf(query) {
  const wanted = new Map()
  let place = 0
  for (const { terms } of query.groups) {
    for (const term of terms) if (!term.optional || terms.length === 1) wanted.set(term.key, place++)
    place += 2
  }
  return wanted
}

// Letters that a text has if it has the word; none for numbers, which have many forms.
const lettersOf = key => /[0-9]/.test(key) ? "" : key.endsWith("y") ? key.slice(0, -1) : key

/** Where wanted words stand in a text: `{start, end, place}` with the word's place in the query. */
function hits(text, wanted) {
  const letters = fold(text), sought = [...wanted.keys()].map(lettersOf)
  if (!sought.some(one => letters.includes(one))) return []
  // What is folded letter by letter tells where to look; else every word is looked at.
  const isAligned = letters.length === text.length && sought.every(Boolean) && !/\p{M}/u.test(text)
  const found = isAligned ? around(letters, sought).flatMap(([start, end]) => matches(text, start, end, wanted))
    : matches(text, 0, text.length, wanted)
  return isAligned ? found : withDays(text, found, wanted)
}

/** Stretches between spaces that have any of some letters, in order. */
function around(letters, sought) {
  const found = new Map()
  for (const one of sought) {
    for (let at = letters.indexOf(one); at >= 0;) {
      const start = letters.lastIndexOf(" ", at) + 1, space = letters.indexOf(" ", at)
      const end = space < 0 ? letters.length : space
      found.set(start, end)
      at = letters.indexOf(one, end)
    }
  }
  return [...found].sort(([a], [b]) => a - b)
}

function matches(text, from, until, wanted) {
  const found = []
  for (const { token, start, end } of cut(text.slice(from, until))) {
    for (const { key, extra } of read(token)) {
      const its = [key, ...extra].find(one => wanted.has(one))
      if (its !== undefined) {
        found.push({ start: from + start, end: from + end, place: wanted.get(its) })
        break
      }
    }
  }
  return found
}

/** The same with dates in words. */
function withDays(text, found, wanted) {
  const tokens = cut(text)
  for (const span of findDays(tokens.map(({ token }) => token))) {
    const key = span.keys.find(one => wanted.has(one))
    if (key !== undefined) found.push({ start: tokens[span.start].start, end: tokens[span.end - 1].end, place: wanted.get(key) })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The stretch of a text that has most of the words, those together first. */
function window(text, found) {
  let best = { score: found.length ? 0.1 : 0, start: 0, end: Math.min(text.length, LENGTH), hits: found }
  for (let first = 0; first < found.length; first++) {
    const seen = new Set()
    let score = 0
    for (let at = first; at < found.length && found[at].end - found[first].start <= LENGTH - LEAD; at++) {
      if (!seen.has(found[at].place)) score += 1
      seen.add(found[at].place)
      if (at > first && found[at].place === found[at - 1].place + 1) score += 2
    }
    if (score > best.score) {
      const start = Math.max(0, found[first].start - LEAD)
      best = { score, start, end: Math.min(text.length, start + LENGTH), hits: found }
    }
  }
  return best
}

function parts(text, start, end, found) {
  const from = start && text.lastIndexOf(" ", start) + 1
  const until = end < text.length ? Math.max(text.lastIndexOf(" ", end), from + 1) : text.length
  const made = []
  let at = from
  for (const hit of found) {
    if (hit.start < at || hit.end > until) continue
    if (hit.start > at) made.push({ text: text.slice(at, hit.start), hit: false })
    made.push({ text: text.slice(hit.start, hit.end), hit: true })
    at = hit.end
  }
  if (at < until) made.push({ text: text.slice(at, until), hit: false })
  if (from > 0) made.unshift({ text: "…\u00a0", hit: false })
  if (until < text.length) made.push({ text: "\u00a0…", hit: false })
  return made
}
