/* Whoever opens a menu with the keyboard goes on in it with the keyboard: its first item takes the focus. */
(() => {
  document.addEventListener("opened-changed", event => {
    const menu = event.target;
    if (menu.localName !== "vaadin-context-menu" || !event.detail?.value) return;
    requestAnimationFrame(() => menu.querySelector("vaadin-context-menu-list-box")?.focus());
  }, true);
})();
