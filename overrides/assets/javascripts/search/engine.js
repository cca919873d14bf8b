// The engine: from a query to the articles that answer it, in order.

import { CODES, isAccented, read } from "./words.js"
import { mayFollow, nextOf, pair, single } from "./keys.js"
import { parse } from "./queries.js"
import { decode } from "./typing.js"
import { near } from "./spelling.js"
import { excerpt, holds } from "./snippets.js"

export const PER_PAGE = 20
const TITLE = 1, ABOUT = 2
// What speaks for an article. Words that stand together weigh most, then their very accents,
// then the headline, then the text before what is known about it; of equals, the newer article
// comes first.
const NEAR = 6, CHAINED = 4, WHOLE = 4, EXACT_PAIRS = 4, EXACT_WORDS = 2, TITLE_PAIRS = 2, TITLE_WORDS = 1.5, OWN = 0.5, OWN_PAIRS = 1.5
const NEWER = 0.25
const CANDIDATES = 16

export class Engine {
  constructor(index) {
    this.index = index
    this.found = new Map()
  }

  /**
   * Answer a query.
   *
   * @param {string} text  as typed
   * @param {{facets?: Object<string, string[]>, sort?: string, page?: number, limit?: number, mend?: boolean}} options
   *   `facets` are chosen values, years among them; `sort` is `relevance`, `newest` or `oldest`;
   *   with `mend: false` no other spelling is tried.
   * @returns {Promise<{total: number, all: number, results: object[], query: string, meant: string, hint: string}>}
   *   `all` counts without the facets; `query` is what was answered: what was typed, or `meant`
   *   where nothing else was found. `hint` is what was probably meant where words that do exist
   *   stand together nowhere; what answers it is among the results.
   */
  async search(text, options = {}) {
    let query = parse(text)
    // Values of facets alone ask for all that has them.
    query.all = !text.trim() && Object.values(options.facets || {}).some(values => values.length)
    let result = await this.answer(query)
    let meant = ""
    if (!result.count && query.groups.length && options.mend !== false) {
      const mended = await this.mend(query)
      if (mended) {
        ({ query, result } = mended)
        meant = spell(text, query)
      }
    }
    const hint = meant || options.mend === false ? null : await this.hint(query, result)
    if (hint) result = merged(result, hint.result)
    this.last = { result, masks: {} }
    const chosen = await this.chosen(result, options.facets || {})
    const page = await this.page(query, chosen, options, hint?.query)
    return { ...page, all: result.count, meant, hint: hint ? spell(text, hint.query) : "", query: meant || text }
  }

  /** Everything that has all the words, with what speaks for each. */
  async answer(query) {
    const size = this.index.size
    const asked = query.all || query.groups.length + query.filters.length + query.years.length + query.otherYears.length + query.without.length
    if (!asked) return { count: 0, mask: new Uint8Array(size), score: new Float32Array(size), whole: new Uint8Array(size), near: 0 }
    const [groups, without, filters] = await Promise.all([
      Promise.all(query.groups.map(group => this.group(group, query.accented))),
      Promise.all(query.without.map(group => this.group(group, group.terms.some(isAccented)))),
      Promise.all(query.filters.map(async filter => ({ ...filter, documents: all(await this.index.lists(single(filter.key))) })))
    ])
    const [first, ...others] = groups
    const mask = first?.has ?? new Uint8Array(size).fill(1), whole = first?.whole ?? new Uint8Array(size).fill(1)
    const score = first?.score ?? new Float32Array(size)
    for (const group of others) {
      for (let number = 0; number < size; number++) {
        if (!group.has[number]) mask[number] = 0
        else {
          score[number] += group.score[number]
          whole[number] &= group.whole[number]
        }
      }
    }
    for (const [place, group] of without.entries()) {
      const exact = query.without[place].terms.some(isAccented)
      const has = exact ? group.exact : group.has
      for (let number = 0; number < size; number++) if (has[number]) mask[number] = 0
    }
    for (const { documents, not } of filters) restrict(mask, documents, not)
    if (query.years.length) {
      const kept = new Uint8Array(size)
      this.fill(kept, query.years, 1)
      for (let number = 0; number < size; number++) mask[number] &= kept[number]
    }
    this.fill(mask, query.otherYears, 0)
    let count = 0
    for (let number = 0; number < size; number++) count += mask[number]
    const missing = groups.flatMap((group, place) => group.missing.map(at => ({ group: place, at })))
    return { count, mask, score, whole, missing, near: Math.max(0, ...groups.map(group => best(group.near, mask))) }
  }

