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
