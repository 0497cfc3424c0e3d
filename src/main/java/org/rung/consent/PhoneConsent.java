package org.rung.consent;

import java.time.Instant;
import org.rung.common.PhoneNumber;

/** Where a number stands now. */
public record PhoneConsent(PhoneNumber phone, ConsentKind consent, Instant since) {
    public boolean textable() {
        return consent == ConsentKind.OPTED_IN;
    }
}