  /** Give all articles of some years the same value. */
  fill(mask, years, value) {
    for (const [from, to] of years) {
      for (const [start, end] of this.index.years(from, to)) mask.fill(value, start, end)
    }
  }

  /** Which articles have all words of a group, and how well. */
  async group({ terms, phrase, field }, accented) {
    const size = this.index.size
    const needed = terms.filter(term => phrase || !term.optional)
    const pairs = []
    for (let place = 0; place + 1 < terms.length; place++) {
      const [first, second] = [terms[place], terms[place + 1]]
      if (!phrase && (first.optional || second.optional)) continue
      if (inWords(first) || inWords(second)) continue
      const third = terms[place + 2]
      pairs.push({
        key: pair(first.key, second.key), code: first.code * CODES + second.code,
        next: third && (phrase || !third.optional) && !inWords(third) ? nextOf(third.key) : -1
      })
    }
    const [words, joined] = await Promise.all([
      Promise.all(phrase && pairs.length ? [] : needed.map(async term => ({ ...term, lists: await this.index.lists(single(term.key)) }))),
      Promise.all(pairs.map(async one => ({ ...one, lists: await this.index.lists(one.key) })))
    ])
    const missing = words.flatMap((word, place) => word.lists.length ? [] : [terms.indexOf(needed[place])])
    const count = words.length, links = joined.length, chains = joined.filter(({ next }) => next >= 0).length
    // What each thing counts that one word or pair has in an article.
    const ofWords = new Tally(size), ofPairs = new Tally(size)
    ofWords.worth({ exact: accented ? links ? EXACT_WORDS : EXACT_PAIRS : 0, title: TITLE_WORDS, own: OWN }, count)
    ofPairs.worth({ any: NEAR, exact: accented ? EXACT_PAIRS : 0, title: TITLE_PAIRS, own: OWN_PAIRS }, links)
    for (const word of words) ofWords.add(word, field)
    for (const one of joined) ofPairs.add(one, field)
    const has = new Uint8Array(size), whole = new Uint8Array(size), exact = new Uint8Array(size), near = new Float32Array(size), score = new Float32Array(size)
    for (const number of words.length ? ofWords.having(count) : ofPairs.having(links)) {
      const of = ofPairs.counts[number]
      if (phrase && ((of & 0xFF) < links || (of >>> 16) < chains)) continue
      has[number] = 1
      exact[number] = (ofWords.counts[number] >>> 8 & 0xFF) === count && (!phrase || (of >>> 8 & 0xFF) === links) ? 1 : 0
      const together = links ? (of & 0xFF) / links : 1
      const chained = chains ? (of >>> 16) / chains : together
      near[number] = together
      whole[number] = together === 1 && chained === 1 ? 1 : 0
      score[number] = ofWords.points[number] + ofPairs.points[number] + (links ? 0 : NEAR) + CHAINED * chained
        + WHOLE * whole[number] + NEWER * number / size
    }
    return { has, whole, exact, near, score, missing }
  }

  /** What the chosen values of facets leave. */
  async chosen(result, facets) {
    const masks = {}
    for (const [facet, values] of Object.entries(facets)) {
      if (!values.length) continue
      const mask = masks[facet] = new Uint8Array(this.index.size)
      for (const value of values) {
        if (facet === "year") {
          this.fill(mask, [[Number(value), Number(value)]], 1)
        } else {
          for (const { documents } of await this.index.lists(single(`${facet}=${value}`))) {
            for (const number of documents) mask[number] = 1
          }
        }
      }
    }
    this.last.masks = masks
    return combined(result.mask, Object.values(masks))
  }

  /** Documents of a mask in an order; of the most relevant, so many at least. */
  order(mask, sort, wanted) {
    const found = []
    for (let number = 0; number < mask.length; number++) if (mask[number]) found.push(number)
    const total = found.length
    if (sort === "oldest") return { total, order: found }
    if (sort === "newest") return { total, order: found.reverse() }
    const { score } = this.last.result
    const least = total > wanted ? Float32Array.from(found, number => score[number]).sort()[total - wanted] : -Infinity
    const order = found.filter(number => score[number] >= least)
    return { total, order: order.sort((a, b) => score[b] - score[a] || b - a) }
  }

