/* Charts: a picture drawn by Apache ECharts, and under it the same as a table, each number a link to its people. */
(() => {
  const DRAWER = new URL("../charts/echarts-6.1.0.js", document.currentScript?.src ?? document.baseURI).href;
  const TONES = { good: "--good", bad: "--bad", warn: "--warn", brand: "--brand" };
  const DARK = matchMedia("(prefers-color-scheme: dark)");
  const STILL = matchMedia("(prefers-reduced-motion: reduce)");

  function made(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  /* Attribute data: JSON of { kind, title, titles, columns, tones, rows: [{ names, cells: [{ value, text, link, unit }] }],
     table }. kind is AREA, LINES, BARS, FLOW or TABLE; a number without a value is not drawn and says a dash. */
  class Chart extends HTMLElement {
    static observedAttributes = ["data"];

    connectedCallback() {
      this.anew ??= () => this.draw();
      this.wide ??= new ResizeObserver(() => this.picture && this.drawn?.resize());
      this.look ??= new MutationObserver(this.anew);
      this.wide.observe(this);
      this.look.observe(document.documentElement, { attributes: true, attributeFilter: ["class", "theme", "dir"] });
      DARK.addEventListener("change", this.anew);
      this.show();
    }

    disconnectedCallback() {
      this.wide.disconnect();
      this.look.disconnect();
      DARK.removeEventListener("change", this.anew);
      this.drawn?.dispose();
      this.drawn = undefined;
    }

    attributeChangedCallback() {
      if (this.isConnected) this.show();
    }

    show() {
      this.drawn?.dispose();
      this.drawn = undefined;
      this.picture = undefined;
      this.chart = JSON.parse(this.getAttribute("data") ?? "null");
      this.replaceChildren();
      if (!this.chart) return;
      if (this.chart.kind === "TABLE") {
        this.append(this.table());
        return;
      }
      this.picture = made("div", `chart-picture chart-${this.chart.kind.toLowerCase()}`);
      this.picture.setAttribute("aria-hidden", "true");
      const more = made("details", "chart-table");
      more.append(made("summary", "small", this.chart.table), this.table());
      this.append(this.picture, more);
      this.draw();
    }

    table() {
      const { title, titles, columns, rows } = this.chart;
      const table = made("table", "figures");
      table.createCaption().className = "visually-hidden";
      table.caption.textContent = title;
      const head = table.createTHead().insertRow();
      for (const name of [...titles, ...columns]) {
        const cell = made("th", "", name);
        cell.scope = "col";
        head.append(cell);
      }
      const body = table.createTBody();
      for (const row of rows) {
        const line = body.insertRow();
        row.names.forEach((name, at) => {
          const cell = made(at === 0 ? "th" : "td", "", name);
          if (at === 0) cell.scope = "row";
          else cell.dataset.label = titles[at];
          line.append(cell);
        });
        row.cells.forEach((one, at) => {
          const cell = made("td", "num");
          cell.dataset.label = columns[at];
          if (one.link) {
            const link = made("a", "", one.text);
            link.href = one.link;
            cell.append(link);
          } else cell.textContent = one.text;
          line.append(cell);
        });
      }
      const scroll = made("div", "scroll-x");
      scroll.tabIndex = 0;
      scroll.setAttribute("role", "region");
      scroll.setAttribute("aria-label", title);
      scroll.append(table);
      return scroll;
    }

    async draw() {
      if (!this.picture) return;
      const asked = this.picture;
      const { init } = await import(DRAWER);
      if (asked !== this.picture || !this.isConnected) return;
      this.drawn ??= init(asked, null, { renderer: "svg" });
      const styles = getComputedStyle(this);
      this.colour = name => styles.getPropertyValue(name).trim();
      const option = this.chart.kind === "FLOW" ? this.flow() : this.steps();
      this.drawn.setOption({
        animation: !STILL.matches,
        animationDuration: 300,
        textStyle: { fontFamily: styles.fontFamily, color: this.colour("--ink-2"), fontSize: 12 },
        ...option,
      }, true);
      this.drawn.off("click");
      this.drawn.on("click", pressed => {
        const cell = this.cell(pressed);
        if (cell?.link) location.assign(cell.link);
      });
    }

    cell(pressed) {
      return this.chart.kind === "FLOW"
        ? this.chart.rows[pressed.data?.row]?.cells[0]
        : this.chart.rows[pressed.dataIndex]?.cells[this.columns()[pressed.seriesIndex]];
    }

    tone(at) {
      const tone = this.chart.tones[at] ?? "brand";
      return this.colour(TONES[tone] ?? `--${tone}`);
    }

    /* Only what is counted alike shares an axis; the rest is in the table. */
    columns() {
      const unit = this.chart.rows[0]?.cells[0]?.unit;
      return this.chart.columns.map((name, at) => at).filter(at => this.chart.rows[0]?.cells[at]?.unit === unit);
    }

    tooltip(trigger, words) {
      return {
        trigger,
        confine: true,
        renderMode: "richText",
        backgroundColor: this.colour("--card"),
        borderColor: this.colour("--line"),
        textStyle: { color: this.colour("--ink"), fontSize: 13 },
        formatter: words,
      };
    }

    steps() {
      const { kind, columns, rows } = this.chart;
      const lines = this.columns();
      const line = this.colour("--line");
      const name = at => columns[lines[at]];
      return {
        grid: { left: 4, right: 12, top: lines.length > 1 ? 40 : 12, bottom: 4, containLabel: true },
        legend: lines.length > 1
          ? { top: 0, left: 0, type: "scroll", icon: "roundRect", itemWidth: 12, itemHeight: 12, textStyle: { color: this.colour("--ink-2") } }
          : undefined,
        tooltip: this.tooltip("axis", points => [
          points[0]?.axisValue,
          ...points.toReversed().map(point =>
            `${point.seriesName}: ${rows[point.dataIndex].cells[lines[point.seriesIndex]].text}`),
        ].join("\n")),
        xAxis: {
          type: "category",
          inverse: getComputedStyle(this).direction === "rtl",
          boundaryGap: kind === "BARS",
          data: rows.map(row => row.names[0]),
          axisLine: { lineStyle: { color: line } },
          axisTick: { show: false },
          axisLabel: { color: this.colour("--ink-2"), hideOverlap: true, width: 90, overflow: "truncate" },
        },
        yAxis: {
          type: "value",
          minInterval: rows[0]?.cells[0]?.unit === "COUNT" ? 1 : 0,
          splitLine: { lineStyle: { color: line } },
          axisLabel: { color: this.colour("--ink-2") },
        },
        series: lines.map((column, at) => ({
          name: name(at),
          type: kind === "BARS" ? "bar" : "line",
          stack: kind === "AREA" ? "all" : undefined,
          areaStyle: kind === "AREA" ? { opacity: 1 } : undefined,
          symbol: kind === "LINES" ? "circle" : "none",
          symbolSize: 7,
          triggerLineEvent: true,
          connectNulls: false,
          lineStyle: { width: kind === "AREA" ? 0 : 2.5 },
          barMaxWidth: 26,
          itemStyle: { color: this.tone(column), borderRadius: kind === "BARS" ? [5, 5, 0, 0] : 0 },
          data: rows.map(row => row.cells[column].value),
        })),
      };
    }

    flow() {
      const { rows } = this.chart;
      const from = name => `${name} `;
      const names = new Map();
      for (const row of rows) {
        names.set(from(row.names[0]), row.names[0]);
        names.set(row.names[1], row.names[1]);
      }
      const rung = name => Math.min(6, Math.max(1, Number.parseInt(name, 10) || 1));
      return {
        tooltip: this.tooltip("item", point => point.dataType === "edge"
          ? `${rows[point.data.row].names.join(" → ")}: ${rows[point.data.row].cells[0].text}`
          : names.get(point.name)),
        series: [{
          type: "sankey",
          left: 4,
          right: 4,
          top: 8,
          bottom: 8,
          nodeGap: 14,
          nodeWidth: 12,
          layoutIterations: 0,
          emphasis: { focus: "adjacency" },
          label: {
            color: this.colour("--ink"), fontSize: 12, width: Math.max(60, this.clientWidth / 3.2), overflow: "truncate",
            formatter: point => names.get(point.name),
          },
          data: [...names].sort(([, a], [, b]) => rung(b) - rung(a)).map(([name, shown]) => ({
            name,
            itemStyle: { color: this.colour(`--rung-${rung(shown)}`) },
            label: { position: name.endsWith(" ") ? "right" : "left" },
            depth: name.endsWith(" ") ? 0 : 1,
          })),
          links: rows.map((row, at) => ({
            source: from(row.names[0]),
            target: row.names[1],
            value: row.cells[0].value,
            row: at,
            lineStyle: { color: this.colour(rung(row.names[1]) > rung(row.names[0]) ? "--good" : "--warn"), opacity: .45 },
          })),
        }],
      };
    }
  }
  customElements.define("rung-chart", Chart);
})();
