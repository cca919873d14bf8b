// The page of search: what is in its address is what it shows.
//
// All it needs is in the HTML: an element `[data-search]` with `data-base` (root of the site),
// `data-both` (whether some articles are in the other language only) and `data-words` (texts, as
// JSON), and in it a form with an input `q`, and `[data-part]`s.

import { onShortcut } from "./box.js"
import { indexes, Search } from "./client.js"
import { element, numbered, onTyped, sayer } from "./dom.js"
import { Facets, FACETS } from "./facets.js"
import { result } from "./results.js"

const FIRST = 10, PER_PAGE = 20
const SORTS = ["relevance", "newest", "oldest"]

export class SearchPage {
  constructor(root) {
    this.root = root
    this.lang = root.lang || document.documentElement.lang
    this.say = sayer(JSON.parse(root.dataset.words))
    this.base = new URL(root.dataset.base || "/", document.baseURI)
    this.both = "both" in root.dataset
    this.form = root.querySelector("form")
    this.input = this.form.elements.q
    this.title = document.title
    this.turn = 0
    this.drawn = []
    this.facets = new Facets(this)
    this.form.addEventListener("submit", event => {
      event.preventDefault()
      this.settle()
      this.go({ q: this.input.value.trim(), page: "" }, true)
    })
    this.settle = onTyped(this.input, () => this.go({ q: this.input.value.trim(), page: "" }, false))
    onShortcut(() => {
      this.input.select()
      this.input.focus()
    })
    window.addEventListener("popstate", () => {
      this.settle()
      this.input.value = this.query
      this.show()
    })
    const voice = this.form.querySelector("[data-voice]")
    if (voice) import("./voice.js").then(({ offer }) => offer(voice, this.input))
    this.input.value = this.query
    this.show()
  }

  get asked() { return new URLSearchParams(location.search) }

  /** What is asked for in words: no more than the input takes, however long the address is. */
  get query() { return (this.asked.get("q") || "").slice(0, this.input.maxLength).trim() }

  /** The worker, once there is something to ask. */
  get search() {
    this.made ??= new Search(...indexes(this.base, this.lang))
    return this.made
  }

  part(name) { return this.root.querySelector(`[data-part="${name}"]`) }

  number(number) { return numbered(number, this.lang) }

  /** The address with some of its parts changed. */
  address(changes) {
    const { asked } = this
    for (const [name, value] of Object.entries(changes)) {
      asked.delete(name)
      for (const one of [value].flat()) if (one) asked.append(name, one)
    }
    const text = asked.toString()
    return location.pathname + (text && `?${text}`)
  }

  go(changes, isStep) {
    const address = this.address(changes)
    if (address !== location.pathname + location.search) history[isStep ? "pushState" : "replaceState"](null, "", address)
    return this.show()
  }

  /** Show what the address asks for. An answer that comes after a newer question is dropped. */
  async show() {
    const turn = ++this.turn
    const { asked, query } = this
    const facets = Object.fromEntries(FACETS.map(name => [name, [...new Set(asked.getAll(name).filter(Boolean))]]).filter(([, all]) => all.length))
    const options = {
      facets, sort: SORTS.includes(asked.get("sort")) ? asked.get("sort") : "relevance",
      page: Math.max(1, parseInt(asked.get("page"), 10) || 1)
    }
    document.title = query ? `${query} – ${this.title}` : this.title
    for (const link of document.querySelectorAll("a.switch[hreflang]")) link.search = location.search
    if (!query && !Object.keys(facets).length) return this.rest()
    this.part("results").setAttribute("aria-busy", "true")
    try {
      const answer = await this.answer(turn, query, options)
      if (turn !== this.turn) return
      const last = Math.max(1, Math.ceil(answer.total / PER_PAGE))
      if (options.page > last) return await this.go({ page: last > 1 ? String(last) : "" }, false)
      this.told(query, answer, options)
      await this.facets.show(turn, facets, answer.all > 0)
    } catch (error) {
      if (turn === this.turn) this.fail(error)
    } finally {
      if (turn === this.turn) this.part("results").removeAttribute("aria-busy")
    }
  }

  /** The first results as soon as they are there, from the reader's own edition; then all. */
  async answer(turn, query, options) {
    if (options.page > 1) return this.search.search(query, { ...options, both: this.both })
    const first = await this.search.search(query, { ...options, limit: FIRST, mend: false })
    if (turn !== this.turn || (first.all && first.total <= FIRST && !this.both)) return first
    if (first.results.length) this.list(first, options)
    return this.search.search(query, { ...options, limit: PER_PAGE, both: this.both || !first.all })
  }

  /** Nothing is asked yet: how to ask, and other ways through the archive. */
  rest() {
    this.clear()
    this.part("status").textContent = ""
    this.part("help").hidden = false
    this.part("browse").hidden = false
  }

