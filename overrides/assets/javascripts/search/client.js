// The page's side of the worker.

/** An error of the index, with its `code`: `changed`, `missing`, `offline`, `old` or `broken`. */
export class SearchError extends Error {
  constructor(code, detail) {
    super(detail)
    this.code = code
  }
}

export class Search {
  /** @param {string} base  address of the edition's index, with a slash at its end */
  constructor(base) {
    this.base = new URL(base, document.baseURI).href
    this.waiting = new Map()
    this.count = 0
    this.worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" })
    this.worker.addEventListener("message", ({ data: { id, value, error, detail } }) => {
      const { resolve, reject } = this.waiting.get(id)
      this.waiting.delete(id)
      if (error) reject(new SearchError(error, detail))
      else resolve(value)
    })
    this.worker.addEventListener("error", event => {
      for (const { reject } of this.waiting.values()) reject(new SearchError("broken", event.message))
      this.waiting.clear()
    })
  }

  ask(call, ...given) {
    const id = ++this.count
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.worker.postMessage({ id, call, base: this.base, given })
    })
  }

  open() { return this.ask("open") }

  search(text, options = {}) { return this.ask("search", text, options) }

  facet(name) { return this.ask("facet", name) }
}
