package org.rung.contact;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.rung.db.Tables.CONTACT_RULES;
import static org.rung.db.Tables.MESSAGES;

import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.messaging.Direction;
import org.rung.messaging.MessageState;
import org.rung.messaging.Purpose;
import org.springframework.stereotype.Repository;

@Repository
class ContactRuleStore {
    private final DSLContext db;

    ContactRuleStore(DSLContext db) {
        this.db = db;
    }

    ContactRule of(OrganizationId organizationId) {
        return db.selectFrom(CONTACT_RULES)
                .where(CONTACT_RULES.ORGANIZATION_ID.eq(organizationId))
                .fetchOptional(row ->
                        new ContactRule(row.getNearMost(), row.getNearDays(), row.getFarMost(), row.getFarDays()))
                .orElse(ContactRule.USUAL);
    }

    void save(OrganizationId organizationId, ContactRule rule) {
        db.execute("""
                insert into contact_rules (organization_id, near_most, near_days, far_most, far_days)
                values (?, ?, ?, ?, ?)
                on duplicate key update near_most = values(near_most), near_days = values(near_days),
                  far_most = values(far_most), far_days = values(far_days)
                """, organizationId.value(), rule.nearMost(), rule.nearDays(), rule.farMost(), rule.farDays());
    }

    Optional<ContactRules.Limit> reached(
            ContactRule rule, OrganizationId organizationId, PhoneNumber phone, Instant now) {
        Field<OrganizationId> here = val(organizationId, MESSAGES.ORGANIZATION_ID);
        Field<PhoneNumber> number = val(phone, MESSAGES.PHONE);
        var texts = db.select(near(rule, now), count())
                .from(MESSAGES.forceIndex("messages_last_out"))
                .where(counted(rule, here, number, now))
                .fetchSingle();
        // The longer one first: whoever has reached both waits for that.
        if (texts.value2() >= rule.farMost()) {
            return Optional.of(new ContactRules.Limit(rule.farMost(), rule.farDays()));
        }
        return texts.value1() >= rule.nearMost()
                ? Optional.of(new ContactRules.Limit(rule.nearMost(), rule.nearDays()))
                : Optional.empty();
    }

    Condition atLimit(ContactRule rule, Field<OrganizationId> organizationId, Field<PhoneNumber> phone, Instant now) {
        var reached = when(near(rule, now).ge(rule.nearMost()).or(count().ge(rule.farMost())), inline(1))
                .otherwise(inline(0));
        return field(select(reached)
                        .from(MESSAGES.forceIndex("messages_last_out"))
                        .where(counted(rule, organizationId, phone, now)))
                .eq(inline(1));
    }

    /** As {@link ContactRules.Reached} counts them. */
    Field<Integer> limit(
            ContactRule rule, Field<OrganizationId> organizationId, Field<PhoneNumber> phone, Instant now) {
        var reached = when(count().ge(rule.farMost()), inline(ContactRules.Reached.FAR.ordinal()))
                .when(near(rule, now).ge(rule.nearMost()), inline(ContactRules.Reached.NEAR.ordinal()))
                .otherwise(inline(ContactRules.Reached.NONE.ordinal()));
        return field(select(reached)
                .from(MESSAGES.forceIndex("messages_last_out"))
                .where(counted(rule, organizationId, phone, now)));
    }

    private static Field<Integer> near(ContactRule rule, Instant now) {
        return coalesce(
                sum(when(lately(rule.nearSince(now)), inline(1)).otherwise(inline(0)))
                        .cast(Integer.class),
                inline(0));
    }

    private static Condition counted(
            ContactRule rule, Field<OrganizationId> organizationId, Field<PhoneNumber> phone, Instant now) {
        Instant since = rule.farSince(now);
        return DSL.and(
                MESSAGES.ORGANIZATION_ID.eq(organizationId),
                MESSAGES.PHONE.eq(phone),
                MESSAGES.DIRECTION.eq(Direction.OUT),
                MESSAGES.HAPPENED_AT.gt(since.minus(ContactRule.LONGEST_HELD)),
                lately(since),
                MESSAGES.PURPOSE.eq(Purpose.FIRST_TEXT),
                MESSAGES.STATE.ne(MessageState.CANCELLED));
    }

    /** What was held over night counts from when it left, or will; what nobody knows yet may have left just now. */
    private static Condition lately(Instant since) {
        return MESSAGES.HAPPENED_AT
                .gt(since)
                .or(MESSAGES.SENT_AT.gt(since))
                .or(MESSAGES.STATE.in(
                        MessageState.HELD, MessageState.QUEUED, MessageState.SENDING, MessageState.UNCONFIRMED));
    }
}
