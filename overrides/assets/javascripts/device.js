// What the site keeps on the reader's device: the palette that was chosen, and nothing else.
//
// Material prints these functions into every page; as a file they run under a policy that lets no
// script stand in a page. It is loaded where Material's stood, right after the palette's buttons,
// and is no module: it must be done before the page is painted, or a reader in the dark sees a
// flash of white.

"use strict";

const KEPT = "__palette";
const ATTRIBUTES = ["media", "scheme", "primary", "accent"];

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

// The page looks from its first paint as it will with Material's bundle at work, which comes last.
document.documentElement.classList.replace("no-js", "js");

{
  const shade = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const device = document.querySelector(`[data-md-color-media="(prefers-color-scheme: ${shade})"]`);
  const kept = globalThis.__md_get(KEPT);
  const chosen = kept?.color;
  const button = document.getElementById(`${KEPT}_${kept?.index ?? 0}`)?.nextElementSibling;
  if (button) button.hidden = false;
  for (const name of ATTRIBUTES) {
    const value = chosen ? chosen[name] : device?.getAttribute(`data-md-color-${name}`);
    if (value) document.body.setAttribute(`data-md-color-${name}`, value);
  }
}
