// The drawer of narrow screens by keyboard: opened by Enter or Space, with the focus in it; closed
// by Escape, or when the focus leaves it. Material opens it by a label, which works by touch and
// without scripts, but which no keyboard reaches.

"use strict";

{
  const toggle = document.getElementById("__drawer");
  const opener = document.querySelector(".md-header label[for='__drawer']");
  const drawer = document.querySelector(".md-tabs");

  const open = (wanted) => {
    toggle.checked = wanted;
    opener.setAttribute("aria-expanded", String(wanted));
  };

  if (toggle && opener && drawer) {
    opener.tabIndex = 0;
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-label", opener.title);
    open(toggle.checked);
    toggle.addEventListener("change", () => open(toggle.checked));
    opener.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation(); // Material's own handler would click it closed again
      open(true);
      drawer.querySelector("a")?.focus();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !toggle.checked) return;
      open(false);
      opener.focus();
    });
    drawer.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !drawer.contains(event.relatedTarget)) open(false);
    });
  }
}
