package org.rung.giving;

import java.time.Instant;
import java.util.Optional;
import org.rung.actions.Money;
import org.rung.common.Problem;
import org.rung.common.Written;
import org.rung.people.SupporterId;

/**
 * A gift to write down.
 *
 * @param supporterId who gave it, where that is known; else they are looked for by what is written of the giver
 * @param note at most 320 characters
 * @param onceKey the same key again adds nothing: the provider's own number of this payment, or the form's
 * @param monthlyKey what all payments of one standing gift have in common
 * @param back what of it went back since, where whoever tells of it knows
 * @param batch the file that it came with
 */
public record GiftDraft(
        Optional<SupporterId> supporterId,
        Giver giver,
        Money amount,
        GiftWay way,
        Instant givenAt,
        String note,
        Optional<String> onceKey,
        Optional<String> monthlyKey,
        Optional<Back> back,
        Optional<Long> batch) {
    public static final int LONGEST_NOTE = 320;

    public GiftDraft {
        MoneyText.currency(amount.currency());
        note = note.strip();
        if (note.length() > LONGEST_NOTE) throw new Problem.Invalid("note", "problem.too-long", LONGEST_NOTE);
        onceKey.ifPresent(Written::onceKey);
        monthlyKey.ifPresent(Written::onceKey);
    }

    /** By hand. */
    public GiftDraft(
            Optional<SupporterId> supporterId, Giver giver, Money amount, GiftWay way, Instant givenAt, String note) {
        this(
                supporterId,
                giver,
                amount,
                way,
                givenAt,
                note,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public GiftDraft once(String key) {
        return new GiftDraft(supporterId, giver, amount, way, givenAt, note, Optional.of(key), monthlyKey, back, batch);
    }

    GiftDraft of(Optional<SupporterId> found) {
        return new GiftDraft(found, giver, amount, way, givenAt, note, onceKey, monthlyKey, back, batch);
    }
}
