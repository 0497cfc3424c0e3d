package org.rung.actions;

import java.time.Instant;
import java.util.Optional;
import org.rung.people.SupporterId;

/** Actions as tests say them. */
public final class Evidence {
    private Evidence() {}

    /** As they said themselves. */
    public static ActionDraft said(SupporterId who, ActionType type, Instant at) {
        return draft(who, type, 1, Verification.SELF, at, Optional.empty(), Optional.empty());
    }

    /** As a program knows. */
    public static ActionDraft verified(SupporterId who, ActionType type, Instant at) {
        return draft(who, type, 1, Verification.SYSTEM, at, Optional.empty(), Optional.empty());
    }

    /** A signature that counts once under this key. */
    public static ActionDraft once(SupporterId who, String key, Instant at) {
        return draft(who, ActionType.SIGNED, 1, Verification.SELF, at, Optional.empty(), Optional.of(key));
    }

    public static ActionDraft recruited(SupporterId who, SupporterId recruit, Instant at) {
        return draft(
                who, ActionType.RECRUITED, 1, Verification.SELF, at, Optional.of(recruit.value()), Optional.empty());
    }

    public static ActionDraft draft(
            SupporterId who,
            ActionType type,
            long quantity,
            Verification verification,
            Instant at,
            Optional<Long> occasion,
            Optional<String> onceKey) {
        return new ActionDraft(
                who, type, quantity, Optional.empty(), verification, at, Optional.empty(), occasion, "", onceKey);
    }
}
