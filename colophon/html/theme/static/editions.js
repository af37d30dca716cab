/* The language switch leads to the section that is being read: sections have the same ids in all
   editions. Without this script it leads to the top of the page. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const sections = [...document.querySelectorAll("article section[id]")];

  const reading = () => {
    if (window.scrollY < 100) return "";
    const line = window.innerHeight / 3;
    const passed = sections.filter((section) => section.getBoundingClientRect().top < line);
    return passed.length > 1 ? `#${passed.at(-1).id}` : "";
  };

  for (const link of document.querySelectorAll(".editions a")) {
    // Also before a middle click or "open in new tab".
    for (const event of ["pointerdown", "focus", "click"])
      link.addEventListener(event, () => (link.hash = reading()));
  }
});
