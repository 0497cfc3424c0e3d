// Wakes up when replies wait while Rung is closed. It keeps nothing and fetches nothing.
addEventListener("install", () => skipWaiting());
addEventListener("activate", event => event.waitUntil(clients.claim()));

addEventListener("push", event => event.waitUntil(tell(event.data ? event.data.json() : {})));

async function tell(told) {
  if (navigator.setAppBadge && told.count) await navigator.setAppBadge(told.count).catch(() => {});
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  // Whoever looks at Rung sees it there.
  if (told.count && windows.some(each => each.visibilityState === "visible")) return;
  await registration.showNotification(told.title || "Rung", {
    body: told.words || "",
    tag: "rung-replies",
    renotify: true,
    icon: "/icons/rung-192.png",
    badge: "/icons/rung-badge.png",
    data: { path: told.path || "/" },
  });
}

addEventListener("notificationclick", event => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.path));
});

async function open(path) {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const mine = windows.find(each => new URL(each.url).pathname === path) || windows[0];
  if (!mine) return clients.openWindow(path);
  await mine.focus();
  if (new URL(mine.url).pathname !== path && "navigate" in mine) await mine.navigate(path).catch(() => {});
}
