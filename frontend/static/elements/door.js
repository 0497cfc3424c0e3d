// The list at the door. What is tapped is kept on the phone and sent when there is a network, each thing once by its key.
const open = new Promise((done, failed) => {
  const asked = indexedDB.open("rung-door", 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore("taps", { keyPath: "key" });
    asked.result.createObjectStore("lists");
    asked.result.createObjectStore("doors");
  };
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
});
const store = async (name, mode, act) => {
  const database = await open;
  return new Promise((done, failed) => {
    const work = database.transaction(name, mode);
    const asked = act(work.objectStore(name));
    work.oncomplete = () => done(asked && asked.result);
    work.onerror = () => failed(work.error);
  });
};
const put = (name, value, key) => store(name, "readwrite", shelf => key === undefined ? shelf.put(value) : shelf.put(value, key));
const get = (name, key) => store(name, "readonly", shelf => shelf.get(key));
const all = name => store(name, "readonly", shelf => shelf.getAll());
const remove = (name, key) => store(name, "readwrite", shelf => shelf.delete(key));

// crypto.randomUUID is there on https alone.
const fresh = () => [...crypto.getRandomValues(new Uint8Array(16))].map(one => one.toString(16).padStart(2, "0")).join("");
const tap = (token, what, more) => ({ key: fresh(), token, what, at: new Date().toISOString(), ...more });

/** Sends what waits for this door; gives the answer, or nothing while there is no network. */
async function send(token) {
  const waiting = (await all("taps")).filter(one => one.token === token).sort((a, b) => (a.at < b.at ? -1 : 1)).slice(0, 200);
  let answer;
  try {
    answer = waiting.length
      ? await fetch(`/door/${token}/check-ins`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ taps: waiting.map(({ token: own, label, ...one }) => one) }),
        })
      : await fetch(`/door/${token}/list`, { cache: "no-store" });
  } catch {
    return null;
  }
  if (answer.status === 404) return { gone: true };
  if (!answer.ok) return null;
  const said = await answer.json();
  const labels = Object.fromEntries(waiting.map(one => [one.key, one.label || ""]));
  for (const result of said.results) await remove("taps", result.key);
  await put("lists", said.guests, token);
  // "Ben was checked in already.", but "Ben: The door opens later."
  const joined = (name, told) => (name ? name + (/^\p{Lu}/u.test(told) ? ": " : " ") : "") + told;
  said.told = said.results.filter(one => one.told).map(one => joined(labels[one.key], one.told));
  return said;
}

const door = document.getElementById("door");
if (door) host(door);
const pass = document.getElementById("pass");
if (pass) guest(pass);

