package org.rung.inviting;

import java.util.Optional;
import org.rung.accounts.EmailAddress;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;

/** Somebody to be invited; by e-mail, or by a number that one texts oneself. */
public record InviteeDraft(String name, Optional<EmailAddress> email, Optional<PhoneNumber> phone) {
    public InviteeDraft {
        name = name.strip();
        if (name.length() > 120) throw new Problem.Invalid("name", "problem.too-long", 120);
        if (email.isEmpty() && phone.isEmpty()) throw new Problem.Invalid("people", "problem.invitee-nowhere");
    }
}
