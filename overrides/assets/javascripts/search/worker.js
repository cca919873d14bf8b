// The worker: an engine for each edition, asked by messages and answering by messages.
//
//     {id, call: "search", base, text, options}   →   {id, value} or {id, error}

import { Engine } from "./engine.js"
import { Index } from "./files.js"

const engines = new Map()

function engine(base) {
  if (!engines.has(base)) {
    const made = new Index(base).open().then(index => new Engine(index))
    made.catch(() => engines.delete(base))
    engines.set(base, made)
  }
  return engines.get(base)
}

const calls = {
  open: async base => { await engine(base) },
  search: async (base, text, options) => (await engine(base)).search(text, options),
  facet: async (base, name) => (await engine(base)).facet(name)
}

self.addEventListener("message", async ({ data: { id, call, base, given } }) => {
  try {
    self.postMessage({ id, value: await calls[call](base, ...given) })
  } catch (error) {
    self.postMessage({ id, error: error.code || "broken", detail: String(error.message || error) })
  }
})
