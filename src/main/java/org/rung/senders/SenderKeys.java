package org.rung.senders;

/** What a provider needs to act for a sender; lives only as long as a call. */
public record SenderKeys(Gateway gateway, String accountSid, String address, String token) {
    @Override
    public String toString() {
        return "SenderKeys[" + gateway + " " + accountSid + "]";
    }
}
