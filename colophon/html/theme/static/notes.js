/* Notes open beside their mark. Without this script, or in a browser without popovers, a mark is
   an ordinary link to the note at the chapter's end. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const popover = document.querySelector(".note-popover");
  if (!popover || typeof popover.showPopover !== "function") return;
  popover.hidden = false; // from here on the browser itself hides what is not open
  const text = popover.querySelector(".note-text");
  const label = popover.getAttribute("aria-label");
  let mark = null;
  let pressed = null;

  const fill = (note) => {
    text.replaceChildren(...[...note.childNodes].map((node) => node.cloneNode(true)));
    for (const element of text.querySelectorAll("[id]")) element.removeAttribute("id");
    const number = text.querySelector(".note-number");
    const all = document.createElement("a");
    all.className = "note-number";
    all.href = `#${note.id}`;
    all.textContent = mark.textContent;
    number?.replaceWith(all);
  };

  const place = () => {
    const { left, top, bottom } = mark.getBoundingClientRect();
    const page = document.documentElement;
    const { width, height } = popover.getBoundingClientRect();
    const below = bottom + height + 16 < page.clientHeight || top < height + 16;
    const x = Math.max(16, Math.min(left - 32, page.clientWidth - width - 16));
    // On a phone the popover stands at the foot of the screen: the mark moves out of its way.
    if (getComputedStyle(popover).position === "fixed")
      window.scrollBy({ top: Math.max(0, bottom + height + 8 - page.clientHeight) });
    popover.style.setProperty("--x", `${x + window.scrollX}px`);
    popover.style.setProperty(
      "--y",
      `${(below ? bottom + 8 : top - height - 8) + window.scrollY}px`,
    );
  };

  const open = (chosen, note) => {
    mark = chosen;
    fill(note);
    // Beside the mark in the document too, so that Tab goes on from there.
    mark.parentElement.after(popover);
    popover.setAttribute("aria-label", `${label} ${mark.textContent}`);
    popover.showPopover();
    place();
    popover.focus({ preventScroll: true });
    mark.setAttribute("aria-expanded", "true");
  };

  const isOpen = () => popover.matches(":popover-open");

  // A press outside closes the popover before its click arrives; a press on the same mark must
  // not open it again.
  document.addEventListener("pointerdown", () => (pressed = isOpen() ? mark : null), true);

  // The browser would do so, had not Sphinx's highlighter taken the key away from it.
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !isOpen()) return;
      event.stopPropagation();
      popover.hidePopover();
    },
    true,
  );

  for (const link of document.querySelectorAll('a[role="doc-noteref"]')) {
    const note = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!note) continue;
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      const again = pressed === link;
      pressed = null;
      if (isOpen()) popover.hidePopover();
      if (!again) open(link, note);
    });
  }

  popover.querySelector(".note-close").addEventListener("click", () => popover.hidePopover());
  text.addEventListener("click", (event) => {
    if (event.target.closest("a[href^='#']")) popover.hidePopover();
  });
  popover.addEventListener("beforetoggle", (event) => {
    if (event.newState !== "closed") return;
    mark.removeAttribute("aria-expanded");
    if (popover.contains(document.activeElement)) mark.focus({ preventScroll: true });
  });
});
