// Hands what was typed into the page itself over to the screen that takes its place, and presses what was pressed.
(() => {
  const paint = document.getElementById('first-paint');
  if (!paint) return;
  const form = paint.querySelector('form');

  // A form that goes nowhere by itself waits, and looks so, until the screen's own button is there to be pressed.
  const pressed = () => form.dataset.pressed === 'yes';
  const wait = () => {
    if (!pressed()) return;
    const button = form.querySelector('button');
    button.disabled = true;
    button.setAttribute('aria-busy', 'true');
  };
  form.addEventListener('submit', wait);
  wait();

  const fieldLike = input => [...document.querySelectorAll(
    '.doorway:not(#first-paint) :is(vaadin-text-field, vaadin-email-field, vaadin-password-field)')]
    .find(field => field.autocomplete === input.autocomplete && field.inputElement);

  function handOver() {
    const there = document.querySelector('.doorway:not(#first-paint) h1, vaadin-app-layout, #content');
    if (!there) return false;
    const inputs = [...form.querySelectorAll('input[autocomplete]')];
    const fields = inputs.map(fieldLike);
    // A moment until every field of the screen is drawn; where the screen says something else there are none.
    const drawing = there.closest('.doorway')?.querySelector('vaadin-text-field') && fields.includes(undefined);
    if (drawing && waited++ < 40) return false;
    const focused = document.activeElement;
    const typed = [];
    fields.forEach((field, i) => {
      if (!field) return;
      if (inputs[i].value && !field.value) {
        field.value = inputs[i].value;
        typed.push(field);
      }
      if (focused === inputs[i]) field.focus();
    });
    const theirs = document.querySelector('.doorway:not(#first-paint) .stay-box');
    if (theirs && form.querySelector('input[type=checkbox]').checked) {
      theirs.checked = true;
      typed.push(theirs);
    }
    paint.remove();
    // The server is told of a field by what its screen listens for, which it does once all of it is drawn.
    setTimeout(() => {
      typed.forEach(field => field.dispatchEvent(new Event('change', { bubbles: true })));
      if (pressed()) document.querySelector('.doorway vaadin-button[theme~=primary]')?.click();
    });
    return true;
  }

  // In the same moment in which the screen is drawn: nobody meets two of a field.
  let waited = 0;
  const watch = new MutationObserver(() => {
    if (handOver()) watch.disconnect();
    else if (waited) setTimeout(() => paint.isConnected && handOver(), 50 * waited);
  });
  if (!handOver()) watch.observe(document.body, { childList: true, subtree: true });
})();
