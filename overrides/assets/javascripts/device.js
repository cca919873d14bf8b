// What the site keeps on the reader's device: the palette that was chosen, and nothing else.
//
// Material prints these functions into every page; as a file they run under a policy that lets no
// script stand in a page. In the head and no module: it must be done before the page is painted, or
// a reader in the dark sees a flash of white.

"use strict";

const KEPT = "__palette";

// Sites that share a host do not share what they keep; the key is Material's. This file is in
// assets/javascripts/ of the site.
const KEY = `${new URL("../..", document.currentScript.src).pathname}.${KEPT}`;

// Material's bundle asks for all three by these names. Nothing but the palette is ever kept, so
// there is nothing that a hash would be compared with.
globalThis.__md_hash = String;

globalThis.__md_get = (name) => {
  if (name !== KEPT) return null;
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return kept.index > 0 ? kept : null;
  } catch {
    return null;
  }
};

// Its first palette, that of the device, is kept by keeping nothing.
globalThis.__md_set = (name, value) => {
  if (name !== KEPT) return;
  try {
    if (value.index > 0) localStorage.setItem(KEY, JSON.stringify(value));
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing: the choice holds for this page.
  }
};

// Before the first paint: what waits for scripts has its place, and the body its palette.
document.documentElement.classList.replace("no-js", "js");

new MutationObserver((_, observer) => {
  if (!document.body) return;
  observer.disconnect();
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const device = { scheme: dark ? "slate" : "default" };
  const color = globalThis.__md_get(KEPT)?.color ?? device;
  for (const [name, value] of Object.entries(color)) {
    document.body.setAttribute(`data-md-color-${name}`, value);
  }
}).observe(document.documentElement, { childList: true });
