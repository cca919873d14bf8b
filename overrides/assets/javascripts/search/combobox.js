// The box in the header: the best few articles while a reader types, chosen by keys or pointer.
//
// Source: W3C, "ARIA Authoring Practices Guide", editable combobox with list autocomplete.

import { indexes, Search } from "./client.js"
import { composes, dated, element, marked, numbered, onTyped, sayer } from "./dom.js"

const SHOWN = 8

// Programs are in assets/javascripts/search/ of the site.
const ROOT = new URL("../../../", import.meta.url)

export class Combobox {
  /**
   * @param {Element} box  the form, and nothing else yet
   * @param {Object} words  what it says
   */
  constructor(box, words) {
    this.box = box
    this.lang = document.documentElement.lang
    this.say = sayer(words)
    this.search = new Search(...indexes(ROOT, this.lang))
    this.form = box.querySelector("form")
    this.input = this.form.elements.q
    this.status = element("p", { className: "box__status", "data-box-status": "" })
    this.list = element("div", { className: "box__list", id: "box-list", role: "listbox", "aria-label": this.say("search.results") })
    this.panel = element("div", { className: "box__panel", hidden: true }, this.status, this.list)
    this.live = element("p", { className: "hidden-label", role: "status", "data-box-live": "" })
    this.keys = element("p", { className: "hidden-label", id: "box-keys" }, this.say("search.box.keys"))
    box.append(this.keys, this.panel, this.live)
    this.opener = document.querySelector("[data-box-opener]")
    this.turn = 0
    this.inert = []
    this.listen()
    this.search.open().catch(() => {})
    if (this.input.value.trim() && !("composing" in box.dataset)) this.ask()
  }

  listen() {
    const described = { role: "combobox", "aria-controls": this.list.id, "aria-autocomplete": "list", "aria-expanded": "false", "aria-describedby": this.keys.id }
    for (const [name, value] of Object.entries(described)) this.input.setAttribute(name, value)
    this.settle = onTyped(this.input, () => this.ask())
    this.input.addEventListener("keydown", event => composes(event) || this.key(event))
    this.input.addEventListener("focus", () => this.options.length && this.expand())
    this.box.addEventListener("focusout", ({ relatedTarget }) => {
      if (!this.isOver && relatedTarget && !this.box.contains(relatedTarget)) this.collapse()
    })
    document.addEventListener("pointerdown", ({ target }) => this.isOver || this.box.contains(target) || this.collapse())
    this.box.querySelector("[data-box-close]").addEventListener("click", () => this.close())
    // Back from an article, the page is as it was; what stood over it is gone.
    window.addEventListener("pagehide", () => this.isOver ? this.close() : this.collapse())
  }

  get options() { return [...this.list.children] }

  get active() { return this.list.querySelector("[aria-selected=true]") }

  /** Whether it lies over the page, as on a narrow screen. */
  get isOver() { return "open" in this.box.dataset }

  /** The rest of the page is out of reach while the box lies over it. */
  opened() {
    if (!this.isOver || this.inert.length) return
    for (let within = this.box; within !== document.body; within = within.parentElement) {
      for (const other of within.parentElement.children) {
        if (other !== within && !other.inert && other !== this.box) {
          other.inert = true
          this.inert.push(other)
        }
      }
    }
  }

  close() {
    for (const other of this.inert.splice(0)) other.inert = false
    delete this.box.dataset.open
    this.collapse()
    this.opener.focus()
  }

  expand() {
    this.panel.hidden = false
    this.input.setAttribute("aria-expanded", String(this.options.length > 0))
  }

  collapse() {
    this.settle() // what was typed just before is not to open it again
    this.turn++
    this.panel.hidden = true
    this.select(null)
    this.input.setAttribute("aria-expanded", "false")
  }

