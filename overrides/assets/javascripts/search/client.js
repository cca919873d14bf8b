// The page's side of the worker.

const LANGS = ["vi", "en"]

/** Addresses of the indexes of a site: the one of the reader's language, and the other. */
export const indexes = (root, lang) => [lang, ...LANGS.filter(one => one !== lang)]
  .map(one => new URL(`search/${one}/`, new URL(root, document.baseURI)).href)

/** An error of the index, with its `code`: those of `IndexError`, or `broken`. */
export class SearchError extends Error {
  constructor(code, detail) {
    super(detail)
    this.code = code
  }
}

export class Search {
  /**
   * @param {string} base  address of the edition's index, with a slash at its end
   * @param {string} other  the same of the other edition's; none if it is never asked
   */
  constructor(base, other = "") {
    this.bases = [base, other].filter(Boolean).map(address => new URL(address, document.baseURI).href)
    this.waiting = new Map()
    this.count = 0
    this.failure = null
    this.worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" })
    this.worker.addEventListener("message", ({ data: { id, value, error, detail } }) => {
      const { resolve, reject } = this.waiting.get(id)
      this.waiting.delete(id)
      if (error) reject(new SearchError(error, detail))
      else resolve(value)
    })
    // All else is told by message: the worker did not start, and never will.
    this.worker.addEventListener("error", event => {
      event.preventDefault()
      this.failure = new SearchError("broken", event.message)
      for (const { reject } of this.waiting.values()) reject(this.failure)
      this.waiting.clear()
    })
  }

  ask(call, both, ...given) {
    if (this.failure) return Promise.reject(this.failure)
    const id = ++this.count
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.worker.postMessage({ id, call, bases: both ? this.bases : this.bases.slice(0, 1), given })
    })
  }

  open() { return this.ask("open", false) }

  /** Options as `Engine.search` has them; and `both`, whether the other edition is asked too. */
  search(text, { both = false, ...options } = {}) { return this.ask("search", both, text, options) }

  /** Of the last answer. */
  facet(name) { return this.ask("facet", false, name) }
}
