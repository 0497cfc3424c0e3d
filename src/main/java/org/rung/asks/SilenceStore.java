package org.rung.asks;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.ACTIONS;
import static org.rung.db.Tables.ASKINGS;
import static org.rung.db.Tables.MESSAGES;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.actions.ActionType;
import org.rung.common.OrganizationId;
import org.rung.db.tables.Messages;
import org.rung.messaging.Direction;
import org.rung.messaging.MessageState;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Open asks by what came back, in every organization. */
@Repository
class SilenceStore {
    private static final Messages HEARD = MESSAGES.as("heard");

    private final DSLContext dsl;

    SilenceStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    record Silence(long askingId, OrganizationId organizationId, SupporterId supporterId) {}

    /** Asked before then, and nothing came back since. */
    List<Silence> unanswered(Instant before, int limit) {
        return dsl.select(ASKINGS.ASKING_ID, ASKINGS.ORGANIZATION_ID, ASKINGS.SUPPORTER_ID)
                .from(ASKINGS)
                .where(ASKINGS.OUTCOME.eq(AskOutcome.OPEN), ASKINGS.HAPPENED_AT.le(before), noText(), noOtherReply())
                .orderBy(ASKINGS.HAPPENED_AT)
                .limit(limit)
                .fetch(row -> new Silence(row.value1(), row.value2(), row.value3()));
    }

    /** From the number that the ask went to. */
    private static Condition noText() {
        return notExists(selectOne()
                .from(MESSAGES)
                .join(HEARD)
                .on(
                        HEARD.ORGANIZATION_ID.eq(MESSAGES.ORGANIZATION_ID),
                        HEARD.PHONE.eq(MESSAGES.PHONE),
                        HEARD.DIRECTION.eq(Direction.IN),
                        HEARD.HAPPENED_AT.gt(ASKINGS.HAPPENED_AT))
                .where(MESSAGES.MESSAGE_ID.eq(ASKINGS.MESSAGE_ID)));
    }

    /** Asked away from the desk there is no number to look at. */
    private static Condition noOtherReply() {
        return ASKINGS.MESSAGE_ID
                .isNotNull()
                .or(notExists(selectOne()
                        .from(ACTIONS)
                        .where(
                                ACTIONS.SUPPORTER_ID.eq(ASKINGS.SUPPORTER_ID),
                                ACTIONS.TYPE.eq(ActionType.REPLIED),
                                ACTIONS.HAPPENED_AT.gt(ASKINGS.HAPPENED_AT),
                                ACTIONS.VOIDED_AT.isNull())));
    }

    /** Whose text never arrived. */
    void forgetUnsent(Instant before) {
        dsl.deleteFrom(ASKINGS)
                .where(
                        ASKINGS.OUTCOME.eq(AskOutcome.OPEN),
                        ASKINGS.HAPPENED_AT.le(before),
                        ASKINGS.MESSAGE_ID.in(select(MESSAGES.MESSAGE_ID)
                                .from(MESSAGES)
                                .where(
                                        MESSAGES.MESSAGE_ID.eq(ASKINGS.MESSAGE_ID),
                                        MESSAGES.STATE.in(
                                                MessageState.CANCELLED,
                                                MessageState.FAILED,
                                                MessageState.UNDELIVERED))))
                .execute();
    }

    void lapse(Instant before, Instant now) {
        dsl.update(ASKINGS)
                .set(ASKINGS.OUTCOME, AskOutcome.LAPSED)
                .set(ASKINGS.SETTLED_AT, now)
                .where(ASKINGS.OUTCOME.eq(AskOutcome.OPEN), ASKINGS.HAPPENED_AT.le(before))
                .execute();
    }

    /** Those whose last two settled asks since then both met silence. */
    Set<SupporterId> silentTwice(OrganizationId organizationId, Collection<SupporterId> supporters, Instant since) {
        Set<SupporterId> silent = new HashSet<>();
        dsl.select(ASKINGS.SUPPORTER_ID, ASKINGS.OUTCOME)
                .from(ASKINGS)
                .where(
                        ASKINGS.SUPPORTER_ID.in(supporters),
                        ASKINGS.ORGANIZATION_ID.eq(organizationId),
                        ASKINGS.OUTCOME.in(
                                AskOutcome.SILENT, AskOutcome.ACCEPTED, AskOutcome.DECLINED, AskOutcome.LAPSED),
                        ASKINGS.HAPPENED_AT.ge(since))
                .orderBy(ASKINGS.HAPPENED_AT.desc(), ASKINGS.ASKING_ID.desc())
                .fetchGroups(ASKINGS.SUPPORTER_ID, ASKINGS.OUTCOME)
                .forEach((who, outcomes) -> {
                    if (outcomes.size() >= 2 && outcomes.subList(0, 2).stream().allMatch(AskOutcome.SILENT::equals)) {
                        silent.add(who);
                    }
                });
        return silent;
    }
}
