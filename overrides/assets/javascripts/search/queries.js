// Queries: what a reader typed, taken apart.
//
//     ngoại giao "Bộ Ngoại giao" -thể thao title:hội nghị outlet:vov year:2021 2021..2023

import { isSyllable } from "./typing.js"
import { cut, findDays, fold, isAccented, read } from "./words.js"

const FIELDS = {
  title: "title", tieude: "title",
  outlet: "outlet", nguon: "outlet", source: "outlet",
  person: "person", nguoi: "person", nhanvat: "person",
  topic: "topic", chude: "topic",
  organisation: "organisation", organization: "organisation", org: "organisation", tochuc: "organisation",
  place: "place", diadanh: "place",
  event: "event", sukien: "event",
  kind: "kind", loai: "kind",
  language: "language", lang: "language", ngonngu: "language",
  year: "year", nam: "year"
}
// Fields whose values are codes (`kind:speech`, `lang:en`), and have no names to ask by.
const CODED = new Set(["kind", "language"])
// Words that tell nothing in English; as parts of phrases they count. Some are Vietnamese too.
const EMPTY = new Set("and are by for from is of with".split(" "))
const EMPTY_IN_ENGLISH = new Set("a an at in on the to".split(" "))
const PART = /(-?)(?:([\p{L}]+):)?(?:["“”«»]([^"“”«»]*)(?:["“”«»]|$)|([^\s"“”«»]+))/gu
const YEARS = /^([0-9]{4})?\.\.([0-9]{4})?$/
const OF_YEAR = /^([0-9]{4})?(\.\.|-)?([0-9]{4})?$/

/**
 * @returns {{groups: object[], without: object[], filters: object[], years: number[][], otherYears: number[][], accented: boolean}}
 *   `groups` are runs of words that stand together: `{terms, phrase, field}`; a term has `key`,
 *   `code`, `token`, and `optional` if an article may lack it. Of `otherYears` nothing may be.
 */
export function parse(text) {
  const query = { groups: [], without: [], filters: [], years: [], otherYears: [], accented: false }
  let free = []
  for (const [, minus, name, phrase, word] of text.normalize("NFC").replace(/[‐‑–—]/g, "-").matchAll(PART)) {
    const field = name && Object.hasOwn(FIELDS, name.toLowerCase()) ? FIELDS[name.toLowerCase()] : ""
    const value = phrase ?? word
    const years = field === "year" ? range(OF_YEAR.exec(value)) : !field && range(YEARS.exec(value))
    if (years) (minus ? query.otherYears : query.years).push(years)
    else if (field && field !== "title" && field !== "year") {
      const key = CODED.has(field) ? `${field}=${value.toLowerCase()}` : `${field}:${keys(value)}`
      query.filters.push({ facet: field, key, not: minus === "-" })
    } else {
      const inTitle = field === "title"
      const whole = name && !inTitle ? `${name}:${value}` : value
      const group = { terms: terms(whole), phrase: phrase !== undefined, field: inTitle ? field : "" }
      if (minus) query.without.push(group)
      else if (group.phrase || inTitle) query.groups.push(group)
      else free.push(whole)
    }
  }
  if (free.length) query.groups.unshift({ terms: terms(free.join(" ")), phrase: false, field: "" })
  query.groups = query.groups.filter(group => group.terms.length)
  query.without = query.without.filter(group => group.terms.length)
  for (const group of query.groups) {
    if (group.terms.every(term => term.optional)) group.terms.forEach(term => { term.optional = false })
    if (group.terms.some(isAccented)) query.accented = true
  }
  return query
}

/** First and last year of a match, in order; nothing where it names none. */
function range(match) {
  const from = match?.[1], to = match?.[match.length - 1]
  if (!from && !to) return null
  return [Number(from || 0), Number(to || (match[0] === from ? from : 9999))].sort((a, b) => a - b)
}

const keys = text => cut(text).flatMap(({ token }) => read(token)).map(one => one.key).join(" ")

/** The terms of running text; a date in words is one term, whatever words it has. */
export function terms(text) {
  const tokens = cut(text).map(one => one.token)
  const spans = new Map()
  for (const span of findDays(tokens)) {
    const before = tokens[span.start - 1]
    if (before === "ngày" || before === "ngay") span.start -= 1
    spans.set(span.start, span)
  }
  const made = []
  const foreign = tokens.filter(token => !isSyllable(fold(token))).length
  const english = 2 * foreign > tokens.length || tokens.some(token => EMPTY.has(token))
  for (let place = 0; place < tokens.length;) {
    const span = spans.get(place)
    if (span) {
      made.push({ key: span.keys[0], code: 0, token: tokens.slice(place, span.end).join(" "), date: true })
      place = span.end
    } else {
      const token = tokens[place++]
      for (const { key, code } of read(token)) made.push({ key, code, token, optional: EMPTY.has(token) || english && EMPTY_IN_ENGLISH.has(token) })
    }
  }
  return made
}
