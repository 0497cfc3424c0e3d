// What this browser can do about waking its owner, and asking it to. The server draws; this only asks and tells.
class Alerts extends HTMLElement {
  connectedCallback() {
    this.look();
  }

  static get able() {
    return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  }

  say(what, subscription) {
    const plain = subscription ? subscription.toJSON() : {};
    this.dispatchEvent(
      new CustomEvent("alerts-said", {
        detail: {
          what,
          endpoint: plain.endpoint || "",
          key: plain.keys ? plain.keys.p256dh : "",
          auth: plain.keys ? plain.keys.auth : "",
        },
      })
    );
  }

  async current() {
    const worker = await navigator.serviceWorker.getRegistration("/");
    return worker ? worker.pushManager.getSubscription() : null;
  }

  /** Tells what is so: UNSUPPORTED, DENIED, OFF or ON. */
  async look() {
    if (!Alerts.able) return this.say("UNSUPPORTED");
    if (Notification.permission === "denied") return this.say("DENIED");
    const now = await this.current().catch(() => null);
    this.say(now && Notification.permission === "granted" ? "ON" : "OFF", now);
  }

  async turnOn(publicKey) {
    try {
      if ((await Notification.requestPermission()) !== "granted") return this.look();
      await navigator.serviceWorker.register("/push.js", { scope: "/" });
      const worker = await navigator.serviceWorker.ready;
      const old = await worker.pushManager.getSubscription();
      // Bound to another key (another Rung at this address before): it would never be woken.
      if (old && !sameKey(old.options.applicationServerKey, publicKey)) await old.unsubscribe();
      const mine = await worker.pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: bytes(publicKey),
      });
      this.say("SUBSCRIBED", mine);
    } catch (trouble) {
      this.dispatchEvent(
        new CustomEvent("alerts-said", { detail: { what: "FAILED", endpoint: String(trouble.message || trouble), key: "", auth: "" } })
      );
    }
  }

  async turnOff() {
    const mine = await this.current().catch(() => null);
    if (mine) await mine.unsubscribe().catch(() => {});
    this.say("UNSUBSCRIBED", mine);
  }
}

function bytes(base64) {
  const plain = atob(base64.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, each => each.charCodeAt(0));
}

function sameKey(buffer, base64) {
  if (!buffer) return false;
  const one = new Uint8Array(buffer);
  const other = bytes(base64);
  return one.length === other.length && one.every((each, i) => each === other[i]);
}

if (!customElements.get("rung-alerts")) customElements.define("rung-alerts", Alerts);
