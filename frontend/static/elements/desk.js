/* The texter's desk: a composer that counts segments and marks what was filled in, and the screen of first texts. */
(() => {
  if (customElements.get("rung-composer")) return;

  const GSM = new Set("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");
  const DOUBLE = new Set("^{}\\[]~|€\f");
  const LONGEST = 1600;

  /* As the server counts: GSM-7 160/153, else UCS-2 70/67 units; a double or a surrogate pair is never split. */
  function segments(text) {
    const signs = [...text];
    const culprit = signs.find(sign => !GSM.has(sign) && !DOUBLE.has(sign));
    const width = sign => (culprit === undefined ? (DOUBLE.has(sign) ? 2 : 1) : sign.length);
    const units = signs.reduce((sum, sign) => sum + width(sign), 0);
    const [one, many] = culprit === undefined ? [160, 153] : [70, 67];
    if (units <= one) return { count: 1, units, room: one, culprit };
    let count = 1, used = 0;
    for (const sign of signs) {
      if (used + width(sign) > many) { count++; used = 0; }
      used += width(sign);
    }
    return { count, units, room: count * many, culprit };
  }

  /* As the server finds them (Found.java, Bare.java): each address leaves as a short link, and is counted as one. */
  const ADDRESS = new RegExp(
    String.raw`(?<![A-Za-z0-9+.\-])[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s<>"“”]+|` +
    String.raw`(?<![\p{L}\p{M}\p{N}@\/])(?<![\p{L}\p{M}\p{N}][._\-])` +
    String.raw`(?<host>(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}_\-]*\.)+[\p{L}\p{N}][\p{L}\p{M}\p{N}\-]*)` +
    String.raw`(?<rest>(?::[0-9]{1,5}(?![0-9]))?(?:\/[^\s<>"“”]*|[?#][\p{L}\p{N}_\-]+=[^\s<>"“”]*)?)` +
    String.raw`(?![\p{L}\p{M}\p{N}@_\-])`, "gu");
  const PAIRS = { ")": "(", "]": "[", "}": "{" };
  const PLAIN = new Set(["com", "org", "net", "edu", "gov"]);
  const BEFORE_COUNTRY = new Set([...PLAIN, "gob", "co", "ac"]);

  function knownEnding(label) {
    const lower = label.toLowerCase();
    return (label === lower || label === label.toUpperCase()) && (window.rungEndings?.has(lower) || lower.startsWith("xn--"));
  }

  /* Whether a telephone makes a link of this name without https://. */
  function leads(host, rest) {
    const page = rest.includes("/") && rest.indexOf("/") < rest.length - 1;
    if (/^\d{1,3}(\.\d{1,3}){3}$/.test(host)) return page;
    const labels = host.split(".");
    const [before, last] = labels.slice(-2);
    if (labels.length < 2 || !knownEnding(last)) return false;
    if (labels[0].toLowerCase() === "www") return labels.length > 2;
    if (PLAIN.has(last.toLowerCase())) return true;
    if (last.length === 2 && labels.length > 2 && BEFORE_COUNTRY.has(before.toLowerCase())) return true;
    const names = labels.slice(0, -1);
    const shortFor = names.length > 1 && names.every(name => [...name].length === 1);
    return page && /\p{L}/u.test(before) && !shortFor;
  }

  function shortened(text, link) {
    if (!link || !/[:.]/.test(text)) return text;
    return text.replace(ADDRESS, (found, ...rest) => {
      const { host } = rest.at(-1);
      let end = found.length;
      const many = sign => found.slice(0, end).split(sign).length;
      while (end && (".,;:!?'’»…*".includes(found[end - 1]) || (PAIRS[found[end - 1]] && many(PAIRS[found[end - 1]]) < many(found[end - 1])))) end--;
      if (host && !leads(host, found.slice(host.length, end))) {
        /* The part before a sentence that lacks its space, or nothing. */
        for (end = host.lastIndexOf("."); end > 0 && !leads(host.slice(0, end), ""); end = host.lastIndexOf(".", end - 1));
        if (end <= 0) return found;
      }
      return link + found.slice(end);
    });
  }
  window.rungShortened = shortened;

  /* The seconds that are left, for those who look; nobody is read them one by one. */
  function countdown(seconds) {
    const left = document.createElement("span");
    left.className = "num";
    left.setAttribute("aria-hidden", "true");
    const until = Date.now() + seconds * 1000;
    const show = () => {
      const now = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      left.textContent = ` ${now} s`;
      if (!now) clearInterval(timer);
    };
    const timer = setInterval(show, 250);
    show();
    return left;
  }
  window.rungCountdown = countdown;

  function say(words, ...given) {
    return given.reduce((text, value, at) => text.replaceAll(`{${at}}`, value), words ?? "");
  }

  function freshKey() {
    const random = crypto.getRandomValues(new Uint8Array(16));
    return [...random].map(byte => byte.toString(16).padStart(2, "0")).join("");
  }

  /* What is being written outlives a reload, a server that is gone and signing in again: in this window only, and with the
     key of the request that may have taken it already, so that the same words sent again are still one text. */
  const kept = {
    name: place => "rung-words:" + place,
    get(place) {
      try { return JSON.parse(sessionStorage.getItem(this.name(place))) ?? undefined; } catch { return undefined; }
    },
    set(place, words) {
      try { sessionStorage.setItem(this.name(place), JSON.stringify(words)); } catch { /* Full, or forbidden: then not. */ }
    },
    drop(place) {
      try { sessionStorage.removeItem(this.name(place)); } catch { /* There was none. */ }
    },
  };

  /* Enough of some words to know them again. */
  function trace(text) {
    let sum = 5381;
    for (const sign of text) sum = ((sum * 33) ^ sign.codePointAt(0)) | 0;
    return text.length + ":" + sum;
  }

  /* One shape for whatever the server hears; what does not belong to it is empty. */
  function tell(from, what, detail) {
    from.dispatchEvent(new CustomEvent("desk-said", { detail: { id: "", body: "", request: "", message: "", reason: "", ...detail, what } }));
  }

  function make(tag, classes, text) {
    const made = document.createElement(tag);
    if (classes) made.className = classes;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function button(text, classes, press) {
    const made = make("button", "btn " + classes, text);
    made.type = "button";
    made.addEventListener("click", press);
    return made;
  }

  /* Attributes: none. What chooses a picture stands beside it and says when one is on its way. Properties come through set(json): words, placeholder, second (label of the other button). */
  class Composer extends HTMLElement {
    connectedCallback() {
      if (this.area) return;
      this.filled = [];
      this.words = {};
      this.key = freshKey();
      const box = make("div", "composer-box");
      this.marks = make("div", "composer-marks");
      this.marks.setAttribute("aria-hidden", "true");
      this.area = make("textarea", "composer-area");
      this.area.rows = 1;
      /* An address may be long: what leaves is what counts. */
      this.area.maxLength = 2 * LONGEST;
      this.count = make("span", "small muted num composer-count");
      this.count.setAttribute("role", "status");
      this.second = button("", "ghost", () => {
        if (this.place) kept.drop(this.place);
        tell(this, "second");
      });
      this.go = button("", "", event => {
        /* The second half of a double click would send what has come up meanwhile. */
        const again = event.detail > 1 && event.timeStamp - this.pressed < 400;
        this.pressed = event.timeStamp;
        if (!again) this.send();
      });
      box.append(this.marks, this.area);
      const buttons = make("div", "row");
      buttons.append(this.second, this.go);
      const foot = make("div", "composer-foot");
      foot.append(this.count, buttons);
      this.append(box, foot);
      this.area.addEventListener("input", () => { this.written(); this.draw(); this.later(); });
      this.area.addEventListener("scroll", () => { this.marks.scrollTop = this.area.scrollTop; });
      this.area.addEventListener("keydown", event => this.press(event));
      this.parentElement?.addEventListener("picture-busy", event => { this.busy = event.detail; this.draw(); });
      this.draw();
      if (this.waiting) { this.set(this.waiting); delete this.waiting; }
      if (this.waitingPlace) { this.keepAt(this.waitingPlace); delete this.waitingPlace; }
    }

    /* Called when its text is set: keeps what is written under this name, and takes up what was kept there, unless the
       server knows words that this window never told it: then they were written, or sent, somewhere else since. */
    keepAt(place) {
      if (!this.area) { this.waitingPlace = place; return; }
      this.place = place;
      this.given = this.area.value;
      this.told = [trace(this.given)];
      const before = kept.get(place);
      if (!before) return;
      if (!before.told?.includes(trace(this.given))) { kept.drop(place); return; }
      this.told = before.told;
      this.key = before.key;
      this.asked = true;
      if (before.text === this.given) return;
      this.area.value = before.text;
      this.filled = [];
      this.draw();
      /* The server may know older words. */
      this.later();
    }

    /* Other words are another text, whatever became of those before. */
    written() {
      if (this.asked) this.key = freshKey();
      this.asked = false;
      if (!this.place) return;
      const text = this.area.value;
      if (text === this.given || !text.trim()) kept.drop(this.place);
      else this.keep(text);
    }

    keep(text) {
      kept.set(this.place, { text, key: this.key, told: this.told });
    }

    /* The server has these words, and no older ones of this window. */
    stored(text) {
      if (!this.place) return;
      this.told = [trace(text)];
      if (kept.get(this.place)) this.keep(this.area.value);
    }

    /* The server has taken what was sent; what was written since is the next text. */
    taken() {
      if (this.sending === undefined || this.area.value === this.sending) { this.fill("", []); return; }
      this.told = [trace("")];
      this.given = "";
      this.sending = undefined;
      this.written();
      this.later();
    }

    set(json) {
      if (!this.area) { this.waiting = json; return; }
      const given = JSON.parse(json);
      this.words = given.words;
      this.area.placeholder = given.placeholder ?? "";
      this.area.setAttribute("aria-label", given.words.label);
      this.second.textContent = given.second ?? "";
      this.second.hidden = !given.second;
      this.go.textContent = given.words.send;
      if (given.text !== undefined) this.fill(given.text, given.filled ?? []);
      this.draw();
    }

    fill(text, filled) {
      this.area.value = text;
      this.filled = filled ?? [];
      this.key = freshKey();
      this.asked = false;
      this.sending = undefined;
      /* The server has it. */
      if (!text && this.place) { kept.drop(this.place); this.given = ""; this.told = [trace("")]; }
      this.draw();
    }

    /* What leaves with a picture is one message, however long. */
    picture(there) {
      this.mms = there;
      if (this.area) this.draw();
    }

    /* A reply of the script goes in; what one wrote oneself stays before it. */
    put(text) {
      const own = this.area.value.trim();
      this.fill(own && own !== this.lastPut ? own + " " + text : text, []);
      this.lastPut = text;
      this.area.focus();
      this.area.setSelectionRange(this.area.value.length, this.area.value.length);
      this.written();
      this.later();
    }

    press(event) {
      /* Out of the field, where the digits press the script's answers. */
      if (event.key === "Escape") this.area.blur();
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      if (matchMedia("(pointer: coarse)").matches && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      /* A key that is held repeats itself; a text is sent once. */
      if (!event.repeat) this.send();
    }

    send() {
      const body = this.area.value.trim();
      if (!body || this.go.disabled) return;
      clearTimeout(this.timer);
      /* However often it is pressed until the server answers, the same words are one text: other words get another key. */
      this.asked = true;
      this.sending = this.area.value;
      if (this.place) this.keep(this.area.value);
      this.lastPut = undefined;
      tell(this, "send", { body, request: this.key });
    }

    later() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        const body = this.area.value;
        if (this.place) {
          /* Perhaps it arrives and only the answer does not. */
          this.told = [...(this.told ?? []), trace(body)].slice(-50);
          if (kept.get(this.place)) this.keep(body);
        }
        tell(this, "draft", { body });
      }, 700);
    }

    draw() {
      const text = this.area.value;
      const shown = document.createDocumentFragment();
      let from = 0;
      for (const words of this.filled) {
        const at = words ? text.indexOf(words, from) : -1;
        if (at < 0) continue;
        shown.append(text.slice(from, at), make("mark", "", words));
        from = at + words.length;
      }
      shown.append(text.slice(from) + "\u200b");
      this.marks.replaceChildren(shown);
      this.go.disabled = !text.trim() || !!this.busy;
      if (!this.words.count) return;
      const leaves = shortened(text, this.words.link);
      if (this.mms) {
        this.count.textContent = say(this.words.picture, leaves.length, LONGEST);
        this.count.classList.toggle("warn", leaves.length > LONGEST);
        this.go.disabled ||= leaves.length > LONGEST;
        return;
      }
      const size = segments(leaves);
      this.count.textContent = text ? say(size.count === 1 ? this.words.count : this.words.counts, size.units, size.room, size.count) : "";
      if (size.culprit !== undefined && text) {
        this.count.textContent += " · " + say(this.words.culprit, size.culprit);
      }
      this.count.classList.toggle("warn", size.count > 1);
      this.go.disabled ||= leaves.length > LONGEST;
    }
  }

  /* Where one left first texts for replies: in this window, until one is back there. */
  const wayBack = me => "rung-way-back:" + me;

  class WayBack extends HTMLElement {
    static observedAttributes = ["me", "words"];

    connectedCallback() { this.show(); }

    attributeChangedCallback() { this.show(); }

    show() {
      if (!this.isConnected || this.firstChild || !this.hasAttribute("me") || !this.hasAttribute("words")) return;
      let to;
      try { to = sessionStorage.getItem(wayBack(this.getAttribute("me"))); } catch { /* Forbidden: then there is no way. */ }
      if (!to) return;
      const link = make("a", "btn ghost small", "‹ " + this.getAttribute("words"));
      link.href = to;
      this.append(link);
    }
  }

  /* First texts, one after another. The next card is here before the last one has left: nobody waits for the server. */
  class FirstTexts extends HTMLElement {
    connectedCallback() {
      if (!this.press) this.listen();
      if (this.cards) return;
      this.cards = [];
      this.known = new Set();
      this.sent = new Map();
      this.asked = false;
      this.setAttribute("role", "region");
      if (this.waiting) { this.begin(this.waiting); delete this.waiting; }
    }

    /* While nothing has the focus, the keyboard belongs to the card; Alt+S asks from anywhere why it is left out. */
    listen() {
      this.press = event => {
        if (event.code === "KeyS" && event.altKey && !event.ctrlKey && !event.metaKey) {
          event.preventDefault();
          if (!event.repeat) this.ask();
          return;
        }
        if (event.code === "KeyR" && event.altKey && !event.ctrlKey && !event.metaKey && this.waits?.firstChild) {
          event.preventDefault();
          this.toReplies();
          return;
        }
        if (this.choosing?.(event)) return;
        if (event.target !== document.body || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === "Enter" && this.cards?.length) this.composer.send();
        else if (event.key.length === 1 && event.key !== " ") this.composer.area?.focus();
      };
      document.addEventListener("keydown", this.press);
    }

    disconnectedCallback() {
      document.removeEventListener("keydown", this.press);
      delete this.press;
    }

    begin(json) {
      if (!this.cards) { this.waiting = json; return; }
      Object.assign(this, JSON.parse(json));
      this.build();
      this.deal(JSON.stringify(this.first));
    }

    build() {
      const words = this.words;
      this.setAttribute("aria-label", this.campaign);
      const back = button("‹", "ghost small", () => tell(this, "back", {}));
      back.setAttribute("aria-label", words.back);
      const title = make("div", "grow");
      const name = make("h1", "desk-title clip", this.campaign);
      this.progress = make("span", "small muted num");
      title.append(name, this.progress);
      const line = make("div", "row");
      line.append(back, title);
      this.bar = make("b");
      const bar = make("div", "bar");
      bar.append(this.bar);
      const top = make("div", "desk-top");
      top.append(line, bar);
      try { sessionStorage.removeItem(wayBack(this.me)); } catch { /* There was none. */ }
      /* There before it says anything: what comes into it is read out, without haste. */
      const told = this.waits;
      this.waits = make("div", "desk-waits");
      this.waits.setAttribute("role", "status");
      this.repliesWait(told);
      this.who = make("div", "desk-who");
      this.thread = make("div", "desk-thread");
      this.composer = document.createElement("rung-composer");
      const does = { send: said => this.send(said), second: () => this.ask(), draft: said => this.draft(said.body) };
      this.composer.addEventListener("desk-said", event => does[event.detail.what](event.detail));
      this.foot = make("div", "desk-foot");
      this.photo = make("div", "desk-photo");
      this.skipping = make("div", "desk-skips");
      this.skipping.setAttribute("role", "group");
      this.skipping.hidden = true;
      this.note = make("div", "small muted desk-note");
      this.note.setAttribute("role", "status");
      this.composer.addEventListener("input", () => this.mark());
      this.foot.append(this.photo, this.note, this.composer, this.skipping);
      this.card = make("div", "desk-card");
      this.card.append(this.who, this.thread, this.foot);
      this.rest = make("div", "desk-rest empty");
      this.rest.hidden = true;
      this.toast = make("div", "desk-toast");
      this.toast.setAttribute("role", "status");
      this.toast.hidden = true;
      this.replaceChildren(top, this.waits, this.card, this.rest, this.toast);
      this.composer.set(JSON.stringify({ words: words.composer, second: this.skips ? words.skip : "" }));
      this.composer.second.title = words.skipKey;
      this.composer.second.setAttribute("aria-keyshortcuts", "Alt+S");
      for (const part of [this.who, this.thread]) this.swipe(part);
    }

    /* Replies that wait: a line over the card, which stays where it is. */
    repliesWait(sentence) {
      if (!(this.waits instanceof HTMLElement)) { this.waits = sentence; return; }
      const there = this.waits.querySelector("button");
      if (!sentence) this.waits.replaceChildren();
      else if (there) there.firstChild.textContent = sentence;
      else {
        const go = button("", "ghost small", () => this.toReplies());
        go.setAttribute("aria-keyshortcuts", "Alt+R");
        const arrow = make("span", "", "›");
        arrow.setAttribute("aria-hidden", "true");
        go.append(sentence, arrow);
        this.waits.append(go);
      }
    }

    /* There, and back to this card. */
    toReplies() {
      const card = this.cards[0];
      if (card) {
        try {
          sessionStorage.setItem(wayBack(this.me), location.pathname + "?card=" + card.id);
        } catch { /* Full, or forbidden: then the home page leads back. */ }
      }
      tell(this, "replies", {});
    }

    deal(json) {
      const fresh = JSON.parse(json);
      for (const card of fresh) {
        if (this.known.has(card.id)) continue;
        this.known.add(card.id);
        this.cards.push(card);
      }
      this.asked = false;
      this.dry = fresh.length === 0;
      this.show();
    }

    show() {
      const card = this.cards[0];
      this.count();
      /* Over the field, however tall it has grown. */
      (card ? this.foot : this).append(this.toast);
      this.card.hidden = !card;
      this.rest.hidden = !!card;
      if (!card) {
        if (this.dry) this.finish(); else this.fetch();
        return;
      }
      if (card !== this.shown) {
        this.shown = card;
        this.keep();
        const who = make("div", "grow");
        who.append(make("h2", "", card.name), make("div", "small muted", card.about));
        if (card.leaves) who.append(make("div", "small desk-leaves", card.leaves));
        const face = make("div", "face", card.initials || "?");
        face.setAttribute("aria-hidden", "true");
        this.who.replaceChildren(face, who, this.ladder(card));
        this.thread.replaceChildren(...(card.thread.length ? card.thread.map(line => {
          const bubble = make("div", "bub " + (line.in ? "them" : "us"), line.covered ? "" : line.text);
          if (line.covered) bubble.append(this.cover(line.text));
          bubble.title = line.at;
          return bubble;
        }) : [make("span", "small muted", this.words.nothing)]));
        this.photo.hidden = !card.picture;
        this.photo.replaceChildren(...(card.picture ? [this.shot(card.picture)] : []));
        this.composer.picture(!!card.picture);
        this.composer.fill(card.body, card.filled);
        this.composer.area.setAttribute("aria-label", say(this.words.composer.label, card.name));
        const locked = card.edits === "LOCKED";
        this.composer.area.readOnly = locked;
        this.composer.classList.toggle("locked", locked);
        if (locked) { kept.drop(this.spot(card.id)); this.composer.place = undefined; }
        else this.composer.keepAt(this.spot(card.id));
        this.mark();
        /* It may have left all the same: the same words again are the same request. */
        if (card.request) { this.composer.key = card.request; this.composer.asked = true; delete card.request; }
        if (matchMedia("(pointer: fine)").matches) {
          /* A frame later: as the page opens, what is drawn first takes no focus yet. */
          requestAnimationFrame(() => {
            this.composer.area.focus({ preventScroll: true });
            this.composer.area.setSelectionRange(card.body.length, card.body.length);
          });
        }
      }
      if (this.cards.length < 6) this.fetch();
    }

    /* What may be done to the words, or what becomes of it. */
    mark() {
      const card = this.cards[0];
      const changed = card?.edits === "FLAGGED" && this.composer.area.value.trim() !== card.scripted.trim();
      const note = card?.edits === "LOCKED" ? this.words.locked : changed ? this.words.flagged : "";
      if (this.note.textContent !== note) this.note.textContent = note;
    }

    shot(address) {
      const shot = make("img", "picture-small");
      shot.src = address;
      shot.alt = this.words.picture;
      return shot;
    }

    /* Words that may hurt are not on the screen until somebody asks for them. */
    cover(text) {
      const button = make("button", "covered");
      button.type = "button";
      button.setAttribute("aria-label", this.words.coveredName);
      const lines = make("span", "covered-lines");
      lines.setAttribute("aria-hidden", "true");
      button.append(lines, make("span", "", this.words.covered), make("span", "covered-show", this.words.coveredShow));
      button.addEventListener("click", () => {
        const shown = make("span", "", text);
        shown.tabIndex = -1;
        button.replaceWith(shown);
        shown.focus();
      });
      return button;
    }

    ladder(card) {
      const ladder = make("span", "ladder-mini");
      ladder.setAttribute("role", "img");
      ladder.setAttribute("aria-label", card.rung);
      ladder.title = card.rung;
      for (let rung = 1; rung <= card.rungs; rung++) ladder.append(make("i", rung <= card.position ? "on" : ""));
      return ladder;
    }

    spot(id) {
      return this.me + "/" + id;
    }

    fetch() {
      if (this.asked || this.dry) return;
      this.asked = true;
      tell(this, "more", {});
    }

    count() {
      const total = this.done + this.left;
      this.progress.textContent = say(this.words.progress, this.done, total);
      this.bar.style.width = total ? (100 * this.done) / total + "%" : "0";
    }

    send({ body, request }) {
      const card = this.cards.shift();
      if (!card) return;
      this.sent.set(card.id, { card, body, request });
      this.done++; this.left--;
      tell(this, "send", { id: card.id, body, request });
      this.show();
    }

    /* Own words survive a reload; those of the script need no keeping. */
    draft(body) {
      const card = this.cards[0];
      if (card) tell(this, "draft", { id: card.id, body: body === card.scripted ? "" : body });
    }

    /* Why this one is left out, in one tap: instead of the words, which come back with "keep". */
    ask() {
      const card = this.cards[0];
      if (!card || !this.skips || !this.skipping.hidden) return;
      const words = this.words;
      const title = say(words.skipWhy, card.name);
      this.skipping.setAttribute("aria-label", title);
      const reasons = this.skips.map(({ reason, words, own }, at) => {
        const one = button(words, "ghost", () => { if (own) this.own(reason); else this.skip(reason, ""); });
        one.dataset.key = at + 1;
        return one;
      });
      this.skipping.replaceChildren(make("b", "", title), ...reasons, button(words.skipKeep, "ghost", () => this.keep(true)));
      this.composer.hidden = this.photo.hidden = this.note.hidden = true;
      this.skipping.hidden = false;
      reasons[0].focus({ preventScroll: true });
    }

    own(reason) {
      const field = make("input", "skip-own");
      field.maxLength = 200;
      field.setAttribute("aria-label", this.words.skipOwn);
      field.placeholder = this.words.skipOwn;
      const go = button(this.words.skip, "", () => { if (field.value.trim()) this.skip(reason, field.value.trim()); else field.focus(); });
      field.addEventListener("keydown", event => {
        if (event.key === "Enter" && !event.repeat && !event.isComposing) { event.preventDefault(); go.click(); }
      });
      this.skipping.replaceChildren(this.skipping.firstChild, field, go, this.skipping.lastChild);
      field.focus({ preventScroll: true });
    }

    /* Digits press a reason, Escape keeps the card. */
    choosing(event) {
      if (!this.skipping || this.skipping.hidden) return false;
      if (event.key === "Escape") { this.keep(true); return true; }
      if (event.target instanceof HTMLInputElement || event.repeat || event.ctrlKey || event.metaKey) return true;
      this.skipping.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
      return true;
    }

    keep(back) {
      if (this.skipping.hidden) return;
      this.skipping.hidden = true;
      this.composer.hidden = this.note.hidden = false;
      this.photo.hidden = !this.cards[0]?.picture;
      if (back) this.composer.second.focus({ preventScroll: true });
    }

    /* Pushed to the left by a finger, the card asks the same as Skip does. It follows the finger where people want motion. */
    swipe(part) {
      let from;
      const still = matchMedia("(prefers-reduced-motion: reduce)");
      const moved = by => {
        this.card.classList.toggle("swiping", by < 0);
        this.card.style.translate = by < 0 ? by + "px" : "";
      };
      part.addEventListener("pointerdown", event => {
        if (event.pointerType === "touch" && event.isPrimary) from = { x: event.clientX, y: event.clientY };
      });
      part.addEventListener("pointermove", event => {
        if (from && event.isPrimary && !still.matches) moved(Math.max(-96, Math.min(0, event.clientX - from.x)));
      });
      part.addEventListener("pointercancel", () => { from = undefined; moved(0); });
      part.addEventListener("pointerup", event => {
        if (!from || !event.isPrimary) return;
        const [right, down] = [event.clientX - from.x, event.clientY - from.y];
        from = undefined;
        moved(0);
        if (right < -72 && Math.abs(down) < -right / 2) this.ask();
      });
    }

    skip(reason, body) {
      const card = this.cards.shift();
      if (!card) return;
      kept.drop(this.spot(card.id));
      this.sent.set(card.id, { card, body: this.composer.area.value });
      this.done++; this.left--;
      tell(this, "skip", { id: card.id, reason, body });
      this.show();
      /* Where no field takes it, the focus is not lost with the button that was pressed. */
      if (this.cards.length && !matchMedia("(pointer: fine)").matches) this.composer.second.focus({ preventScroll: true });
    }

    /* The server knows; for a while it can be taken back. */
    skipped(id) {
      const gone = this.sent.get(id);
      if (gone) this.offer(id, say(this.words.skipped, gone.card.name), 10, () => tell(this, "unskip", { id }));
    }

    /* The server has it, and holds it for some seconds. */
    accepted(id, message, seconds, waits) {
      kept.drop(this.spot(id));
      const sent = this.sent.get(id);
      if (!sent || seconds <= 0) { this.sent.delete(id); return; }
      this.offer(id, say(waits || this.words.sent, sent.card.name), seconds, () => tell(this, "undo", { id, message }));
    }

    /* What was done, and for so many seconds the way back. */
    offer(id, done, seconds, back) {
      clearTimeout(this.toastTimer);
      const undo = button(this.words.undo, "ghost small", () => {
        this.toast.hidden = true;
        back();
      });
      undo.append(countdown(seconds));
      this.toast.replaceChildren(make("span", "grow", done), undo);
      this.toast.classList.remove("bad");
      this.toast.hidden = false;
      this.toastTimer = setTimeout(() => { this.toast.hidden = true; this.sent.delete(id); }, seconds * 1000);
    }

    /* Taken back: the card is on top again, with the words as they were. */
    undone(id) {
      const sent = this.sent.get(id);
      /* The request before was taken back: the words leave with another one. */
      if (sent) this.putBack(id, { ...sent, request: undefined });
    }

    putBack(id, { card, body, request }) {
      this.sent.delete(id);
      card.body = body;
      card.request = request;
      this.cards.unshift(card);
      this.shown = undefined;
      this.done--; this.left++;
      this.show();
    }

    /* Not sent. Where it still may be, the card is on top again with its words; else it is nobody's here any more. */
    failed(id, sentence, back) {
      const sent = this.sent.get(id);
      if (sent && back) this.putBack(id, sent);
      else if (sent) {
        this.sent.delete(id);
        this.known.delete(id);
        kept.drop(this.spot(id));
        this.done--;
        this.count();
      }
      this.say(sentence);
    }

    /* Not sent; its fresh card comes once more. */
    stale(id, sentence) {
      if (this.sent.delete(id)) { this.done--; this.left++; }
      this.known.delete(id);
      kept.drop(this.spot(id));
      this.dry = false;
      this.count();
      this.say(sentence);
    }

    say(sentence) {
      clearTimeout(this.toastTimer);
      this.toast.replaceChildren(make("span", "grow", sentence));
      this.toast.classList.add("bad");
      this.toast.hidden = false;
      this.toastTimer = setTimeout(() => { this.toast.hidden = true; }, 9000);
    }

    finish() {
      const words = this.words;
      const parts = [make("div", "desk-tick", "✓"), make("h2", "", this.done ? words.finished : words.nothingYet)];
      if (this.why) parts.push(make("p", "", this.why));
      else if (this.done) parts.push(make("p", "", words.finishedMore));
      const actions = make("div", "actions");
      if (this.more) actions.append(button(say(words.getMore, this.more), "", () => tell(this, "pull", {})));
      actions.append(button(words.replies, this.more ? "ghost" : "", () => tell(this, "replies", {})));
      actions.append(button(words.home, "ghost", () => tell(this, "back", {})));
      parts.push(actions);
      this.rest.replaceChildren(...parts);
      this.rest.querySelector("button")?.focus({ preventScroll: true });
    }

    /* After asking for more: what is held now, and why it is not more. */
    again(json) {
      Object.assign(this, JSON.parse(json));
      this.dry = false;
      this.deal(JSON.stringify(this.first));
    }

    /* The lease of what is on the screen may have ended: look again. */
    refresh(left, why) {
      this.left = left;
      this.why = why;
      this.count();
    }

  }

  /* A thread stays at its latest text, unless someone has scrolled up to read. */
  class Thread extends HTMLElement {
    connectedCallback() {
      const down = () => { this.scrollTop = this.scrollHeight; };
      let low = true;
      this.addEventListener("scroll", () => { low = this.scrollHeight - this.scrollTop - this.clientHeight < 80; });
      this.watcher = new MutationObserver(() => { if (low) down(); });
      this.watcher.observe(this, { childList: true, subtree: true });
      this.size = new ResizeObserver(() => { if (low) down(); });
      this.size.observe(this);
      requestAnimationFrame(down);
    }

    disconnectedCallback() {
      this.watcher?.disconnect();
      this.size?.disconnect();
    }
  }

  /* On a keyboard, 0 to 9 press what is marked with data-key: outside of a field by themselves, in one with Alt. A letter
     presses with Alt what is marked with data-alt. Any other sign goes to the field where the answer is written. */
  class Keys extends HTMLElement {
    connectedCallback() {
      this.press = event => {
        if (event.ctrlKey || event.metaKey || event.repeat || document.querySelector("vaadin-dialog[opened]")) return;
        const at = event.composedPath()[0];
        const writing = at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName));
        const digit = event.altKey ? /^Digit([0-9])$/.exec(event.code)?.[1] : /^[0-9]$/.exec(event.key)?.[0];
        const letter = event.altKey && /^Key([A-Z])$/.exec(event.code)?.[1];
        const lettered = letter && document.querySelector(`[data-alt="${letter}"]`);
        if (lettered) {
          event.preventDefault();
          lettered.click();
        } else if (digit) {
          const target = writing && !event.altKey ? null : document.querySelector(`[data-key="${digit}"]`);
          if (target) { event.preventDefault(); target.click(); }
        } else if (!writing && !event.altKey && event.key.length === 1 && event.key !== " ") {
          document.querySelector("rung-composer textarea")?.focus();
        }
      };
      document.addEventListener("keydown", this.press);
    }

    disconnectedCallback() {
      document.removeEventListener("keydown", this.press);
    }
  }

  customElements.define("rung-thread", Thread);
  customElements.define("rung-way-back", WayBack);
  customElements.define("rung-keys", Keys);
  customElements.define("rung-composer", Composer);
  customElements.define("rung-first-texts", FirstTexts);
})();
