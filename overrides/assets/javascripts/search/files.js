// Files of the index: fetched once, unpacked by the browser, and checked to be of one index.

/** What went wrong, by `code`: `changed` (parts of two indexes), `missing`, `offline`, `old` (this
 *  program, for the index), `browser` (which cannot unpack). */
export class IndexError extends Error {
  constructor(code, path) {
    super(`${code}: ${path}`)
    this.code = code
  }
}

const FORMAT = 3
const KEY_BITS = 40, PLACE_BITS = 24
// Of stamps.py: so many stamps stand in the manifest; of more, pages of so many each.
const MOST_STAMPS = 2 ** 12, PER_PAGE = 2 ** 9
const short = stamp => (stamp & 0xFFFF) || 1
// The calendar of slots.py: slots without a date, of a month, of a year; bits of a wide ordinal.
const UNDATED = 512, PER_MONTH = 32, PER_YEAR = 13 * 32, WIDE = 2 ** 16
const monthOf = slot => slot < UNDATED ? -1 : Math.floor((slot - UNDATED) / PER_MONTH)

const whole = async body => new Uint8Array(await new Response(body).arrayBuffer())

/** What is in a file: gzip checks itself, and what is not packed is checked here. */
async function unpack(response) {
  const bytes = await whole(response.body)
  if (bytes[0] === 0x1F && bytes[1] === 0x8B) return whole(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")))
  if (bytes.length < 8 || new DataView(bytes.buffer).getUint32(4, true) !== crc32(bytes.subarray(8))) throw new Error("damaged")
  return bytes
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xEDB88320 : byte >>> 1
  return byte
})

/** The check sum of gzip and zlib. */
export function crc32(bytes) {
  let sum = -1
  for (let at = 0; at < bytes.length; at++) sum = CRC[(sum ^ bytes[at]) & 255] ^ (sum >>> 8)
  return ~sum >>> 0
}

/** Numbers of seven bits a byte, one after the other. */
export class Numbers {
  constructor(bytes, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  next() {
    let byte = this.bytes[this.at++]
    if (byte < 128) return byte
    let value = byte & 127, scale = 128
    do {
      byte = this.bytes[this.at++]
      value += (byte & 127) * scale
      scale *= 128
    } while (byte > 127)
    return value
  }

  skip(count) {
    const { bytes } = this
    let { at } = this
    while (count) if (bytes[at++] < 128) count--
    this.at = at
  }

  get ended() { return this.at >= this.bytes.length }
}

function bytesOf(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text)
  const letters = atob(text), made = new Uint8Array(letters.length)
  for (let place = 0; place < made.length; place++) made[place] = letters.charCodeAt(place)
  return made
}

export class Index {
  /**
   * @param {string} base  address of the edition's folder, with a slash at its end
   * @param {RequestCache} cache  `no-cache` to ask the host for each file anew
   */
  constructor(base, cache = "default") {
    this.base = base
    this.cache = cache
    this.waiting = new Map()
  }

  /** Read the manifest; all else needs it. */
  async open() {
    if (typeof DecompressionStream === "undefined") throw new IndexError("browser", "manifest.bin")
    const { text } = await this.file("manifest.bin", "no-cache")
    const manifest = JSON.parse(text())
    if (manifest.format !== FORMAT) throw new IndexError("old", "manifest.bin")
    this.manifest = manifest
    this.stamps = new DataView(bytesOf(manifest.stamps).buffer)
    this.readDays(bytesOf(manifest.days), bytesOf(manifest.months))
    return this
  }

  get size() { return this.manifest.documents }

  /** Slots that have documents, the number of the first document of each, and the same by slot;
   *  stamps of the months that have any, which stand one after the other. */
  readDays(bytes, marks) {
    const numbers = new Numbers(bytes), most = bytes.length / 2
    const slots = new Uint32Array(most), starts = new Uint32Array(most), months = new Map()
    let count = 0, slot = 0, start = 0, mark = 0, nextMonth = 0
    for (; !numbers.ended; count++) {
      slots[count] = slot += numbers.next()
      starts[count] = start
      start += numbers.next()
      if (slot < nextMonth) continue
      const month = monthOf(slot)
      nextMonth = UNDATED + PER_MONTH * (month + 1)
      months.set(month, marks[mark] | (marks[mark + 1] << 8))
      mark += 2
    }
    this.slots = slots.subarray(0, count)
    this.starts = starts.subarray(0, count)
    this.months = months
    this.first = new Uint32Array(slot + 1)
    for (let place = 0; place < count; place++) this.first[slots[place]] = starts[place]
  }

  /** The name of a slot's month, `2021-10`, or `undated`. */
  month(slot) {
    if (slot < UNDATED) return "undated"
    const two = value => String(value).padStart(2, "0")
    return `${String(this.year(slot)).padStart(4, "0")}-${two(Math.floor((slot - UNDATED) % PER_YEAR / PER_MONTH))}`
  }

  year(slot) { return this.manifest.origin + Math.floor((slot - UNDATED) / PER_YEAR) }

  /** One file, once: its stamp, its bytes, its text. */
  file(path, cache = this.cache) {
    if (!this.waiting.has(path)) {
      const made = this.fetch(path, cache)
      made.catch(() => this.waiting.delete(path))
      this.waiting.set(path, made)
    }
    return this.waiting.get(path)
  }

