// The worker: an engine for each question, asked by messages and answering by messages.
//
//     {id, call: "search", bases: [own, other?], given: [text, options]}   →   {id, value} or {id, error}

import { Editions } from "./editions.js"
import { Engine } from "./engine.js"
import { Index } from "./files.js"

const indexes = new Map()
let last = null

function opened(base, cache) {
  if (!indexes.has(base)) {
    const made = new Index(base, cache).open()
    made.catch(() => indexes.delete(base))
    indexes.set(base, made)
  }
  return indexes.get(base)
}

async function engine(bases, cache) {
  const [own, other] = await Promise.all(bases.map(base => opened(base, cache)))
  return other ? new Editions(own, other) : new Engine(own)
}

const calls = {
  async open(id, bases, cache) { await engine(bases, cache) },
  async search(id, bases, cache, text, options) {
    const asked = await engine(bases, cache)
    const value = await asked.search(text, options)
    if (!last || id > last.id) last = { id, engine: asked }
    return value
  },
  // Of the last answer: its values are counted, whatever was asked meanwhile.
  async facet(id, bases, cache, name) { return last.engine.facet(name) }
}

/** Ask; where parts of two indexes met, as while a site is being replaced, once more from the start. */
async function answer(id, call, bases, given) {
  try {
    return await calls[call](id, bases, undefined, ...given)
  } catch (error) {
    if (error.code !== "changed" || call === "facet") throw error
    for (const base of bases) indexes.delete(base)
    return calls[call](id, bases, "no-cache", ...given)
  }
}

self.addEventListener("message", async ({ data: { id, call, bases, given } }) => {
  try {
    self.postMessage({ id, value: await answer(id, call, bases, given) })
  } catch (error) {
    self.postMessage({ id, error: error.code || "broken", detail: String(error.message || error) })
  }
})
