/* Small bar charts: a picture for eyes, and the same as a table for whoever hears it. */
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const TALL = 96;

  function drawn(tag, attributes, text) {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function cell(tag, scope, text) {
    const made = document.createElement(tag);
    if (scope) made.scope = scope;
    made.textContent = text;
    return made;
  }

  /* Attribute data: JSON of { title, names, values, rows, bars: [{ name, value, tone, now }] }. names and values head the
     table's columns; rows lays the bars one under another with their names, else they stand side by side and only the first
     and the last are named. tone is a class of the bar; now marks the one that still grows. */
  class Bars extends HTMLElement {
    static observedAttributes = ["data"];

    connectedCallback() {
      this.watch ??= new ResizeObserver(() => {
        if (this.clientWidth !== this.wide) this.draw();
      });
      this.watch.observe(this);
      this.show();
    }

    disconnectedCallback() {
      this.watch.disconnect();
    }

    attributeChangedCallback() {
      if (this.isConnected) this.show();
    }

    show() {
      this.chart = JSON.parse(this.getAttribute("data") ?? "null");
      this.replaceChildren();
      if (!this.chart) return;
      this.picture = drawn("svg", { "aria-hidden": "true", focusable: "false", width: "100%" });
      this.append(this.picture, this.table());
      this.draw();
    }

    table() {
      const { title, names, values, bars } = this.chart;
      const table = document.createElement("table");
      table.className = "visually-hidden";
      table.createCaption().textContent = title;
      const head = table.createTHead().insertRow();
      head.append(cell("th", "col", names), cell("th", "col", values));
      const body = table.createTBody();
      for (const bar of bars) body.insertRow().append(cell("th", "row", bar.name), cell("td", "", bar.value));
      return table;
    }

    draw() {
      if (!this.picture) return;
      this.wide = this.clientWidth;
      const wide = Math.max(120, this.wide || 300);
      this.backwards = getComputedStyle(this).direction === "rtl";
      this.picture.replaceChildren();
      const most = Math.max(1, ...this.chart.bars.map(bar => bar.value));
      if (this.chart.rows) this.beneath(wide, most);
      else this.beside(wide, most);
    }

    size(wide, tall) {
      this.picture.setAttribute("viewBox", `0 0 ${wide} ${tall}`);
      this.picture.setAttribute("height", tall);
    }

    beside(wide, most) {
      const { bars } = this.chart;
      const step = wide / bars.length;
      const broad = Math.min(34, step * 0.68);
      this.size(wide, TALL + 36);
      bars.forEach((bar, at) => {
        const middle = (this.backwards ? bars.length - 1 - at : at) * step + step / 2;
        const tall = bar.value === 0 ? 2 : Math.max(5, TALL * bar.value / most);
        this.picture.append(drawn("rect", {
          x: middle - broad / 2, y: 16 + TALL - tall, width: broad, height: tall, rx: Math.min(5, tall / 2),
          class: `bars-bar ${bar.tone ?? ""} ${bar.now ? "now" : ""} ${bar.value === 0 ? "none" : ""}`,
        }));
        if (bar.value > 0) this.picture.append(drawn("text", {
          x: middle, y: 11 + TALL - tall, "text-anchor": "middle", class: "bars-value",
        }, bar.value));
      });
      const below = (at, text) => this.picture.append(drawn("text", {
        x: (at === 0) === !this.backwards ? step / 2 - broad / 2 : wide - step / 2 + broad / 2, y: TALL + 33,
        "text-anchor": (at === 0) === !this.backwards ? "start" : "end", class: "bars-name",
      }, text));
      below(0, bars[0].name);
      if (bars.length > 1) below(1, bars.at(-1).name);
    }

    beneath(wide, most) {
      const { bars } = this.chart;
      const step = 42;
      this.size(wide, bars.length * step);
      bars.forEach((bar, at) => {
        const long = Math.max(bar.value === 0 ? 0 : 8, wide * bar.value / most);
        this.picture.append(
          drawn("text", { x: this.backwards ? wide : 0, y: at * step + 15, "text-anchor": "start", class: "bars-name" }, bar.name),
          drawn("text", { x: this.backwards ? 0 : wide, y: at * step + 15, "text-anchor": "end", class: "bars-value" }, bar.value),
          drawn("rect", { x: 0, y: at * step + 23, width: wide, height: 10, rx: 5, class: "bars-track" }),
          drawn("rect", {
            x: this.backwards ? wide - long : 0, y: at * step + 23, width: long, height: 10, rx: 5,
            class: `bars-bar ${bar.tone ?? ""}`,
          }));
      });
    }
  }
  customElements.define("rung-bars", Bars);
})();
