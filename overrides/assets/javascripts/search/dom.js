// What the box and the page of search have in common: texts, elements, keys, an input that is
// typed into. Nothing here or anywhere else in search makes markup of text.

/** An element with properties, or attributes where their names have a dash, and children. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue
    if (key.includes("-") || key === "role") made.setAttribute(key, value)
    else made[key] = value
  }
  made.append(...children.filter(child => child || child === 0))
  return made
}

/** A text of the page's words, with its places filled. */
export const sayer = words => (key, values = {}) =>
  (words[key] ?? "").replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)

/** Parts of a title or snippet, with what was found marked. */
export const marked = parts => parts.map(({ text, hit }) => hit ? element("mark", {}, text) : text)

const LOCALES = { vi: "vi-VN", en: "en-GB" }
const PRECISIONS = [{ year: "numeric" }, { month: "short", year: "numeric" }, { day: "numeric", month: "short", year: "numeric" }]

/** A day, month or year as lists of the site have it: `22/10/2021`, `22 Oct 2021`. */
export function dated(iso, lang) {
  const parts = iso.split("-")
  if (lang === "vi") return parts.reverse().join("/")
  const [year, month = 1, day = 1] = parts.map(Number)
  return new Intl.DateTimeFormat(LOCALES[lang], { ...PRECISIONS[parts.length - 1], timeZone: "UTC" })
    .format(Date.UTC(year, month - 1, day))
}

export const numbered = (number, lang) => new Intl.NumberFormat(LOCALES[lang]).format(number)

/** Whether a key belongs to an input method, which composes a word with it. */
export const composes = event => event.isComposing || event.keyCode === 229

/** Call back when a reader pauses; never while an input method composes, whose word is not meant yet. */
export function onTyped(input, typed, pause = 150) {
  let timer
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(typed, pause)
  }
  input.addEventListener("compositionstart", () => clearTimeout(timer))
  input.addEventListener("compositionend", wait)
  input.addEventListener("input", event => event.isComposing || wait())
  return () => clearTimeout(timer)
}
