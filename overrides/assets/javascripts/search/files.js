// Files of the index: fetched once, unpacked by the browser, and checked to be of one index.

/** What went wrong, by `code`: `changed` (parts of two indexes), `missing`, `offline`, `old` (this
 *  program, for the index), `browser` (which cannot unpack). */
export class IndexError extends Error {
  constructor(code, path) {
    super(`${code}: ${path}`)
    this.code = code
  }
}

const FORMAT = 1
const KEY_BITS = 40, PLACE_BITS = 24

async function unpack(response) {
  let stream = response.body
  if (!stream) return new Uint8Array()
  return new Uint8Array(await new Response(stream.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer())
}

/** Numbers of seven bits a byte, one after the other. */
export class Numbers {
  constructor(bytes, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  next() {
    let value = 0, scale = 1, byte
    do {
      byte = this.bytes[this.at++]
      value += (byte & 127) * scale
      scale *= 128
    } while (byte > 127)
    return value
  }

  skip(count) {
    while (count) if (this.bytes[this.at++] < 128) count--
  }

  get ended() { return this.at >= this.bytes.length }
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
    const raw = Uint8Array.from(atob(manifest.stamps), character => character.charCodeAt(0))
    this.stamps = new DataView(raw.buffer)
    let start = 0
    this.blocks = manifest.blocks.map(([name, count, stamp]) => {
      const block = { name, count, stamp, start }
      start += count
      return block
    })
    return this
  }

  get size() { return this.manifest.documents }

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

  /** Lists of a key: `{code, field, documents}`; none if nothing has it. */
  async lists(key) {
    const bits = this.manifest.shards
    const shard = Math.floor(key / 2 ** (KEY_BITS - bits))
    const expected = this.stamps.getUint16(shard * 2, true)
    if (!expected) return []
    const path = `k/${shard.toString(16)}.bin`
    const { stamp, bytes } = await this.file(path)
    if (((stamp & 0xFFFF) || 1) !== expected) throw new IndexError("changed", path)
    const place = Math.floor(key / 2 ** (KEY_BITS - bits - PLACE_BITS)) % 2 ** PLACE_BITS
    return find(bytes, place)
  }

  /** What is shown of a document. */
  async shown(number) {
    const block = this.blockOf(number)
    const path = `a/${block.name}/${number - block.start}.bin`
    const { bytes } = await this.file(path)
    if ((bytes[0] | (bytes[1] << 8)) !== block.stamp) throw new IndexError("changed", path)
    return JSON.parse(new TextDecoder().decode(bytes.subarray(2)))
  }

  blockOf(number) {
    let low = 0, high = this.blocks.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.blocks[middle].start <= number) low = middle
      else high = middle - 1
    }
    return this.blocks[low]
  }

  /** Numbers of the documents of some years, as ranges `[first, behind the last]`. */
  years(from, to) {
    return this.blocks.filter(block => {
      const year = parseInt(block.name, 10)
      return year >= from && year <= to
    }).map(block => [block.start, block.start + block.count])
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
    return heads.map(([id, label, count]) => ({ id, label, documents: documents(numbers, count) }))
  }
}

function documents(numbers, count) {
  const made = new Uint32Array(count)
  for (let place = 0, before = -1; place < count; place++) {
    before += numbers.next() + 1
    made[place] = before
  }
  return made
}

/** The lists of the key at a place of a shard. */
function find(bytes, wanted) {
  const numbers = new Numbers(bytes)
  const lists = []
  let place = 0
  while (!numbers.ended) {
    place += numbers.next()
    if (place > wanted) return lists
    for (let last = 0; !last;) {
      const code = numbers.next(), head = numbers.next()
      last = head & 1
      const count = Math.floor(head / 16), paired = head & 8
      if (place === wanted) {
        const list = { code, field: (head >> 1) & 3, documents: documents(numbers, count) }
        if (paired) list.nexts = Uint32Array.from(list.documents, () => numbers.next())
        lists.push(list)
      } else numbers.skip(paired ? 2 * count : count)
    }
    if (place === wanted) return lists
  }
  return lists
}