  clear() {
    this.clearAround()
    this.part("results").replaceChildren()
    this.drawn = []
  }

  clearAround() {
    for (const name of ["failure", "sort", "meant", "chosen", "pages", "try"]) this.part(name).replaceChildren()
    for (const name of ["meant", "chosen", "pages", "try", "help", "filters"]) this.part(name).hidden = true
  }

  /** What went wrong; nothing that might be wrong is left standing. */
  fail({ code }) {
    this.clear()
    this.part("status").textContent = ""
    const again = element("button", { type: "button", className: "finding__again" }, this.say("search.reload"))
    again.addEventListener("click", () => location.reload())
    this.part("failure").replaceChildren(element("div", { className: "notice notice--alert" },
      element("p", { className: "notice__title" }, this.say("search.error")),
      element("p", {}, this.say(`search.error.${code}`) || this.say("search.error.broken")),
      code === "missing" || code === "browser" ? "" : again))
    this.part("browse").hidden = false
  }

  list({ results }, { page }) {
    const list = this.part("results")
    this.part("failure").replaceChildren()
    this.part("help").hidden = true
    this.part("browse").hidden = true
    list.start = (page - 1) * PER_PAGE + 1
    // The first that stand there already, as when more come, are not drawn again.
    const drawn = results.map(one => JSON.stringify(one))
    const kept = drawn.findIndex((one, place) => one !== this.drawn[place])
    const rest = kept < 0 ? results.length : kept
    while (list.children.length > rest) list.lastElementChild.remove()
    list.append(...results.slice(rest).map(one => result(this, one)))
    this.drawn = drawn
  }

  told(query, answer, options) {
    const { total, all, about, meant, hint } = answer
    this.clearAround()
    this.list(answer, options)
    const pages = Math.ceil(total / PER_PAGE)
    const count = this.number(total)
    const found = this.say(total === 0 ? query && !meant ? "search.none" : "search.none.chosen" : about ? "search.about" : total === 1 ? "search.one" : "search.some", { count, q: unquoted(query) })
    this.part("status").textContent = pages < 2 ? found
      : this.say("search.on_page", { found, page: this.number(options.page), pages: this.number(pages) })
    if (meant || hint) {
      const told = meant ? this.say("search.meant", { q: unquoted(query) }) : this.say("search.hint")
      this.part("meant").replaceChildren(told, " ", this.link({ q: meant || hint, page: "" }, meant || hint))
      this.part("meant").hidden = false
    }
    if (total > 1) {
      this.part("sort").replaceChildren(...SORTS.map(name =>
        this.link({ sort: name === "relevance" ? "" : name, page: "" }, this.say(`search.sort.${name}`), name === options.sort)))
    }
    this.pages(options.page, pages)
    if (total === 0) this.nothing(query, all)
  }

  pages(page, pages) {
    const to = number => ({ page: number > 1 ? String(number) : "" })
    const ways = [
      page > 1 && this.link(to(page - 1), `← ${this.say("search.before")}`),
      page < pages && this.link(to(page + 1), `${this.say("search.after")} →`)
    ].filter(Boolean)
    ways.forEach(way => way.addEventListener("click", () => this.root.scrollIntoView()))
    this.part("pages").replaceChildren(...ways)
    this.part("pages").hidden = !ways.length
  }

  /** Nothing is found: what else a reader could ask, as far as it is known to find something. */
  nothing(query, all) {
    const bare = Object.fromEntries(FACETS.map(name => [name, ""]))
    const count = this.number(all)
    const ways = [
      all > 0 && this.link({ ...bare, page: "" }, this.say(all === 1 ? "search.try.facets.one" : "search.try.facets.some", { count })),
      unquoted(query) !== query && this.link({ q: unquoted(query), page: "" }, this.say("search.try.quotes")),
      query && this.say("search.try.words")
    ].filter(Boolean)
    this.part("try").replaceChildren(
      element("h2", { className: "label" }, this.say("search.try")),
      element("ul", {}, ...ways.map(way => element("li", {}, way))))
    this.part("try").hidden = false
    this.part("browse").hidden = false
  }

  /** A link to another question; followed without leaving the page. */
  link(changes, text, isCurrent = false) {
    const made = element("a", { href: this.address(changes), "aria-current": isCurrent && "true" }, text)
    made.addEventListener("click", event => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return
      event.preventDefault()
      this.settle()
      if (changes.q !== undefined) this.input.value = changes.q
      // Who follows by keys is not sent back to the top of the page when the link is gone.
      this.go(changes, true).then(() => {
        if (document.activeElement === document.body) this.part("status").focus({ preventScroll: true })
      })
    })
    return made
  }
}

const unquoted = text => text.replace(/["“”«»]/g, " ").replace(/\s+/g, " ").trim() || text

for (const root of document.querySelectorAll("[data-search]")) root.searchPage = new SearchPage(root)