  /** One page of results with what is shown of each. Phrases are looked up in the texts. */
  async page(query, mask, options, other = null) {
    const limit = options.limit || PER_PAGE
    const phrases = query.groups.filter(group => group.phrase && group.terms.length > 2)
    const skip = ((options.page || 1) - 1) * limit
    const { order, total } = this.order(mask, options.sort || "relevance", phrases.length ? Infinity : skip + limit)
    if (!phrases.length) {
      const numbers = order.slice(skip, skip + limit)
      const shown = await Promise.all(numbers.map(number => this.shown(number)))
      const marked = other ? { ...query, groups: [...query.groups, ...other.groups] } : query
      return { total, about: false, results: this.settled([query, other], numbers, shown, options).map(one => excerpt(one, marked)) }
    }
    const results = []
    let checked = 0, missed = 0
    while (checked < total && results.length < skip + limit) {
      const numbers = order.slice(checked, checked + limit)
      const shown = await Promise.all(numbers.map(number => this.shown(number)))
      for (const one of shown) {
        if (phrases.every(phrase => holds(one, phrase))) results.push(excerpt(one, query))
        else missed++
      }
      checked += numbers.length
    }
    return { total: total - missed, about: checked < total, results: results.slice(skip, skip + limit) }
  }

  /** What is shown of a document. */
  shown(number) { return this.index.shown(number) }

  /** What is shown, with those behind that only looked like having all words in a row. */
  settled(queries, numbers, shown, { sort = "relevance" }) {
    const rows = queries.map(query => query ? query.groups.filter(({ terms, phrase }) => !phrase && terms.length > 2 && !terms.some(one => one.optional || one.date)) : [])
    if (sort !== "relevance" || !rows[0].length) return shown
    const { score, whole } = this.last.result
    const stands = one => rows.some(groups => groups.length && groups.every(row => holds(one, row)))
    const rated = shown.map((one, place) => ({
      one, points: score[numbers[place]] - (whole[numbers[place]] && !stands(one) ? WHOLE + CHAINED / 2 : 0)
    }))
    return rated.sort((a, b) => b.points - a.points).map(({ one }) => one)
  }

  /** Values of a facet with the number of results of each; its own choice does not count. */
  async facet(name) {
    const { result, masks = {} } = this.last
    const others = Object.entries(masks).filter(([facet]) => facet !== name).map(([, mask]) => mask)
    const mask = combined(result.mask, others)
    if (name === "year") return years(this.index, mask)
    const values = await this.index.facet(name)
    const counted = values.map(({ id, label, documents }) => {
      let count = 0
      for (const number of documents) count += mask[number]
      return { id, label, count }
    })
    return counted.filter(({ count }) => count).sort((a, b) => b.count - a.count)
  }

  /** Another query, where this one finds nothing: as keys were meant, or at one edit. */
  async mend(query) {
    const all = query.groups.flatMap((group, place) => group.terms.map((term, at) => ({ group: place, at, term })))
    const unknown = []
    for (const one of all) {
      if (!one.term.optional && !one.term.date && !(await this.index.lists(single(one.term.key))).length) unknown.push(one)
    }
    // Of words that were typed by keys some may look like others that there are: boong, cos.
    const decoded = unknown.length ? await this.decoded(query, unknown) : null
    let best = null
    for (const made of [decoded, await this.decoded(query, all)]) {
      const result = made && await this.answer(made)
      if (result?.count && !(best?.result.near >= result.near)) best = { query: made, result }
    }
    if (best) return best
    const base = decoded || query
    const suspects = unknown.length
      ? unknown.filter(({ group, at, term }) => base.groups[group].terms[at].key === term.key)
      : await this.strangers(query, all)
    return unknown.length ? this.respelled(base, suspects) : this.oneRespelled(base, suspects)
  }

  async decoded(query, places) {
    const made = copy(query)
    let changed = false
    for (const { group, at, term } of places) {
      const word = decode(term.token)
      if (!word) continue
      const [reading] = read(word)
      if (!(await this.index.lists(single(reading.key))).length) continue
      made.groups[group].terms[at] = { ...reading, token: word, was: term.token }
      changed = true
    }
    made.accented ||= changed
    return changed ? made : null
  }

