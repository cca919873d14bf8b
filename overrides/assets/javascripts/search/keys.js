// Keys as numbers of 40 bits: the twin of generator/press/search/keys.py.

const A = 0x9E3779B1, B = 0x5F356495, C = 0x85EBCA6B, D = 0xC2B2AE35

function mixed(value) {
  value = Math.imul(value ^ (value >>> 16), C)
  value = Math.imul(value ^ (value >>> 13), D)
  return (value ^ (value >>> 16)) >>> 0
}

/** Two numbers of 32 bits for a key. */
export function lanes(key) {
  let one = 0xDEADBEEF, two = 0x41C6CE57
  for (let place = 0; place < key.length; place++) {
    const unit = key.charCodeAt(place)
    one = Math.imul(one ^ unit, A)
    two = Math.imul(two ^ unit, B)
    one ^= two >>> 15
    two ^= one >>> 13
  }
  return [mixed(one), mixed(two)]
}

const joined = (one, two, last) => one * 256 + ((two >>> 24) & 254 | last)

/** The number of a key. */
export const single = key => joined(...lanes(key), 0)

/** What the posting of a pair keeps of the word behind it. */
export const nextOf = key => lanes(key)[0] >>> 28

const NOTHING = 16, SEVERAL = 17

/** Whether a word may stand behind a pair, by what its posting keeps. */
export const mayFollow = (kept, next) => kept < NOTHING ? kept === next : kept > NOTHING && (kept - SEVERAL >> next & 1) === 1

/** The number of two adjacent words. */
export function pair(first, second) {
  const [a, b] = lanes(first), [c, d] = lanes(second)
  return joined(
    mixed(Math.imul(a, A) + Math.imul(d, B)), mixed(Math.imul(b, C) + Math.imul(c, D)), 1)
}
