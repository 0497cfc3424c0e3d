package org.rung.senders;

/** An account at a provider; without a sid, all of them together. */
public record ProviderAccount(Gateway gateway, String sid) {
    static ProviderAccount all(Gateway gateway) {
        return new ProviderAccount(gateway, "");
    }

    public boolean all() {
        return sid.isEmpty();
    }
}
