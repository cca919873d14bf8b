// On this day: brings headlines of today's page into the front page, or of the nearest day's.
//
// All it needs is in the HTML: an element `[data-on-this-day]` with the days that have something
// (`0102 1213`), `data-at` (where their pages are), `data-today` and `data-nearest` (what to say,
// with places `{today}` and `{day}`). Without this script it holds a link to all days.
//
// Today is today in Vietnam, whose calendar the dates of the articles follow; so everybody reads
// the same at the same moment. Nothing of the fetched page is put in but texts and links.

const ZONE = "Asia/Ho_Chi_Minh", MOST = 5, LEAP = 2000, DAY = 86_400_000, YEAR = 366

const place = day => (Date.UTC(LEAP, day.slice(0, 2) - 1, day.slice(2)) - Date.UTC(LEAP, 0, 1)) / DAY

// As the calendar goes round, the day nearest to today; of two, the one that has been.
export function nearest(days, today) {
  const distance = day => {
    const ago = (place(today) - place(day) + YEAR) % YEAR
    return ago * 2 <= YEAR ? ago * 2 : (YEAR - ago) * 2 + 1
  }
  return days.reduce((best, day) => distance(day) < distance(best) ? day : best)
}

export function today(now = new Date()) {
  const parts = new Intl.DateTimeFormat("en", { timeZone: ZONE, month: "2-digit", day: "2-digit" })
  const of = Object.fromEntries(parts.formatToParts(now).map(part => [part.type, part.value]))
  return of.month + of.day
}

// The first of each year, and then more of the newest years, up to `MOST`.
export function chosen(years) {
  const rounds = Math.max(...years.map(year => year.stories.length))
  const found = []
  for (let turn = 0; turn < rounds; turn++)
    for (const year of years)
      if (year.stories[turn] && found.length < MOST) found.push([year, year.stories[turn]])
  return years.flatMap(year => found.filter(([of]) => of === year))
}

function read(text, url) {
  const page = new DOMParser().parseFromString(text, "text/html")
  return [...page.querySelectorAll(".group")].map(group => ({
    name: group.querySelector(".group__name a").textContent.trim(),
    stories: [...group.querySelectorAll(".story__title")].map(title => {
      const link = title.querySelector("a")
      return {
        title: link.textContent.trim(),
        at: new URL(link.getAttribute("href"), url).pathname,
        lang: link.lang,
        badges: [...title.querySelectorAll(".badge")].map(badge => badge.textContent.trim())
      }
    })
  }))
}

function element(name, className, text) {
  const made = document.createElement(name)
  if (className) made.className = className
  if (text) made.textContent = text
  return made
}

function shown(year, story) {
  const item = element("li", "story"), title = element("p", "story__title")
  const meta = element("p", "story__meta"), link = element("a", "", story.title)
  meta.append(element("span", "", year.name))
  link.href = story.at
  if (story.lang) link.lang = link.hreflang = story.lang
  title.append(link, ...story.badges.flatMap(badge => [" ", element("span", "badge", badge)]))
  item.append(meta, title)
  return item
}

async function fill(root) {
  const asked = today(), day = nearest(root.dataset.onThisDay.split(" "), asked)
  const url = new URL(`${root.dataset.at}${day.slice(0, 2)}-${day.slice(2)}/`, location.href)
  const answer = await fetch(url)
  if (!answer.ok) return
  const years = read(await answer.text(), answer.url)
  const lang = document.documentElement.lang === "en" ? "en-GB" : "vi"
  const words = new Intl.DateTimeFormat(lang, { timeZone: "UTC", month: "long", day: "numeric" })
  const named = one => words.format(Date.UTC(LEAP, one.slice(0, 2) - 1, one.slice(2)))
  const said = day === asked ? root.dataset.today : root.dataset.nearest
  const line = element("p", "band__more"), link = element("a", "", named(day))
  const [before, after = ""] = said.replace("{today}", named(asked)).split("{day}")
  link.href = url.pathname
  line.append(before, link, after)
  const list = element("ul", "stories")
  list.append(...chosen(years).map(([year, story]) => shown(year, story)))
  root.replaceChildren(line, list)
}

if (typeof document !== "undefined")
  for (const root of document.querySelectorAll("[data-on-this-day]"))
    fill(root).catch(() => {}) // the link to all days stays
