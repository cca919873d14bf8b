// Facets beside the results: values to narrow them by, with how many each would leave.
//
// The years and what was chosen are counted at once, the others when they are opened: each is a
// file of its own.

import { element } from "./dom.js"

export const FACETS = ["year", "outlet", "topic", "person", "organisation", "kind", "language"]

const SHOWN = 8
const WIDE = matchMedia("(min-width: 60em)")

export class Facets {
  constructor(page) {
    this.page = page
    this.filters = page.part("filters")
    this.made = new Map()
    this.whole = new Set()
    const fit = () => { this.filters.open = WIDE.matches }
    WIDE.addEventListener("change", fit)
    fit()
  }

  /** Show what can be chosen of the last answer. */
  async show(turn, chosen, isAny) {
    const { page } = this
    this.turn = turn
    this.chosen = chosen
    this.filters.hidden = !isAny && !Object.keys(chosen).length
    for (const name of FACETS) {
      const { details } = this.facet(name)
      if (name in chosen) details.open = true
      details.dataset.stale = ""
    }
    // Only what is in sight is fetched; what is chosen needs its names.
    const wanted = FACETS.filter(name => name in chosen || (this.facet(name).details.open && this.filters.open))
    await Promise.all(wanted.map(name => this.fill(name)))
    if (turn !== page.turn) return
    page.part("chosen").replaceChildren(...this.chips())
    page.part("chosen").hidden = !page.part("chosen").childElementCount
  }

  facet(name) {
    if (!this.made.has(name)) {
      const list = element("ul", { className: "facet__values" })
      const details = element("details", { className: "facet" }, element("summary", {}, this.page.say(`search.facet.${name}`)), list)
      details.dataset.facet = name
      details.open = name === "year"
      const fill = () => details.open && this.filters.open && this.fill(name).catch(error => this.page.fail(error))
      details.addEventListener("toggle", fill)
      this.filters.addEventListener("toggle", fill)
      this.made.set(name, { details, list, values: [] })
      this.page.part("facets").append(details)
    }
    return this.made.get(name)
  }

  /** Count a facet's values for the answer that is shown, once. */
  async fill(name) {
    const facet = this.facet(name)
    if (!("stale" in facet.details.dataset)) return
    const { turn } = this
    const values = await this.page.search.facet(name)
    if (turn !== this.page.turn) return
    delete facet.details.dataset.stale
    const chosen = this.chosen[name] || []
    const missing = chosen.filter(id => !values.some(value => value.id === id))
    const known = new Map(facet.values.map(value => [value.id, value.label]))
    facet.values = [...values, ...missing.map(id => ({ id, label: known.get(id) || "", count: 0 }))]
      .map(value => ({ ...value, label: value.label || this.page.say(`search.${name}.${value.id}`) || value.id }))
    this.draw(name)
  }

  draw(name) {
    const { details, list, values } = this.facet(name)
    const chosen = this.chosen[name] || []
    const focused = details.contains(document.activeElement) ? document.activeElement.value : undefined
    const first = this.whole.has(name) ? values : values.filter(({ id }, place) => place < SHOWN || chosen.includes(id))
    list.replaceChildren(...first.map(value => this.value(name, value, chosen)))
    if (!values.length) list.append(element("li", { className: "quiet" }, this.page.say("search.facet.none")))
    if (first.length < values.length) list.append(element("li", {}, this.more(name, values.length)))
    if (focused !== undefined) [...list.querySelectorAll("input")].find(({ value }) => value === focused)?.focus()
  }

  value(name, { id, label, count }, chosen) {
    const box = element("input", { type: "checkbox", value: id, checked: chosen.includes(id) })
    box.addEventListener("change", () => {
      const others = (this.chosen[name] || []).filter(one => one !== id)
      this.page.go({ [name]: box.checked ? [...others, id] : others, page: "" }, true)
    })
    return element("li", {}, element("label", {}, box, element("span", { className: "facet__name" }, label), " ",
      element("span", { className: "facet__count" }, this.page.number(count))))
  }

  more(name, count) {
    const button = element("button", { type: "button", className: "facet__more" }, this.page.say("search.facet.all", { count: this.page.number(count) }))
    button.addEventListener("click", () => {
      this.whole.add(name)
      this.draw(name)
      this.facet(name).list.querySelectorAll("input")[SHOWN]?.focus()
    })
    return button
  }

  /** What is chosen, each to be taken back. */
  chips() {
    const { page } = this
    const made = Object.entries(this.chosen).flatMap(([name, ids]) => ids.map(id => {
      const label = this.facet(name).values.find(value => value.id === id)?.label || id
      const chip = page.link({ [name]: ids.filter(one => one !== id), page: "" }, label)
      chip.className = "finding__chip"
      chip.setAttribute("aria-label", page.say("search.remove", { name: label }))
      return chip
    }))
    if (made.length > 1) made.push(page.link({ ...Object.fromEntries(FACETS.map(name => [name, ""])), page: "" }, page.say("search.remove_all")))
    return made
  }
}
