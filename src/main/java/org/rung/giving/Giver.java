package org.rung.giving;

import java.util.Optional;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;

/** Who gave, as it was written with the gift; any of it may be missing. */
public record Giver(String firstName, String lastName, String email, Optional<PhoneNumber> phone) {
    public static final Giver UNNAMED = new Giver("", "", "", Optional.empty());

    public Giver {
        firstName = text("firstName", firstName, 80);
        lastName = text("lastName", lastName, 80);
        email = text("email", email, 254);
    }

    public String name() {
        return (firstName + " " + lastName).strip();
    }

    /** Nobody can be found by this. */
    boolean nameless() {
        return email.isEmpty() && phone.isEmpty();
    }

    private static String text(String field, String text, int most) {
        String stripped = text.strip();
        if (stripped.length() > most) throw new Problem.Invalid(field, "problem.too-long", most);
        return stripped;
    }
}