  key(event) {
    const { key } = event
    if (key === "Escape") {
      event.preventDefault()
      if (this.isOver) this.close()
      else if (this.panel.hidden) this.input.blur()
      else this.collapse()
    } else if ((key === "ArrowDown" || key === "ArrowUp") && this.options.length) {
      event.preventDefault()
      this.expand()
      this.move(key === "ArrowDown" ? 1 : -1)
    } else if (key === "Enter" && this.active) {
      event.preventDefault()
      if (event.ctrlKey || event.metaKey) window.open(this.active.href, "_blank", "noopener")
      else this.active.click()
    } else if (key === "Tab") this.isOver || this.collapse()
  }

  /** To the option before or after; from an end back to the input. */
  move(by) {
    const { options } = this
    const at = options.indexOf(this.active) + (this.active ? by : by > 0 ? 1 : 0)
    this.select(this.active || by > 0 ? options[at] ?? null : options[options.length - 1])
  }

  select(option) {
    for (const one of this.options) one.setAttribute("aria-selected", String(one === option))
    if (option) this.input.setAttribute("aria-activedescendant", option.id)
    else this.input.removeAttribute("aria-activedescendant")
    option?.scrollIntoView({ block: "nearest" })
  }

  /** Answer what is typed. An answer that comes after a newer question is dropped. */
  async ask() {
    const text = this.input.value
    if (!text.trim()) {
      this.list.replaceChildren()
      this.tell("")
      return this.collapse()
    }
    const turn = ++this.turn
    if (!this.options.length) this.tell(this.say("search.waiting"))
    this.expand()
    try {
      let answer = await this.search.search(text, { limit: SHOWN, mend: false })
      if (turn === this.turn && !answer.total) answer = await this.search.search(text, { limit: SHOWN, both: true })
      if (turn === this.turn) this.answer(text, answer)
    } catch ({ code }) {
      if (turn === this.turn) this.fail(code)
    }
  }

  answer(text, { total, meant, results }) {
    const count = numbered(total, this.lang)
    const found = total === 0 ? this.say("search.none", { q: text.trim() })
      : total === 1 ? this.say("search.one", { count })
        : this.say("search.box.some", { count, shown: numbered(results.length, this.lang) })
    const chosen = this.active?.href // by arrows, before the answer to the last letter was there
    this.list.replaceChildren(...results.map((one, place) => this.result(place, one)))
    if (total > results.length) {
      const all = this.option(results.length, this.page(text), this.say("search.box.all", { count }))
      all.classList.add("box__all")
      this.list.append(all)
    }
    this.tell(meant ? `${this.say("search.meant", { q: text.trim() })} ${meant}` : found, meant ? "" : total ? "hidden" : "")
    this.live.textContent = meant ? `${this.status.textContent}. ${found}` : found
    this.list.scrollTop = 0
    this.select(this.options.find(({ href }) => href === chosen) ?? null)
    this.expand()
  }

  /** An error is told, and shows nothing that might be wrong. */
  fail(code) {
    this.list.replaceChildren()
    const why = this.say(`search.error.${code}`)
    this.tell(why || this.say("search.error"))
    this.live.textContent = this.status.textContent
    this.expand()
  }

  tell(text, how = "") {
    this.status.textContent = text
    this.status.hidden = how === "hidden" || !text
  }

  page(text) {
    return `${this.form.action}?${new URLSearchParams({ q: text.trim() })}`
  }

  /** A link that is reached by arrows, as what may be chosen. */
  option(place, href, ...children) {
    return element("a", { href, id: `box-option-${place}`, role: "option", "aria-selected": "false", tabIndex: -1 }, ...children)
  }

  result(place, { url, lang, title, date, outlet, withdrawn }) {
    const facts = [
      date ? dated(date, this.lang) : this.say("search.undated"), outlet,
      lang !== this.lang && this.say(`search.in.${lang}`), withdrawn && this.say("search.withdrawn")
    ]
    return this.option(place, new URL(url.slice(1), ROOT).href,
      element("span", { className: "box__title", lang }, ...marked(title)),
      element("span", { className: "box__facts" }, facts.filter(Boolean).join(" · ")))
  }
}
