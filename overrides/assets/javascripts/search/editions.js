// Both editions at once: what is there in the other language only is found too.
//
// Both number the same articles in the same order, so that what one finds can be added to what
// the other does. An article is shown in the reader's language wherever it was found in it.

import { Engine } from "./engine.js"
import { IndexError } from "./files.js"
import { single } from "./keys.js"

// What an article in the reader's own language is ahead by.
const OWN_LANGUAGE = 1

export class Editions extends Engine {
  /** @param {Index} own  of the reader's language
   *  @param {Index} other */
  constructor(own, other) {
    super(own)
    this.other = new Engine(other)
    const [one, two] = [own, other].map(({ manifest }) => [manifest.origin, manifest.days, manifest.months].join())
    if (one !== two) throw new IndexError("changed", "manifest.bin")
  }

  async answer(query) {
    const [mine, theirs] = await Promise.all([super.answer(query), this.other.answer(query)])
    const foreign = new Uint8Array(this.index.size)
    const own = await this.written()
    if (query.without.length) await this.keepOut(query, mine, theirs)
    mine.count = 0
    for (let number = 0; number < foreign.length; number++) {
      if (theirs.mask[number] && !(mine.mask[number] && own[number])) {
        foreign[number] = 1
        const score = theirs.score[number] - OWN_LANGUAGE
        mine.score[number] = mine.mask[number] ? Math.max(mine.score[number], score) : score
        mine.whole[number] = theirs.whole[number]
        mine.mask[number] = 1
      }
      mine.count += mine.mask[number]
    }
    return { ...mine, foreign, near: Math.max(mine.near, theirs.near) }
  }

  /** What a word keeps out in one language it keeps out in both. */
  async keepOut(query, mine, theirs) {
    const only = { ...query, groups: [], filters: [], years: [], otherYears: [] }
    const [here, there] = await Promise.all([super.answer(only), this.other.answer(only)])
    for (let number = 0; number < this.index.size; number++) {
      const stays = here.mask[number] & there.mask[number]
      mine.mask[number] &= stays
      theirs.mask[number] &= stays
    }
  }

  /** Which articles have a text in the reader's language. */
  async written() {
    if (!this.own) {
      this.own = new Uint8Array(this.index.size)
      const lists = await this.index.lists(single(`language=${this.index.manifest.lang}`))
      for (const { documents } of lists) for (const number of documents) this.own[number] = 1
    }
    return this.own
  }

  /** What is shown of an article; its outlet has its name in the reader's language. */
  async shown(number) {
    if (!this.last.result.foreign[number]) return this.index.shown(number)
    const [theirs, { outlet }] = await Promise.all([this.other, this].map(({ index }) => index.shown(number)))
    return { ...theirs, outlet }
  }

  async mend(query) {
    const mended = await super.mend(query)
    if (mended) return mended
    const other = await this.other.mend(query)
    return other && { query: other.query, result: await this.answer(other.query) }
  }
}