  async fetch(path, cache) {
    let response, bytes
    try {
      response = await fetch(this.base + path, { cache })
    } catch {
      throw new IndexError("offline", path)
    }
    if (!response.ok) throw new IndexError(this.manifest ? "changed" : "missing", path)
    try {
      bytes = await unpack(response)
    } catch {
      throw new IndexError("changed", path)
    }
    if (new TextDecoder().decode(bytes.subarray(0, 4)) !== "ANS1") throw new IndexError("changed", path)
    const view = new DataView(bytes.buffer)
    const contents = bytes.subarray(8)
    return { stamp: view.getUint32(4, true), bytes: contents, text: () => new TextDecoder().decode(contents) }
  }

  /** The stamp of a shard; 0 if there is none. */
  async stampOf(shard) {
    if (2 ** this.manifest.shards <= MOST_STAMPS) return this.stamps.getUint16(shard * 2, true)
    const page = Math.floor(shard / PER_PAGE), path = `s/${page.toString(16)}.bin`
    const { stamp, bytes } = await this.file(path)
    if (short(stamp) !== this.stamps.getUint16(page * 2, true)) throw new IndexError("changed", path)
    const at = shard % PER_PAGE * 2
    return bytes[at] | bytes[at + 1] << 8
  }

  /** Lists of a key: `{code, field, documents}`; none if nothing has it. */
  async lists(key) {
    const bits = this.manifest.shards
    const shard = Math.floor(key / 2 ** (KEY_BITS - bits))
    const expected = await this.stampOf(shard)
    if (!expected) return []
    const path = `k/${shard.toString(16)}.bin`
    const { stamp, bytes } = await this.file(path)
    if (short(stamp) !== expected) throw new IndexError("changed", path)
    const place = Math.floor(key / 2 ** (KEY_BITS - bits - PLACE_BITS)) % 2 ** PLACE_BITS
    return this.find(bytes, place, key % 2)
  }

  /** What is shown of a document. */
  async shown(number) {
    const at = this.slotOf(number), slot = this.slots[at], month = this.month(slot)
    const day = slot < UNDATED ? slot : (slot - UNDATED) % PER_MONTH
    const path = `a/${month}/${day}-${number - this.starts[at]}.bin`
    // Asked anew each time: the stamp tells which articles a month has, not what they say, and what
    // was corrected or taken down must not be shown from a cache.
    const { bytes } = await this.file(path, "no-cache")
    if ((bytes[0] | (bytes[1] << 8)) !== this.months.get(monthOf(slot))) throw new IndexError("changed", path)
    return JSON.parse(new TextDecoder().decode(bytes.subarray(2)))
  }

  /** Which of the slots has a document. */
  slotOf(number) {
    let low = 0, high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.starts[middle] <= number) low = middle
      else high = middle - 1
    }
    return low
  }

  /** Numbers of the documents of some years, as ranges `[first, behind the last]`. */
  years(from, to) {
    const before = year => {
      const place = this.slots.findIndex(slot => slot >= UNDATED && this.year(slot) >= year)
      return place < 0 ? this.size : this.starts[place]
    }
    return [[before(from), before(to + 1)]]
  }

  /** A facet: its values with id, name and documents. */
  async facet(name) {
    if (!Object.hasOwn(this.manifest.facets, name)) return []
    const path = `f/${name}.bin`
    const { stamp, bytes } = await this.file(path)
    if (stamp !== this.manifest.facets[name]) throw new IndexError("changed", path)
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
    const heads = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)))
    const numbers = new Numbers(bytes, 4 + length)
    return heads.map(([id, label, count]) => ({ id, label, documents: this.documents(numbers, count) }))
  }

  /** The next documents of a list: how far each is from the one before, as slots.py says it. */
  documents(numbers, count) {
    const made = new Uint32Array(count), { first } = this
    const scale = 2 ** this.manifest.ordinals, most = scale - 1
    let slot = 0, next = first[0]
    for (let place = 0; place < count; place++) {
      const value = numbers.next()
      let left = value % scale, gap = (value - left) / scale
      if (left === most) {
        left = gap % WIDE
        gap = (gap - left) / WIDE
      }
      if (gap) {
        slot += gap
        next = first[slot]
      }
      next += left
      made[place] = next++
    }
    return made
  }

  /** The lists of the key at a place of a shard. */
  find(bytes, wanted, pair) {
    const numbers = new Numbers(bytes)
    const lists = []
    let place = 0
    while (!numbers.ended) {
      place += numbers.next()
      if (place > wanted) return lists
      for (let last = 0; !last;) {
        const code = numbers.next(), head = numbers.next()
        last = head & 1
        const count = Math.floor(head / 16), paired = head & 8 ? 1 : 0
        if (place === wanted && paired === pair) {
          const list = { code, field: (head >> 1) & 3, documents: this.documents(numbers, count) }
          if (paired) list.nexts = Uint32Array.from(list.documents, () => numbers.next())
          lists.push(list)
        } else numbers.skip(paired ? 2 * count : count)
      }
      if (place === wanted) return lists
    }
    return lists
  }
}
