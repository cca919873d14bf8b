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

const joined = (one, two) => one * 256 + (two >>> 24)

/** The number of a key. */
export const single = key => joined(...lanes(key))

/** The number of two adjacent words. */
export function pair(first, second) {
  const [a, b] = lanes(first), [c, d] = lanes(second)
  return joined(
    mixed(Math.imul(a, A) + Math.imul(d, B)), mixed(Math.imul(b, C) + Math.imul(c, D)))
}
