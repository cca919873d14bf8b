// The page of search: what is in its address is what it shows.
//
// All it needs is in the HTML: an element `[data-search]` with `data-index` (folder of the
// edition's index), `data-base` (root of the site) and `data-words` (texts, as JSON), and in it
// a form with an input `q` and `[data-part]`s: status, meant, sort, facets, results, pages.

import { Search } from "./client.js"

const FACETS = ["year", "outlet", "topic", "person", "organisation", "kind", "language"]
const FIRST = 10, PER_PAGE = 20, PAUSE = 150, SHOWN = 12

export class SearchPage {
  constructor(root) {
    this.root = root
    this.words = JSON.parse(root.dataset.words)
    this.search = new Search(root.dataset.index)
    this.base = root.dataset.base || "/"
    this.form = root.querySelector("form")
    this.input = this.form.elements.q
    this.turn = 0
    this.open = new Set(["year"])
    this.form.addEventListener("submit", event => {
      event.preventDefault()
      this.go({ q: this.input.value, page: "" }, true)
    })
    // While an input method composes a word, what stands in the box is not yet what is meant.
    this.input.addEventListener("input", event => event.isComposing || this.typed())
    this.input.addEventListener("compositionend", () => this.typed())
    window.addEventListener("popstate", () => this.show())
    this.show()
  }

  part(name) { return this.root.querySelector(`[data-part="${name}"]`) }

  say(key, values = {}) {
    return (this.words[key] || key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "")
  }

  typed() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.go({ q: this.input.value, page: "" }, false), PAUSE)
  }

  /** The address with some of its parts changed. */
  address(changes) {
    const asked = new URLSearchParams(location.search)
    for (const [name, value] of Object.entries(changes)) {
      asked.delete(name)
      for (const one of [value].flat()) if (one) asked.append(name, one)
    }
    const text = asked.toString()
    return location.pathname + (text && `?${text}`)
  }

  go(changes, isStep) {
    clearTimeout(this.timer)
    const address = this.address(changes)
    if (address === location.pathname + location.search) return this.show()
    history[isStep ? "pushState" : "replaceState"](null, "", address)
    return this.show()
  }

  /** Show what the address asks for. An answer that comes after a newer question is dropped. */
  async show() {
    const turn = ++this.turn
    const asked = new URLSearchParams(location.search)
    const query = asked.get("q") || ""
    if (this.input.value !== query && document.activeElement !== this.input) this.input.value = query
    const facets = Object.fromEntries(FACETS.map(name => [name, asked.getAll(name)]).filter(([, all]) => all.length))
    const options = { facets, sort: asked.get("sort") || "relevance", page: Math.max(1, parseInt(asked.get("page"), 10) || 1) }
    if (!query.trim()) return this.empty()
    this.root.setAttribute("aria-busy", "true")
    try {
      if (options.page === 1) {
        const first = await this.search.search(query, { ...options, limit: FIRST })
        if (turn !== this.turn) return
        this.answer(first, options)
        if (first.total <= FIRST) return await this.facets(turn, facets)
      }
      const answer = await this.search.search(query, { ...options, limit: PER_PAGE })
      if (turn !== this.turn) return
      this.answer(answer, options)
      await this.facets(turn, facets)
    } catch (error) {
      if (turn === this.turn) this.fail(error)
    } finally {
      if (turn === this.turn) this.root.removeAttribute("aria-busy")
    }
  }

  empty() {
    for (const name of ["status", "meant", "facets", "results", "pages"]) this.part(name)?.replaceChildren()
  }

  fail(error) {
    this.empty()
    this.part("status").textContent = this.say(`search.error.${error.code}`)
  }

  answer({ total, about, meant, results }, { page, sort }) {
    const number = new Intl.NumberFormat(this.root.lang || document.documentElement.lang).format(total)
    const key = total === 0 ? "search.none" : about ? "search.about" : total === 1 ? "search.one" : "search.some"
    this.part("status").textContent = this.say(key, { count: number })
    this.part("meant").replaceChildren(...meant ? [this.say("search.meant"), " ", this.link({ q: meant, page: "" }, meant)] : [])
    this.part("results").replaceChildren(...results.map(one => this.result(one)))
    this.part("results").start = (page - 1) * PER_PAGE + 1
    this.part("sort")?.replaceChildren(...["relevance", "newest", "oldest"].map(name =>
      this.link({ sort: name === "relevance" ? "" : name, page: "" }, this.say(`search.sort.${name}`), name === sort)))
    const pages = Math.ceil(total / PER_PAGE)
    this.part("pages").replaceChildren(
      ...page > 1 ? [this.link({ page: page > 2 ? String(page - 1) : "" }, this.say("search.before"))] : [],
      ...page < pages ? [this.link({ page: String(page + 1) }, this.say("search.after"))] : [])
  }

  result({ url, lang, title, snippet, date, outlet, withdrawn }) {
    const item = element("li")
    const heading = element("h2", element("a", ...marked(title)))
    heading.firstChild.href = this.base + url.replace(/^\//, "")
    heading.lang = lang
    const facts = [this.date(date), outlet, withdrawn && this.say("search.withdrawn")].filter(Boolean).join(" · ")
    const text = element("p", ...marked(snippet))
    text.lang = lang
    item.append(heading, element("p", facts), text)
    return item
  }

  date(iso) {
    return iso.split("-").reverse().join("/")
  }

  link(changes, text, isCurrent = false) {
    const made = element("a", text)
    made.href = this.address(changes)
    if (isCurrent) made.setAttribute("aria-current", "true")
    made.addEventListener("click", event => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return
      event.preventDefault()
      if (changes.q !== undefined) this.input.value = changes.q
      this.go(changes, true)
    })
    return made
  }

  /** Facets: the chosen ones and the open ones are counted; the others when they are opened. */
  async facets(turn, chosen) {
    const made = await Promise.all(FACETS.map(async name => {
      const details = element("details", element("summary", this.say(`search.facet.${name}`)))
      details.dataset.facet = name
      details.open = this.open.has(name) || name in chosen
      const fill = async () => {
        const values = await this.search.facet(name)
        if (turn === this.turn) details.append(this.values(name, values, chosen[name] || []))
      }
      if (details.open) await fill()
      details.addEventListener("toggle", () => {
        this.open[details.open ? "add" : "delete"](name)
        if (details.open && !details.querySelector("ul")) fill().catch(error => this.fail(error))
      })
      return details
    }))
    if (turn === this.turn) this.part("facets").replaceChildren(...made)
  }

  values(facet, values, chosen) {
    const shown = values.filter(({ id }, place) => place < SHOWN || chosen.includes(id))
    return element("ul", ...shown.map(({ id, label, count }) => {
      const isChosen = chosen.includes(id)
      const next = isChosen ? chosen.filter(one => one !== id) : [...chosen, id]
      const name = label || this.say(`search.${facet}.${id}`)
      return element("li", this.link({ [facet]: next, page: "" }, `${name} (${count})`, isChosen))
    }))
  }
}

function element(name, ...children) {
  const made = document.createElement(name)
  made.append(...children)
  return made
}

const marked = parts => parts.map(({ text, hit }) => hit ? element("mark", text) : text)

for (const root of document.querySelectorAll("[data-search]")) root.searchPage = new SearchPage(root)
