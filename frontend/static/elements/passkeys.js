/* Passkeys: what the page and the key in one's phone or computer say to each other. */
(() => {
  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const known = list => (list || []).map(one => ({ ...one, id: bytes(one.id) }));

  /** The form's token went with its session: only a fresh page helps. */
  class Stale extends Error {}

  async function ask(path, guard, body) {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", [guard.header]: guard.token },
      body: body && JSON.stringify(body),
    });
    if (answer.redirected) throw new Stale();
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  /** A page of a name that an authority vouches for, or this very machine; a bare address has no passkeys. */
  const possible = () => window.isSecureContext && !!window.PublicKeyCredential && !!navigator.credentials
    && !/^[\d.]+$|:/.test(location.hostname);

  const stopped = trouble => trouble.name === "NotAllowedError" || trouble.name === "AbortError";

  async function add(guard, label) {
    try {
      const options = await ask("/account/passkey/options", guard);
      const made = await navigator.credentials.create({ publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: known(options.excludeCredentials),
      } });
      await ask("/account/passkey", guard, { publicKey: { label, credential: {
        id: made.id,
        rawId: text(made.rawId),
        type: made.type,
        response: {
          attestationObject: text(made.response.attestationObject),
          clientDataJSON: text(made.response.clientDataJSON),
          transports: made.response.getTransports ? made.response.getTransports() : [],
        },
        clientExtensionResults: made.getClientExtensionResults(),
        authenticatorAttachment: made.authenticatorAttachment,
      } } });
      return "added";
    } catch (trouble) {
      return stopped(trouble) ? "stopped" : trouble.name === "InvalidStateError" ? "there" : "failed";
    }
  }

  async function signIn(guard, stay) {
    const options = await ask("/sign-in/passkey/options", guard);
    const shown = await navigator.credentials.get({ publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      allowCredentials: known(options.allowCredentials),
    } });
    const answer = await ask("/sign-in/passkey" + (stay ? "?stay=on" : ""), guard, {
      id: shown.id,
      rawId: text(shown.rawId),
      credType: shown.type,
      response: {
        authenticatorData: text(shown.response.authenticatorData),
        clientDataJSON: text(shown.response.clientDataJSON),
        signature: text(shown.response.signature),
        userHandle: shown.response.userHandle ? text(shown.response.userHandle) : undefined,
      },
      clientExtensionResults: shown.getClientExtensionResults(),
      authenticatorAttachment: shown.authenticatorAttachment,
    });
    return answer.redirectUrl;
  }

  /** A button that signs in; it shows itself only where that can be. */
  function offer(button, why, guard, words) {
    if (!possible()) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      button.disabled = true;
      try {
        const stay = button.closest("form")?.querySelector("[name=stay]")?.checked;
        location.href = await signIn(guard, stay);
      } catch (trouble) {
        if (trouble instanceof Stale) {
          location.href = "/sign-in?again";
          return;
        }
        why.className = "notice " + (stopped(trouble) ? "warn" : "bad");
        why.setAttribute("role", "alert");
        why.textContent = stopped(trouble) ? words.stopped : trouble.message === "403" ? words.closed : words.wrong;
      }
      button.disabled = false;
    });
  }

  window.rungPasskeys = { possible, add, offer };
})();
