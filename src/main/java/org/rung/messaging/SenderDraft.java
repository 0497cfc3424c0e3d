package org.rung.messaging;

import org.rung.common.Problem;

/** A Twilio number or messaging service as an admin types it in. */
public record SenderDraft(String accountSid, String token, String address, String label, boolean providerAnswersStop) {
    public SenderDraft {
        accountSid = accountSid.strip();
        token = token.strip();
        address = address.strip();
        label = label.strip();
        if (!accountSid.matches("AC[0-9a-fA-F]{32}")) {
            throw new Problem.Invalid(
                    "accountSid", "starts with AC and has 34 characters; copy it from Twilio's console");
        }
        mustBeToken(token);
        if (!address.matches("MG[0-9a-fA-F]{32}|\\+[1-9][0-9]{6,14}|[1-9][0-9]{4,5}")) {
            throw new Problem.Invalid(
                    "address", "is a number such as +15105550132, a short code, or a messaging service (MG…)");
        }
        if (label.length() > 80) {
            throw new Problem.Invalid("label", "may have at most 80 characters");
        }
    }

    static void mustBeToken(String token) {
        if (token.length() < 16 || token.length() > 128) {
            throw new Problem.Invalid("token", "is not an auth token: copy it from Twilio's console");
        }
    }

    @Override
    public String toString() {
        return "SenderDraft[" + accountSid + " " + address + "]";
    }
}