async function host(page) {
  const words = page.dataset;
  const token = words.token;
  const list = document.getElementById("door-list");
  const state = document.getElementById("door-state");
  const told = document.getElementById("door-told");
  const search = document.getElementById("door-search");
  let guests = (await get("lists", token)) || [];
  let online = true;
  let busy = false;
  let again = false;
  await put("doors", { token, at: Date.now() }, words.event);

  const plain = text => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  async function show() {
    const waiting = (await all("taps")).filter(one => one.token === token).sort((a, b) => (a.at < b.at ? -1 : 1));
    const meant = new Map(waiting.filter(one => one.rsvp).map(one => [one.rsvp, one.what === "in"]));
    const wanted = plain(search.value.trim());
    const there = guest => (meant.has(guest.id) ? meant.get(guest.id) : guest.state === "ATTENDED");
    const shown = guests.filter(guest => !wanted || plain(guest.name).includes(wanted) || plain(guest.code).startsWith(wanted));
    // Whoever goes by keyboard stays where they are.
    const focused = document.activeElement?.closest?.("#door-list li")?.dataset.id;
    list.replaceChildren(...shown.map(guest => row(guest, there(guest), meant.has(guest.id))));
    const walkIns = waiting.filter(one => one.what === "walk-in").length;
    document.getElementById("door-in").textContent = guests.filter(there).length + walkIns;
    document.getElementById("door-all").textContent = guests.filter(guest => guest.state !== "CANNOT").length + walkIns;
    if (focused) list.querySelector(`[data-id="${focused}"] button`)?.focus();
    if (!shown.length) {
      const none = document.createElement("li");
      none.className = "muted";
      none.textContent = wanted ? words.none : words.empty;
      list.append(none);
    }
    state.className = "notice " + (online ? (waiting.length ? "warn" : "good") : "warn");
    const line = online ? (waiting.length ? words.sending : words.saved) : words.offline.replace("#", waiting.length);
    if (state.textContent !== line) state.textContent = line;
    document.getElementById("door-days")?.toggleAttribute("hidden", !online);
  }
  function row(guest, there, waits) {
    const line = document.createElement("li");
    line.className = there ? "there" : "";
    const name = document.createElement("span");
    name.className = "grow";
    name.textContent = guest.name;
    // Who comes is not said of each; who waits or cannot come is, so that the host knows.
    const said = there ? "" : words[guest.state.toLowerCase()] || "";
    const more = [guest.shift, said].filter(Boolean).join(" · ");
    if (more) {
      const line = document.createElement("span");
      line.className = "small muted";
      line.textContent = more;
      name.append(document.createElement("br"), line);
    }
    const button = document.createElement("button");
    button.className = there ? "btn ghost small" : "btn small";
    button.textContent = there ? words.undo : words.here;
    button.setAttribute("aria-label", `${there ? words.undo : words.here}: ${guest.name}`);
    button.onclick = async () => {
      await put("taps", tap(token, there ? "out" : "in", { rsvp: guest.id, label: guest.name }));
      await show();
      flush();
    };
    line.dataset.id = guest.id;
    if (there) {
      const mark = document.createElement("span");
      mark.className = "chip good";
      mark.textContent = words.there + (waits ? " …" : "");
      line.append(name, mark, button);
    } else line.append(name, button);
    return line;
  }
  async function flush() {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    do {
      again = false;
      const said = await send(token);
      online = said !== null;
      if (said && said.gone) {
        told.replaceChildren(note(words.gone));
        break;
      }
      if (said) {
        guests = said.guests;
        said.told.forEach(line => told.append(note(line)));
      }
    } while (again && online);
    busy = false;
    await show();
  }
  function note(text) {
    const line = document.createElement("p");
    line.className = "notice warn";
    line.textContent = text;
    return line;
  }
  search.oninput = show;
  document.getElementById("door-walk-in").onsubmit = async event => {
    event.preventDefault();
    const field = name => document.getElementById(name);
    const firstName = field("w-first").value.trim();
    const phone = field("w-phone").value.trim();
    if (!firstName || !phone) return;
    await put("taps", tap(token, "walk-in", { firstName, lastName: field("w-last").value.trim(), phone, texts: field("w-texts").checked, label: firstName }));
    event.target.reset();
    await show();
    field("w-first").focus();
    flush();
  };
  addEventListener("online", flush);
  addEventListener("offline", () => {
    online = false;
    show();
  });
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && flush());
  // While something waits on this phone it tries again; otherwise nothing is asked.
  setInterval(async () => {
    if (!online || (await all("taps")).some(one => one.token === token)) flush();
  }, 15_000);
  await show();
  flush();
  if ("serviceWorker" in navigator) navigator.serviceWorker.register("/door/offline.js", { scope: "/door/" }).catch(() => {});
}

/** A guest's code, opened on a phone: whoever hosts checks them in, also without a network. */
async function guest(page) {
  const doors = await all("doors");
  if (!doors.length) return;
  const code = location.pathname.split("/").pop();
  const line = document.getElementById("pass-told");
  const latest = doors.sort((a, b) => b.at - a.at);
  const mine = tap(latest[0].token, "pass", { pass: code });
  await put("taps", mine);
  const said = await send(latest[0].token);
  if (said === null) line.textContent = page.dataset.kept;
  else {
    const result = (said.results || []).find(one => one.key === mine.key);
    line.textContent = result && result.told ? result.told : page.dataset.done;
  }
}
