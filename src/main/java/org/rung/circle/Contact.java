package org.rung.circle;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.PhoneNumber;
import org.rung.people.Visibility;

/**
 * Someone a member knows, for that member alone. Whether the organization knows them too is nothing that it says before
 * they are shared.
 *
 * @param leftToText when the member last went to text them, until they say how it went
 */
public record Contact(
        ContactId contactId,
        PersonName name,
        PhoneNumber phone,
        Visibility state,
        Optional<Instant> leftToText,
        Optional<Talk> latest) {

    public boolean shared() {
        return state == Visibility.SHARED;
    }
}
