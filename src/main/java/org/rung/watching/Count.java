package org.rung.watching;

import java.time.Instant;
import java.util.Comparator;
import org.rung.common.OrganizationId;
import org.rung.senders.SenderId;

/** How many texts of a sender became what within a span; {@code code} is empty where no carrier said one. */
record Count(Key key, int texts, int segments, long lagMillis) {
    record Key(OrganizationId organizationId, SenderId sender, Span span, Instant from, Became what, String code)
            implements Comparable<Key> {
        /** As the table is ordered: two servers that add up at once take their rows in the same order. */
        private static final Comparator<Key> ORDER = Comparator.comparingLong(
                        (Key key) -> key.organizationId().value())
                .thenComparing(key -> key.span().name())
                .thenComparing(Key::from)
                .thenComparing(key -> key.sender().value())
                .thenComparing(key -> key.what().name())
                .thenComparing(Key::code);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    Count and(Count more) {
        return new Count(key, texts + more.texts, segments + more.segments, lagMillis + more.lagMillis);
    }
}
