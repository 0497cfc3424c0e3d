/* The phone's own address book, where the browser lends it, and coming back from a conversation in another app. */
(() => {
  const MOST = 2000;

  /* Hidden where the browser has no address book to choose from. Attributes: label. Tells contacts-picked with a JSON list
     of { name: [..], tel: [..] }; contacts-refused when the phone did not let us. */
  class ContactPicker extends HTMLElement {
    connectedCallback() {
      this.hidden = !("contacts" in navigator && typeof navigator.contacts.select === "function");
      if (this.hidden || this.firstChild) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn";
      button.textContent = this.getAttribute("label") ?? "";
      button.addEventListener("click", () => this.pick());
      this.append(button);
    }

    async pick() {
      try {
        const picked = await navigator.contacts.select(["name", "tel"], { multiple: true });
        if (!picked.length) return;
        const people = picked.slice(0, MOST).map(({ name, tel }) => ({ name: name ?? [], tel: tel ?? [] }));
        this.dispatchEvent(new CustomEvent("contacts-picked", { detail: JSON.stringify(people) }));
      } catch {
        this.dispatchEvent(new CustomEvent("contacts-refused"));
      }
    }
  }
  customElements.define("rung-contact-picker", ContactPicker);

  /* What waits for whoever comes back from their messages has the focus then. */
  class Returned extends HTMLElement {
    connectedCallback() {
      this.seen = () => {
        if (document.visibilityState !== "visible" || document.querySelector("vaadin-dialog[opened]")) return;
        const title = this.querySelector("[tabindex]");
        if (title) { title.focus({ preventScroll: true }); title.scrollIntoView({ block: "center" }); }
      };
      document.addEventListener("visibilitychange", this.seen);
    }

    disconnectedCallback() {
      document.removeEventListener("visibilitychange", this.seen);
    }
  }
  customElements.define("rung-returned", Returned);
})();
