// The box in the header, until it is used: all that searching needs is fetched then, so that this
// file imports nothing. The page of search has no box, and takes the keys from here.

const box = document.querySelector("[data-box]")
const input = box?.querySelector("input")
let combobox

/** What the box says: a file for each language, beside the page of search. */
async function words() {
  const answer = await fetch(new URL("words.json", input.form.action))
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`)
  return answer.json()
}

function load() {
  combobox ??= Promise.all([import("./combobox.js"), words()])
    .then(([{ Combobox }, said]) => new Combobox(box, said))
  // Without it the form still leads to the page of search.
  combobox.catch(() => { combobox = undefined })
  return combobox
}

/** Call back at `/`, `f` and `s`, as long as nothing is typed into. */
export function onShortcut(called) {
  document.addEventListener("keydown", event => {
    if (!["/", "f", "s"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")) return
    event.preventDefault()
    called()
  })
}

if (box) {
  input.addEventListener("focus", load)
  // A word may be under way before the rest is there.
  input.addEventListener("compositionstart", () => { box.dataset.composing = "" })
  input.addEventListener("compositionend", () => { delete box.dataset.composing })
  const opener = document.querySelector("[data-box-opener]")
  const open = () => {
    // On a wide screen the box is there already; on a narrow one it opens over the page.
    if (input.checkVisibility()) input.select()
    else box.dataset.open = ""
    input.focus()
    load().then(made => made.opened(), () => {})
  }
  opener.addEventListener("click", event => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return
    event.preventDefault()
    open()
  })
  onShortcut(open)
  const voice = box.querySelector("[data-voice]")
  if (voice) import("./voice.js").then(({ offer }) => offer(voice, input))
}
