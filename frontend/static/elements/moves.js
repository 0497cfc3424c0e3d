/* Work of one texter dragged onto another, with a mouse, a pen or a finger. The dialog does the same without dragging. */
window.rungMoves = (list) => {
  if (list.dragsWork) return;
  list.dragsWork = true;
  const FAR = 8;
  const EDGE = 70;
  let held = null;
  const rowAt = (event) => {
    const row = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-texter]");
    return row && list.contains(row) && row !== held.row ? row : null;
  };
  const unmark = () => list.querySelectorAll(".over").forEach((row) => row.classList.remove("over"));
  const drop = () => {
    unmark();
    held?.ghost?.remove();
    held?.chip.classList.remove("held");
    held = null;
  };
  list.addEventListener("pointerdown", (event) => {
    const chip = event.target.closest("[data-work]");
    if (!chip || event.button !== 0) return;
    held = { chip, row: chip.closest("[data-texter]"), x: event.clientX, y: event.clientY, id: event.pointerId };
    chip.setPointerCapture(event.pointerId);
  });
  list.addEventListener("pointermove", (event) => {
    if (!held || event.pointerId !== held.id) return;
    if (!held.ghost) {
      if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < FAR) return;
      held.ghost = held.chip.cloneNode(true);
      held.ghost.classList.add("work-ghost");
      held.ghost.setAttribute("aria-hidden", "true");
      document.body.append(held.ghost);
      held.chip.classList.add("held");
    }
    held.ghost.style.translate = `${event.clientX + 12}px ${event.clientY + 12}px`;
    unmark();
    rowAt(event)?.classList.add("over");
    if (event.clientY < EDGE) held.ghost.ownerDocument.scrollingElement.scrollBy(0, -12);
    if (event.clientY > innerHeight - EDGE) held.ghost.ownerDocument.scrollingElement.scrollBy(0, 12);
  });
  list.addEventListener("pointerup", (event) => {
    if (!held || event.pointerId !== held.id) return;
    const to = held.ghost && rowAt(event);
    const detail = to && { kind: held.chip.dataset.work, from: held.row.dataset.texter, to: to.dataset.texter };
    drop();
    if (detail) list.dispatchEvent(new CustomEvent("work-dragged", { detail }));
  });
  list.addEventListener("pointercancel", drop);
  addEventListener("keydown", (event) => event.key === "Escape" && drop());
};
