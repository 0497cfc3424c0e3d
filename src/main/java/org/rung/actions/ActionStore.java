package org.rung.actions;

import static org.rung.db.Tables.ACTIONS;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.database.BulkInsert;
import org.rung.people.SupporterId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Actions: added or voided, never changed. */
@Repository
class ActionStore {
    private final DSLContext dsl;
    private final JdbcTemplate jdbc;

    ActionStore(DSLContext dsl, JdbcTemplate jdbc) {
        this.dsl = dsl;
        this.jdbc = jdbc;
    }

    Map<String, ActionId> byOnceKey(OrganizationId organizationId, Collection<String> keys) {
        return dsl.select(ACTIONS.ONCE_KEY, ACTIONS.ACTION_ID)
                .from(ACTIONS)
                .where(ACTIONS.ORGANIZATION_ID.eq(organizationId), ACTIONS.ONCE_KEY.in(keys))
                .fetchMap(ACTIONS.ONCE_KEY, ACTIONS.ACTION_ID);
    }

    /** A once key that is already there adds nothing; not "insert ignore", which would also swallow broken rows. */
    void add(Actor actor, Instant now, List<RecordedAction> actions) {
        String recorded = BulkInsert.literal(now);
        jdbc.execute((Connection connection) -> BulkInsert.send(
                connection,
                "insert into actions (action_id, organization_id, supporter_id, type, quantity, amount_minor, currency,"
                        + " verification, happened_at, recorded_at, actor_kind, actor_id, member_id, occasion_id, note,"
                        + " once_key) values ",
                actions,
                (row, action) -> {
                    ActionDraft draft = action.draft();
                    row.number(action.actionId().value())
                            .number(actor.organization().value())
                            .number(draft.supporterId().value())
                            .words(draft.type().name())
                            .number(draft.quantity())
                            .number(draft.amount().map(Money::minor).orElse(null))
                            .words(draft.amount().map(Money::currency).orElse(null))
                            .words(draft.verification().name())
                            .instant(draft.happenedAt())
                            .same(recorded)
                            .words(actor.kind())
                            .number(actor.id().orElse(null))
                            .number(draft.credited().map(MemberId::value).orElse(null))
                            .number(draft.occasionId().orElse(null))
                            .words(draft.note())
                            .words(draft.onceKey().orElse(null));
                },
                " on duplicate key update once_key = values(once_key)"));
    }

    /**
     * One action of a supporter whom the organization knows, in one statement; false when it knows none such. Throws
     * when the once key is taken.
     */
    boolean addOne(Actor actor, Instant now, RecordedAction action) {
        ActionDraft draft = action.draft();
        return dsl.execute(
                        "insert into actions (action_id, organization_id, supporter_id, type, quantity, amount_minor,"
                                + " currency, verification, happened_at, recorded_at, actor_kind, actor_id, member_id,"
                                + " occasion_id, note, once_key) select ?, organization_id, supporter_id, ?, ?, ?, ?, ?,"
                                + " ?, ?, ?, ?, ?, ?, ?, ? from supporters where supporter_id = ? and organization_id = ?",
                        action.actionId().value(),
                        draft.type().name(),
                        draft.quantity(),
                        draft.amount().map(Money::minor).orElse(null),
                        draft.amount().map(Money::currency).orElse(null),
                        draft.verification().name(),
                        utc(draft.happenedAt()),
                        utc(now),
                        actor.kind(),
                        actor.id().orElse(null),
                        draft.credited().map(MemberId::value).orElse(null),
                        draft.occasionId().orElse(null),
                        draft.note(),
                        draft.onceKey().orElse(null),
                        draft.supporterId().value(),
                        actor.organization().value())
                == 1;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** What voiding one needs to know. */
    record Voidable(
            ActionId actionId,
            SupporterId supporterId,
            ActionType type,
            Optional<Long> occasionId,
            boolean voided,
            boolean ofGift) {}

    Optional<Voidable> voidable(OrganizationId organizationId, ActionId actionId) {
        return dsl.select(ACTIONS.SUPPORTER_ID, ACTIONS.TYPE, ACTIONS.OCCASION_ID, ACTIONS.VOIDED_AT, ACTIONS.ONCE_KEY)
                .from(ACTIONS)
                .where(ACTIONS.ORGANIZATION_ID.eq(organizationId), ACTIONS.ACTION_ID.eq(actionId))
                .fetchOptional(row -> new Voidable(
                        actionId,
                        row.get(ACTIONS.SUPPORTER_ID),
                        row.get(ACTIONS.TYPE),
                        Optional.ofNullable(row.get(ACTIONS.OCCASION_ID)),
                        row.get(ACTIONS.VOIDED_AT) != null,
                        Optional.ofNullable(row.get(ACTIONS.ONCE_KEY))
                                .filter(key -> key.startsWith(Actions.OF_GIFTS))
                                .isPresent()));
    }

    /** Whose they are, of those that still count. */
    List<SupporterId> counting(OrganizationId organizationId, Collection<ActionId> actions) {
        return dsl.selectDistinct(ACTIONS.SUPPORTER_ID)
                .from(ACTIONS)
                .where(
                        ACTIONS.ORGANIZATION_ID.eq(organizationId),
                        ACTIONS.ACTION_ID.in(actions),
                        ACTIONS.VOIDED_AT.isNull())
                .fetch(ACTIONS.SUPPORTER_ID);
    }

    void voidAll(OrganizationId organizationId, Collection<ActionId> actions, String reason, Instant now) {
        dsl.update(ACTIONS)
                .set(ACTIONS.VOIDED_AT, now)
                .set(ACTIONS.VOID_REASON, reason)
                .where(
                        ACTIONS.ORGANIZATION_ID.eq(organizationId),
                        ACTIONS.ACTION_ID.in(actions),
                        ACTIONS.VOIDED_AT.isNull())
                .execute();
    }

    /** Newest first. */
    List<ActionRow> before(OrganizationId organizationId, SupporterId supporterId, Instant before, int limit) {
        return dsl.select(
                        ACTIONS.ACTION_ID,
                        ACTIONS.TYPE,
                        ACTIONS.QUANTITY,
                        ACTIONS.AMOUNT_MINOR,
                        ACTIONS.CURRENCY,
                        ACTIONS.VERIFICATION,
                        ACTIONS.HAPPENED_AT,
                        ACTIONS.NOTE,
                        ACTIONS.VOIDED_AT,
                        ACTIONS.VOID_REASON)
                .from(ACTIONS)
                .where(
                        ACTIONS.SUPPORTER_ID.eq(supporterId),
                        ACTIONS.ORGANIZATION_ID.eq(organizationId),
                        ACTIONS.HAPPENED_AT.lt(before))
                .orderBy(ACTIONS.HAPPENED_AT.desc())
                .limit(limit)
                .fetch(ActionStore::row);
    }

    private static ActionRow row(Record row) {
        Long minor = row.get(ACTIONS.AMOUNT_MINOR);
        return new ActionRow(
                row.get(ACTIONS.ACTION_ID),
                row.get(ACTIONS.TYPE),
                row.get(ACTIONS.QUANTITY),
                minor == null ? Optional.empty() : Optional.of(new Money(minor, row.get(ACTIONS.CURRENCY))),
                row.get(ACTIONS.VERIFICATION),
                row.get(ACTIONS.HAPPENED_AT),
                row.get(ACTIONS.NOTE),
                row.get(ACTIONS.VOIDED_AT) == null ? Optional.empty() : Optional.of(row.get(ACTIONS.VOID_REASON)));
    }
}
