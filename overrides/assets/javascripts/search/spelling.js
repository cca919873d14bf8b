// The speller: words of the vocabulary at one edit from one that no article has.

import { lanes } from "./keys.js"

/** Words at one edit from a word, the likeliest first: `{key, spelling, common}`. */
export async function near(index, word) {
  if (word.length < 2 || !/^\p{L}+$/u.test(word)) return []
  const bits = index.manifest.vocabulary
  const anchors = ["^" + word.slice(0, 2), "$" + word.slice(-2), "*" + word[0] + word[word.length - 1]]
  const buckets = new Set(anchors.map(anchor => bits ? lanes(anchor)[0] >>> (32 - bits) : 0))
  const files = await Promise.all([...buckets].map(number => index.file(`v/${number.toString(16)}.bin`).catch(() => null)))
  const found = new Map()
  for (const file of files) {
    if (!file) continue
    for (const line of file.text().split("\n")) {
      const [key, spelling, common] = line.split(" ")
      if (Math.abs(key.length - word.length) > 1 || found.has(key)) continue
      const cost = edit(word, key)
      if (cost) found.set(key, { key, spelling: spelling || key, common: Number(common), cost })
    }
  }
  const rank = one => one.common - 3 * one.cost
  return [...found.values()].sort((a, b) => rank(b) - rank(a) || (a.key < b.key ? -1 : 1))
}

/** How unlikely the one edit between two words is: 1 or 2; 0 if they are equal or further apart. */
export function edit(typed, meant) {
  let start = 0, end = 0
  const shorter = Math.min(typed.length, meant.length)
  while (start < shorter && typed[start] === meant[start]) start++
  while (end < shorter - start && typed[typed.length - 1 - end] === meant[meant.length - 1 - end]) end++
  const from = typed.slice(start, typed.length - end), to = meant.slice(start, meant.length - end)
  if (from.length === 2 && to.length === 2) return from[0] === to[1] && from[1] === to[0] ? 1 : 0
  if (from.length + to.length === 1) {
    const letter = from || to, whole = from ? typed : meant
    const place = start
    return whole[place - 1] === letter || whole[place + 1] === letter ? 1 : 1.5
  }
  return from.length === 1 && to.length === 1 ? 2 : 0
}
