package org.rung.compliance;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.rung.consent.ConsentKind;
import org.rung.contact.ContactRule;
import org.rung.senders.Sender;

/**
 * What the compliance page says at a glance.
 *
 * @param sent texts that left in the last 30 days
 * @param lately lines of the consent ledger in these days, by kind
 * @param standing numbers by where they stand now
 * @param suppressed entries of the do-not-text list by reach: GOOD, UNTIL, CAMPAIGN
 */
public record Overview(
        long sent,
        Map<ConsentKind, Long> lately,
        Map<ConsentKind, Long> standing,
        Map<String, Long> suppressed,
        ContactRule contact,
        List<Sender> senders) {

    public static final int DAYS = 30;

    /** Opt-outs to a hundred texts sent; empty while none was. */
    public OptionalDouble optOutRate() {
        return sent == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(100.0 * lately.getOrDefault(ConsentKind.OPTED_OUT, 0L) / sent);
    }
}
