/* A map of outlines that we serve ourselves: people as dots, areas as shapes, and a press that tells where. Leaflet comes
   from here too; nothing is asked of anybody else unless the attribute tiles names a server. */
(() => {
  /* Its states have finer outlines. */
  const US = "840";
  /* Beside this script: a page deeper down has no base that leads here, where its policy allows none. */
  const home = document.currentScript?.src ? new URL("..", document.currentScript.src) : document.baseURI;
  const here = path => new URL(path, home).href;
  let library;
  const files = new Map();

  function leaflet() {
    return library ??= new Promise((loaded, failed) => {
      const look = document.createElement("link");
      look.rel = "stylesheet";
      look.href = here("elements/leaflet/leaflet.css?v=00010904");
      document.head.append(look);
      const script = document.createElement("script");
      script.src = here("elements/leaflet/leaflet.js?v=00010904");
      script.onload = () => loaded(window.L);
      script.onerror = () => { library = undefined; failed(new Error("The map's library did not come")); };
      document.head.append(script);
    });
  }

  function outlines(name, version) {
    if (!files.has(name)) files.set(name, fetch(here(`maps/${name}.json?v=${version}`)).then(answer => {
      if (!answer.ok) throw new Error("The outlines did not come");
      return answer.json();
    }).then(read).catch(problem => { files.delete(name); throw problem; }));
    return files.get(name);
  }

  /* TopoJSON: lines that neighbours share, as steps from a first point; each shape names its lines, backwards as ~number. */
  function read(file) {
    const { scale, translate } = file.transform;
    const lines = file.arcs.map(arc => {
      let x = 0, y = 0;
      return arc.map(([dx, dy]) => [(y += dy) * scale[1] + translate[1], (x += dx) * scale[0] + translate[0]]);
    });
    const ring = numbers => numbers.flatMap((at, place) => {
      const line = at < 0 ? lines[~at].slice().reverse() : lines[at];
      return place ? line.slice(1) : line;
    });
    const shapes = {};
    for (const [name, object] of Object.entries(file.objects)) {
      shapes[name] = object.geometries.filter(each => each.arcs).map(each => ({
        id: each.id,
        rings: each.type === "Polygon" ? [each.arcs.map(ring)] : each.arcs.map(polygon => polygon.map(ring)),
      }));
    }
    return shapes;
  }

  /* The library takes text for markup, and what a dot says may be what strangers typed. */
  function said(words) {
    const text = document.createElement("span");
    text.textContent = words;
    return text;
  }

  class RungMap extends HTMLElement {
    static observedAttributes = ["people", "areas", "corners", "counties", "box"];

    connectedCallback() {
      if (this.started) return;
      this.started = true;
      this.words = this.data("words") ?? {};
      leaflet().then(L => this.start(L)).catch(problem => this.away(problem));
    }

    disconnectedCallback() {
      // Moved within the page, it is back at once.
      queueMicrotask(() => {
        if (this.isConnected || !this.map) return;
        this.looks.disconnect();
        this.sizes.disconnect();
        this.device.removeEventListener("change", this.relook);
        this.map.remove();
        this.map = undefined;
        this.started = false;
        this.replaceChildren();
      });
    }

    attributeChangedCallback(name) {
      if (!this.map) return;
      if (name === "box") this.fit();
      else this[name === "counties" ? "land" : name]();
    }

    data(name) {
      return JSON.parse(this.getAttribute(name) ?? "null");
    }

    away(problem) {
      console.warn(problem);
      this.started = false;
      const said = document.createElement("p");
      said.className = "map-away";
      said.setAttribute("role", "alert");
      said.textContent = this.words.away ?? "";
      this.replaceChildren(said);
    }

    start(L) {
      if (!this.isConnected) { this.started = false; return; }
      const box = document.createElement("div");
      box.className = "map-box";
      const cross = document.createElement("span");
      cross.className = "map-cross";
      cross.setAttribute("aria-hidden", "true");
      this.replaceChildren(box, cross);
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      this.map = L.map(box, {
        zoomControl: false, attributionControl: true, doubleClickZoom: false, minZoom: 2, maxZoom: 17, zoomSnap: 0.5,
        worldCopyJump: true, scrollWheelZoom: !this.hasAttribute("plain"), fadeAnimation: !still, zoomAnimation: !still, markerZoomAnimation: !still,
        maxBounds: [[-85, -220], [85, 220]],
      });
      this.L = L;
      L.control.zoom({ zoomInTitle: this.words.in, zoomOutTitle: this.words.out }).addTo(this.map);
      this.map.attributionControl.setPrefix(false).addAttribution(this.words.credit ?? "");
      if (this.hasAttribute("tiles")) {
        const credit = document.createElement("span");
        credit.textContent = this.getAttribute("credit");
        L.tileLayer(this.getAttribute("tiles"), { attribution: credit.innerHTML, maxZoom: 17 }).addTo(this.map);
      }
      for (const [pane, height] of [["world", 210], ["states", 220], ["counties", 230], ["areas", 410], ["dots", 420], ["corners", 430]]) {
        this.map.createPane(pane).style.zIndex = height;
        this.map.getPane(pane).style.pointerEvents = "none";
      }
      this.map.getPane("dots").style.pointerEvents = "auto";
      this.canvas = pane => L.canvas({ pane, padding: 0.4 });
      this.canvases = Object.fromEntries(["world", "states", "counties", "areas", "dots", "corners"].map(pane => [pane, this.canvas(pane)]));
      this.groups = {};
      box.setAttribute("role", "application");
      box.setAttribute("aria-label", this.words.map ?? "");
      this.fit();
      const plain = this.hasAttribute("plain");
      if (!plain) this.map.on("click", event => this.press(event.latlng));
      this.map.on("moveend", () => this.moved());
      // The library focuses the map when it is pressed; a ring and a cross are for whoever came by keyboard.
      let pressed = false;
      box.addEventListener("pointerdown", () => { pressed = true; box.classList.remove("keys"); }, true);
      box.addEventListener("focus", () => { box.classList.toggle("keys", !pressed); pressed = false; });
      box.addEventListener("keydown", event => {
        box.classList.add("keys");
        if (plain || event.target !== box || event.key !== "Enter") return;
        event.preventDefault();
        this.press(this.map.getCenter());
      });
      this.relook = () => this.paint();
      this.looks = new MutationObserver(this.relook);
      this.looks.observe(document.documentElement, { attributes: true, attributeFilter: ["class", "theme"] });
      this.device = matchMedia("(prefers-color-scheme: dark)");
      this.device.addEventListener("change", this.relook);
      // A dialog opens with a size of its own only after it is drawn.
      this.sizes = new ResizeObserver(() => {
        this.map.invalidateSize({ animate: false });
        if (!this.fitted) this.fit();
      });
      this.sizes.observe(box);
      this.colours();
      this.land();
      this.areas();
      this.people();
      this.corners();
      this.moved();
      this.toggleAttribute("ready", true);
    }

    fit() {
      const box = this.data("box");
      if (!box) { this.map.setView([39, -96], 4); return; }
      this.fitted = this.map.getContainer().clientWidth > 0;
      this.map.fitBounds(box, { animate: false, maxZoom: 13, padding: [12, 12] });
    }

    press(at) {
      const place = at.wrap();
      // The server's answer draws it for good.
      this.temporary?.remove();
      this.temporary = this.L.circleMarker(place, { ...this.styles.corner, renderer: this.canvases.corners, interactive: false }).addTo(this.map);
      this.tell("map-pressed", { latitude: place.lat, longitude: place.lng });
    }

    moved() {
      clearTimeout(this.soon);
      this.soon = setTimeout(() => {
        if (!this.map) return;
        const box = this.map.getBounds();
        const within = (degrees, most) => Math.max(-most, Math.min(most, degrees));
        const look = {
          south: within(box.getSouth(), 90), west: within(box.getWest(), 180),
          north: within(box.getNorth(), 90), east: within(box.getEast(), 180), zoom: Math.round(this.map.getZoom()),
        };
        const said = JSON.stringify(look);
        if (said === this.said) return;
        this.said = said;
        this.tell("map-moved", look);
        this.land();
      }, 180);
    }

    tell(name, detail) {
      this.dispatchEvent(new CustomEvent(name, { detail }));
    }

    /*
     * Canvases know no custom properties: what a token means now is read from an element that has it as its colour. A new
     * one each time: where less motion is wished every change takes a moment, and one element would show the colour before.
     */
    colours() {
      const colour = name => {
        const probe = document.createElement("i");
        probe.style.color = `var(--map-${name})`;
        this.append(probe);
        const seen = getComputedStyle(probe).color;
        probe.remove();
        return seen;
      };
      const filled = (line, fill, weight, share) =>
        ({ color: colour(line), weight, fillColor: colour(fill), fillOpacity: share, opacity: 1 });
      const pictures = this.hasAttribute("tiles");
      this.styles = {
        world: { ...filled("line", "land", 1, pictures ? 0 : 1), stroke: !pictures },
        states: filled("border", "land", 1.3, pictures ? 0 : 1),
        counties: { ...filled("line", "land", 0.8, 0) },
        area: filled("shape", "shape", 2.5, 0.2),
        dot: filled("on-dot", "dot", 1, 0.85),
        corner: { ...filled("on-dot", "shape", 2, 1), radius: 7 },
        drawing: { color: colour("shape"), weight: 2.5, dashArray: "6 6", fillColor: colour("shape"), fillOpacity: 0.12 },
      };
    }

    paint() {
      if (!this.map) return;
      this.colours();
      for (const name of ["world", "states", "counties"]) this.groups[name]?.setStyle(this.styles[name]);
      this.areas();
      this.people();
      this.corners();
    }

    shown(name) {
      const close = this.map.getZoom() >= 7;
      return name !== "counties" || close || this.getAttribute("counties") === "true";
    }

    land() {
      const version = this.getAttribute("outlines");
      this.layer("world", outlines("world", version), shapes => shapes.countries.filter(each => each.id !== US));
      this.layer("states", outlines("us", version), shapes => shapes.states);
      this.layer("counties", outlines("us", version), shapes => shapes.counties);
    }

    layer(name, file, which) {
      const shown = this.shown(name);
      if (this.groups[name]) {
        if (shown !== this.map.hasLayer(this.groups[name])) this.map[shown ? "addLayer" : "removeLayer"](this.groups[name]);
        return;
      }
      if (!shown) return;
      file.then(shapes => {
        if (!this.map || this.groups[name]) return;
        const style = { ...this.styles[name], renderer: this.canvases[name], interactive: false, smoothFactor: 0.6 };
        this.groups[name] = this.L.featureGroup(which(shapes).map(each => this.L.polygon(each.rings, style))).addTo(this.map);
      }).catch(problem => console.warn(problem));
    }

    fresh(name) {
      this.groups[name]?.remove();
      return this.groups[name] = this.L.featureGroup().addTo(this.map);
    }

    areas() {
      const group = this.fresh("areas");
      const style = { ...this.styles.area, renderer: this.canvases.areas, interactive: false };
      for (const each of this.data("areas") ?? []) {
        if (each.middle) this.L.circle(each.middle, { ...style, radius: each.meters }).addTo(group);
        else if (each.rings) this.L.polygon(each.rings, style).addTo(group);
        else outlines("us", this.getAttribute("outlines")).then(shapes => {
          const county = shapes.counties.find(one => one.id === each.county);
          if (county && group === this.groups.areas) this.L.polygon(county.rings, style).addTo(group);
        }).catch(problem => console.warn(problem));
      }
      this.temporary?.remove();
    }

    people() {
      const group = this.fresh("people");
      const dots = this.data("people") ?? [];
      const most = Math.max(1, ...dots.map(dot => dot.people));
      for (const dot of dots) {
        this.L.circleMarker([dot.latitude, dot.longitude], {
          ...this.styles.dot, renderer: this.canvases.dots, bubblingMouseEvents: true,
          radius: this.hasAttribute("plain") ? 6 + 8 * Math.sqrt(dot.people / Math.max(most, 4)) : 4 + 14 * Math.sqrt(dot.people / most),
        }).bindTooltip(said(dot.said), { direction: "top" }).addTo(group);
      }
    }

    corners() {
      const group = this.fresh("corners");
      const corners = this.data("corners") ?? [];
      const style = { renderer: this.canvases.corners, interactive: false };
      if (corners.length > 2) this.L.polygon(corners, { ...this.styles.drawing, ...style }).addTo(group);
      else if (corners.length > 1) this.L.polyline(corners, { ...this.styles.drawing, ...style, fill: false }).addTo(group);
      for (const corner of corners) this.L.circleMarker(corner, { ...this.styles.corner, ...style }).addTo(group);
      this.temporary?.remove();
    }
  }
  customElements.define("rung-map", RungMap);
})();