  /** All unknown words by ones of the vocabulary; what stands beside known neighbours first. */
  async respelled(query, suspects) {
    const made = copy(query)
    for (const { group, at, term } of suspects) {
      const found = (await near(this.index, term.key)).slice(0, CANDIDATES)
      if (!found.length) return null
      const { terms } = made.groups[group]
      const rated = await Promise.all(found.map(async one => ({ one, beside: await this.beside(terms, at, one.key) })))
      const rank = ({ one, beside }) => 8 * beside + one.common - 3 * one.cost
      rated.sort((a, b) => rank(b) - rank(a))
      terms[at] = { ...terms[at], key: rated[0].one.key, token: rated[0].one.spelling, code: 0, was: term.token }
    }
    const result = await this.answer(made)
    const sure = suspects.every(({ term }) => term.key.length > 3) || result.near === 1
    const links = made.groups.some(({ terms }) => terms.length > 1)
    return result.count && sure && (!links || result.near > 0) ? { query: made, result } : null
  }

  async oneRespelled(query, suspects) {
    for (const { group, at, term } of suspects) {
      const { terms } = query.groups[group]
      const found = (await near(this.index, term.key)).slice(0, CANDIDATES)
      const rated = await Promise.all(found.map(async one => ({ one, beside: await this.beside(terms, at, one.key) })))
      for (const { one, beside } of rated.sort((a, b) => b.beside - a.beside)) {
        if (!beside) break
        const made = copy(query)
        made.groups[group].terms[at] = { ...term, key: one.key, token: one.spelling, code: 0, was: term.token }
        const result = await this.answer(made)
        if (result.count && result.near === 1) return { query: made, result }
      }
    }
    return null
  }

  /**
   * What was probably meant by words that all exist: those around one of them stand together, it
   * stands with none of its neighbours anywhere, and another word at one edit does.
   */
  async hint(query, result) {
    if (!result.count || result.near === 1 || query.groups.length !== 1) return null
    const [{ terms, phrase, field }] = query.groups
    if (phrase || field || terms.length < 3 || terms.some(term => term.optional || term.date)) return null
    const suspect = await this.stranger(terms)
    return suspect < 0 ? null : this.oneRespelled(query, [{ group: 0, at: suspect, term: terms[suspect] }])
  }

  /** The one word that stands with none of its neighbours anywhere, if all others do; else -1. */
  async stranger(terms) {
    const links = await Promise.all(terms.slice(1).map(async (term, place) =>
      (await this.index.lists(pair(terms[place].key, term.key))).length > 0))
    const broken = links.flatMap((holds, place) => holds ? [] : [place])
    if (broken.length === 2 && broken[1] === broken[0] + 1) return broken[1]
    if (broken.length !== 1) return -1
    if (broken[0] === 0) return 0
    return broken[0] === links.length - 1 ? terms.length - 1 : -1
  }

  /** In how many of its neighbours' company a word stands anywhere: 0, 1 or 2. */
  async beside(terms, at, key) {
    const before = terms[at - 1], after = terms[at + 1]
    const found = await Promise.all([
      before ? this.index.lists(pair(before.key, key)) : [],
      after ? this.index.lists(pair(key, after.key)) : []
    ])
    return found.filter(lists => lists.length).length
  }

  /** Words to doubt, where all exist: who stands with no neighbour, then the rarest. */
  async strangers(query, all) {
    const found = await Promise.all(query.groups.map(({ terms }) => terms.length > 1 ? this.stranger(terms) : -1))
    const first = all.filter(({ group, at }) => found[group] === at)
    return [...first, ...(await this.rarest(all)).filter(one => !first.some(({ group, at }) => group === one.group && at === one.at))]
  }

  async rarest(all) {
    const counted = await Promise.all(all.filter(({ term }) => !term.optional && !term.date).map(async one => {
      const lists = await this.index.lists(single(one.term.key))
      return { ...one, count: lists.reduce((sum, list) => sum + list.documents.length, 0) }
    }))
    return counted.sort((a, b) => a.count - b.count).slice(0, 2)
  }
}

const ANY = 1, EXACT = 2, IN_TITLE = 4, IN_TEXT = 8, IS_CHAINED = 16

/** Of how many terms each document has something, and what that is worth. */
class Tally {
  constructor(size) {
    this.seen = new Uint8Array(size)
    /** Eight bits each: terms in any spelling, and in the very one; sixteen: pairs with the word behind. */
    this.counts = new Uint32Array(size)
    this.points = new Float64Array(size)
  }

