package org.rung.messaging;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.MESSAGES;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.rung.common.MessageId;
import org.rung.senders.ErrorPolicy;
import org.springframework.stereotype.Repository;

/** What became of what was handed over. */
@Repository
class SentStore {
    private final DSLContext dsl;

    SentStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The attempt fences: a claim that was given up and made anew is not overwritten by its first claimer. */
    boolean[] record(List<Sent> sent, List<Verdict> verdicts, Instant now) {
        // One text of SQL for all of them, which the driver sends in one go.
        var updates = dsl.batch(dsl.update(MESSAGES)
                .set(MESSAGES.STATE, (MessageState) null)
                .set(MESSAGES.HOLD, (Hold) null)
                .set(MESSAGES.DUE_AT, (Instant) null)
                .set(MESSAGES.ERROR_CODE, (String) null)
                .set(MESSAGES.PROVIDER_ID, coalesce(val((String) null, MESSAGES.PROVIDER_ID), MESSAGES.PROVIDER_ID))
                .set(MESSAGES.SENT_AT, coalesce(val((Instant) null, MESSAGES.SENT_AT), MESSAGES.SENT_AT))
                .set(MESSAGES.LOOKUPS, coalesce(val((Byte) null, MESSAGES.LOOKUPS), MESSAGES.LOOKUPS))
                .where(MESSAGES.MESSAGE_ID.eq((MessageId) null))
                .and(MESSAGES.STATE.eq(MessageState.SENDING))
                .and(MESSAGES.ATTEMPTS.eq((short) 0)));
        for (int i = 0; i < sent.size(); i++) {
            Verdict verdict = verdicts.get(i);
            boolean taken = verdict.providerId().isPresent();
            updates = updates.bind(
                    verdict.state(),
                    verdict.hold().orElse(null),
                    // While SENT, due is when we stop waiting for a delivery report.
                    taken ? now.plus(OutboxStore.NO_NEWS) : verdict.dueAt().orElse(null),
                    verdict.errorCode().orElse(null),
                    verdict.providerId().orElse(null),
                    taken || verdict.policy() == ErrorPolicy.FILTERED ? now : null,
                    // Each doubt is looked up anew: how often an earlier attempt was missed proves nothing of this one.
                    verdict.state() == MessageState.UNCONFIRMED ? (byte) 0 : null,
                    sent.get(i).claim().messageId(),
                    MessageState.SENDING,
                    (short) sent.get(i).attempt());
        }
        int[] counts = updates.execute();
        boolean[] moved = new boolean[counts.length];
        for (int i = 0; i < counts.length; i++) {
            moved[i] = counts[i] != 0;
        }
        return moved;
    }
}
