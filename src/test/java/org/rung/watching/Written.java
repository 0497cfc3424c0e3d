package org.rung.watching;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rung.common.Id;
import org.rung.common.PhoneNumber;
import org.rung.messaging.Purpose;
import org.rung.messaging.TextDraft;
import org.rung.messaging.TextingWindow;

/** A first text that may leave by day. */
final class Written {
    static final String WORDS = "Hi Zenobia, potluck at the laundromat on Friday?";

    private Written() {}

    static TextDraft to(PhoneNumber phone) {
        return to(phone, WORDS);
    }

    static TextDraft to(PhoneNumber phone, String words) {
        return new TextDraft(
                phone,
                Optional.empty(),
                Purpose.FIRST_TEXT,
                words,
                Optional.of(Id.next()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TextingWindow(List.of(ZoneId.of("America/New_York")), LocalTime.of(9, 0), LocalTime.of(20, 30)),
                Duration.ZERO);
    }
}
