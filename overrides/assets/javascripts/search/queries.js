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
// Words that tell nothing in English; as parts of phrases they count. Some are Vietnamese too.
const EMPTY = new Set("and are by for from is of with".split(" "))
const EMPTY_IN_ENGLISH = new Set("a an at in on the to".split(" "))
const PART = /(-?)(?:([\p{L}]+):)?(?:["“”«»]([^"“”«»]*)(?:["“”«»]|$)|([^\s"“”«»]+))/gu
const YEARS = /^([0-9]{4})?\.\.([0-9]{4})?$/

/**
 * @returns {{groups: object[], without: object[], filters: object[], years: number[][], accented: boolean}}
 *   `groups` are runs of words that stand together: `{terms, phrase, field}`; a term has `key`,
 *   `code`, `token`, and `optional` if an article may lack it.
 */
export function parse(text) {
  const query = { groups: [], without: [], filters: [], years: [], accented: false }
  let free = []
  for (const [, minus, name, phrase, word] of text.normalize("NFC").replace(/[‐‑–—]/g, "-").matchAll(PART)) {
    const field = name && FIELDS[name.toLowerCase()]
    const value = phrase ?? word
    const range = !field && YEARS.exec(value)
    if (range && (range[1] || range[2])) query.years.push([Number(range[1] || 0), Number(range[2] || 9999)])
    else if (field === "year") {
      const [, from, dots, to] = /^([0-9]{4})?(\.\.|-)?([0-9]{4})?$/.exec(value) || []
      if (from || to) query.years.push([Number(from || 0), Number(to || (dots ? 9999 : from))])
    } else if (field && field !== "title") {
      query.filters.push({ facet: field, key: `${field}:${keys(value)}`, not: minus === "-" })
    } else {
      const whole = name && !field ? `${name}:${value}` : value
      const group = { terms: terms(whole), phrase: phrase !== undefined, field: field || "" }
      if (minus) query.without.push(group)
      else if (group.phrase || field) query.groups.push(group)
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
