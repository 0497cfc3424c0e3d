/* Whoever opens a menu goes on in it with the keyboard: its first item takes the focus, as soon as it can be seen. */
(() => {
  document.addEventListener("opened-changed", event => {
    const menu = event.target;
    if (menu.localName !== "vaadin-context-menu" || menu.slot === "submenu" || !event.detail?.value) return;
    const enter = frames => {
      menu.querySelector("vaadin-context-menu-list-box")?.focus();
      if (menu.opened && frames > 0 && !menu.contains(document.activeElement)) requestAnimationFrame(() => enter(frames - 1));
    };
    enter(40);
  }, true);
})();
/* In what is marked with data-arrows, the arrow keys go up and down from field to buttons. */
(() => {
  document.addEventListener("keydown", event => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp" || event.altKey || event.ctrlKey || event.metaKey) return;
    const box = event.target.closest?.("[data-arrows]");
    if (!box) return;
    const stops = [...box.querySelectorAll("input, button:not([disabled])")].filter(stop => stop.getClientRects().length);
    const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
})();
/* Screens are drawn anew around whoever works on them by keyboard. What had the focus gets it again under its name; else what
   stands in its place now; else the page, so that one goes on from its beginning and not from the browser's. */
(() => {
  const FOCUSABLE = "a[href], button:not([disabled]), input, select, textarea, vaadin-button, [tabindex='0']";
  let held;
  const shown = element => element.getClientRects().length > 0;
  const name = element => (element.getAttribute("aria-label") || element.textContent || "").replace(/^✓\s*/, "").trim();

  function places(element) {
    const found = [];
    for (let at = element.parentElement; at && at.id !== "content"; at = at.parentElement) {
      const kind = at.classList[0] && "." + CSS.escape(at.classList[0]);
      if (kind) found.push({ kind, index: [...document.querySelectorAll(kind)].indexOf(at) });
    }
    return found;
  }

  function again() {
    const page = document.getElementById("content");
    if (!page) return undefined;
    const same = [...page.querySelectorAll(held.tag)].find(one => name(one) === held.name && shown(one));
    if (same && held.name) return same;
    for (const { kind, index } of held.path === location.pathname ? held.places : []) {
      const first = [...document.querySelectorAll(kind)][index]?.querySelectorAll(FOCUSABLE);
      const there = first && [...first].find(shown);
      if (there) return there;
    }
    return document.querySelector("rung-composer") ? undefined : page;
  }

  document.addEventListener("focusin", ({ target }) => {
    const inPage = target !== document.body && target.closest("#content");
    held = inPage && target.id !== "content" ? { target, tag: target.localName, name: name(target), path: location.pathname, places: places(target) } : undefined;
  });
  new MutationObserver(() => {
    if (!held || held.target.isConnected || held.soon) return;
    held.soon = true;
    const lost = held;
    /* Two frames: what is drawn anew may take the focus itself. */
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (held === lost && document.activeElement === document.body) again()?.focus({ preventScroll: true });
    }));
  }).observe(document, { childList: true, subtree: true });
})();
