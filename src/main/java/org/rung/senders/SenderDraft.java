package org.rung.senders;

import java.util.List;
import org.rung.common.Problem;

/** A Twilio number or messaging service as an admin types it in. */
public record SenderDraft(String accountSid, String token, String address, String label, boolean providerAnswersStop) {
    public SenderDraft {
        accountSid = accountSid.strip();
        token = token.strip();
        address = address.strip();
        label = label.strip();
        if (!accountSid.matches("AC[0-9a-fA-F]{32}")) {
            throw new Problem.Invalid("accountSid", "problem.account-sid");
        }
        mustBeToken(token);
        if (!address.matches("MG[0-9a-fA-F]{32}|\\+[1-9][0-9]{6,14}|[1-9][0-9]{4,5}")) {
            throw new Problem.Invalid("address", "problem.sender-address");
        }
        if (label.length() > 80) {
            throw new Problem.Invalid("label", "problem.too-long", 80);
        }
    }

    /** What is likely of it, until an admin knows better. */
    public static Pacing pacing(String address) {
        return Pacing.of(Gateway.TWILIO, address);
    }

    /** What it may be to the carriers. */
    public static List<SenderKind> kinds(String address) {
        return SenderKind.possible(Gateway.TWILIO, address);
    }

    static void mustBeToken(String token) {
        if (token.length() < 16 || token.length() > 128) {
            throw new Problem.Invalid("token", "problem.auth-token");
        }
    }

    @Override
    public String toString() {
        return "SenderDraft[" + accountSid + " " + address + "]";
    }
}
