// Keeps the page at the door, its script and its looks, so that it opens where there is no network.
const KEPT = "rung-door-1";
const FILES = ["/elements/door.js", "/styles/tokens.css", "/styles/base.css", "/styles/events.css", "/icons/rung.svg"];

addEventListener("install", event => {
  skipWaiting();
  event.waitUntil(caches.open(KEPT).then(cache => cache.addAll(FILES)));
});

addEventListener("activate", event =>
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith("rung-door-") && name !== KEPT) await caches.delete(name);
      await clients.claim();
      // The page that brought us here was fetched before we were.
      const cache = await caches.open(KEPT);
      for (const each of await clients.matchAll({ type: "window" })) {
        if (new URL(each.url).pathname.startsWith("/door/")) await cache.add(each.url).catch(() => {});
      }
    })(),
  ),
);

addEventListener("fetch", event => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== location.origin || pathname.endsWith("/list") || pathname.includes("/kit/")) return;
  event.respondWith(
    (async () => {
      const cache = await caches.open(KEPT);
      try {
        const answer = await fetch(event.request);
        if (answer.ok) await cache.put(event.request, answer.clone());
        return answer;
      } catch (away) {
        const kept = await cache.match(event.request, { ignoreVary: true });
        if (kept) return kept;
        throw away;
      }
    })(),
  );
});
