// One result, in the form that articles have in all lists of the site.

import { dated, element, marked } from "./dom.js"

/** An article that was found; `page` gives words, language and root of the site. */
export function result(page, { url, lang, title, snippet, spoken, date, outlet, kind, withdrawn }) {
  const { say } = page
  const tongue = lang === page.lang ? undefined : lang
  return element("li", { className: "story" },
    element("p", { className: "story__meta" },
      date ? element("time", { dateTime: date }, dated(date, page.lang)) : element("span", {}, say("search.undated")),
      outlet && element("span", { className: "story__outlet" }, outlet),
      kind && kind !== "news" && element("span", { className: "story__genre" }, say(`search.kind.${kind}`))),
    element("h2", { className: "story__title" },
      element("a", { href: new URL(url.slice(1), page.base).href, lang: tongue, hreflang: tongue }, element("bdi", {}, ...marked(title))),
      tongue && " ", tongue && element("span", { className: "badge" }, say(`search.in.${lang}`)),
      withdrawn && " ", withdrawn && element("span", { className: "badge badge--alert" }, say("search.withdrawn"))),
    snippet.length > 0 && element("p", { className: "finding__text", lang: spoken === page.lang ? undefined : spoken }, ...marked(snippet)))
}
