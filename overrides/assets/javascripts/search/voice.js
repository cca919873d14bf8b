// Speaking instead of typing, where settings allow it and the browser can listen.
//
// Who listens is up to the browser: some do it on the device, some send the sound to their maker.

const LOCALES = { vi: "vi-VN", en: "en-GB" }

/** Show the button if the browser can listen; what was heard is put in the input as if typed. */
export function offer(button, input) {
  const Recognition = window.SpeechRecognition || window.webkitSpeechRecognition
  if (!Recognition) return
  let listening = null
  const ended = () => {
    listening = null
    button.setAttribute("aria-pressed", "false")
  }
  button.hidden = false
  button.setAttribute("aria-pressed", "false")
  button.addEventListener("click", () => {
    if (listening) return listening.stop()
    listening = new Recognition()
    listening.lang = LOCALES[document.documentElement.lang]
    listening.interimResults = false
    listening.addEventListener("result", ({ results }) => {
      input.value = results[0][0].transcript
      input.focus()
      input.dispatchEvent(new Event("input", { bubbles: true }))
    })
    listening.addEventListener("end", ended)
    listening.addEventListener("error", ended)
    button.setAttribute("aria-pressed", "true")
    listening.start()
  })
}