  /** How much each of `any`, `exact`, `title` and `own` weighs if all of so many terms have it. */
  worth({ any = 0, exact = 0, title = 0, own = 0 }, terms) {
    this.weights = Float64Array.from({ length: 32 }, (_, what) => terms && (
      any + (what & EXACT ? exact : 0) + (what & IN_TITLE ? title : 0) + (what & IN_TEXT ? own : 0)) / terms)
  }

  add({ code, lists, next = -1 }, only) {
    const { seen } = this
    const counted = only === "title" ? lists.filter(({ field }) => field === TITLE) : lists
    for (const { code: its, field, documents, nexts } of counted) {
      const what = ANY | (its === code ? EXACT : 0) | (field === TITLE ? IN_TITLE : 0) | (field === ABOUT ? 0 : IN_TEXT)
      for (let place = 0; place < documents.length; place++) seen[documents[place]] |= what
      if (next < 0) continue
      for (let place = 0; place < documents.length; place++) {
        if (mayFollow(nexts[place], next)) seen[documents[place]] |= IS_CHAINED
      }
    }
    for (const { documents } of counted) this.count(documents)
  }

  /** Count what was seen of a term, each document once. */
  count(documents) {
    const { seen, counts, points, weights } = this
    for (let place = 0; place < documents.length; place++) {
      const number = documents[place], what = seen[number]
      if (!what) continue
      seen[number] = 0
      counts[number] += 1 + ((what & EXACT) << 7) + ((what & IS_CHAINED) << 12)
      points[number] += weights[what]
    }
  }

  /** Documents that have so many terms at least, in order. */
  having(terms) {
    const { counts } = this, found = []
    for (let number = 0; number < counts.length; number++) if ((counts[number] & 0xFF) >= terms) found.push(number)
    return found
  }
}

// A date in words may stand in digits in a text, so that nothing is known of its neighbours.
const inWords = term => !!term.date

const all = lists => lists.flatMap(({ documents }) => [...documents])

function restrict(mask, documents, not) {
  if (not) for (const number of documents) mask[number] = 0
  else {
    const kept = new Uint8Array(mask.length)
    for (const number of documents) kept[number] = 1
    for (let number = 0; number < mask.length; number++) mask[number] &= kept[number]
  }
}

function combined(mask, masks) {
  const made = mask.slice()
  for (const one of masks) for (let number = 0; number < made.length; number++) made[number] &= one[number]
  return made
}

/** All that answers either of two queries, by the one that it answers better. */
function merged(one, other) {
  const made = {
    ...one, mask: one.mask.slice(), score: one.score.slice(), whole: one.whole.slice(), foreign: one.foreign?.slice(), count: 0
  }
  for (let number = 0; number < made.mask.length; number++) {
    if (other.mask[number] && (!one.mask[number] || other.score[number] > one.score[number])) {
      made.mask[number] = 1
      made.score[number] = other.score[number]
      made.whole[number] = other.whole[number]
      if (made.foreign) made.foreign[number] = other.foreign[number]
    }
    made.count += made.mask[number]
  }
  return made
}

function best(values, mask) {
  let most = 0
  for (let number = 0; number < mask.length; number++) if (mask[number] && values[number] > most) most = values[number]
  return most
}

function years(index, mask) {
  const counts = new Map()
  index.slots.forEach((slot, place) => {
    const year = index.year(slot)
    if (year < index.manifest.origin) return
    let found = 0
    const end = index.starts[place + 1] ?? index.size
    for (let number = index.starts[place]; number < end; number++) found += mask[number]
    if (found) counts.set(year, (counts.get(year) || 0) + found)
  })
  return [...counts].map(([year, count]) => ({ id: String(year), label: String(year), count })).reverse()
}

const copy = query => ({ ...query, groups: query.groups.map(group => ({ ...group, terms: group.terms.map(term => ({ ...term })) })) })

/** What was typed, with the words that were replaced. */
function spell(text, query) {
  let made = text.normalize("NFC")
  for (const term of query.groups.flatMap(group => group.terms)) {
    if (!term.was) continue
    const at = made.toLowerCase().indexOf(term.was)
    if (at >= 0) made = made.slice(0, at) + term.token + made.slice(at + term.was.length)
  }
  return made
}
