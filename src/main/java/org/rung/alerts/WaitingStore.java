package org.rung.alerts;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.ACCOUNTS;
import static org.rung.db.Tables.ALERT_CHOICES;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.MEMBERS;
import static org.rung.db.Tables.ORGANIZATIONS;
import static org.rung.db.Tables.PUSH_SUBSCRIPTIONS;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** For whom replies wait: one walk a look, for everyone who listens, instead of a statement for each text that comes in. */
@Repository
class WaitingStore {
    private static final String DESK = "conversations_desk";

    /** From here on, the desk's ranks are of what rests until a day of its own. */
    private static final byte RESTS = 3;

    /** What came back from an organizer is news, however long it has waited before. */
    private static final Field<Instant> SINCE = greatest(
            CONVERSATIONS.WAITING_SINCE_AT, coalesce(CONVERSATIONS.BACK_SINCE_AT, CONVERSATIONS.WAITING_SINCE_AT));

    private final DSLContext db;

    WaitingStore(DSLContext db) {
        this.db = db;
    }

    /** Whoever listens in a browser, and has a reply newer than what they were told of. */
    List<WaitingMember> untold() {
        var newer = exists(selectOne()
                .from(CONVERSATIONS.forceIndex(DESK))
                .where(CONVERSATIONS.MEMBER_ID.eq(ALERT_CHOICES.MEMBER_ID))
                .and(CONVERSATIONS.DESK_RANK.lt(inline(RESTS)))
                .and(SINCE.gt(ALERT_CHOICES.TOLD_UNTIL_AT)));
        var listens = exists(
                selectOne().from(PUSH_SUBSCRIPTIONS).where(PUSH_SUBSCRIPTIONS.MEMBER_ID.eq(ALERT_CHOICES.MEMBER_ID)));
        return waiting(newer.and(listens));
    }

    /** Whoever wants an e-mail, got none since, and has replies that wait since before then. */
    List<WaitingMember> neglected(Instant waitingSince, Instant digestedBefore) {
        var old = exists(selectOne()
                .from(CONVERSATIONS.forceIndex(DESK))
                .where(CONVERSATIONS.MEMBER_ID.eq(ALERT_CHOICES.MEMBER_ID))
                .and(CONVERSATIONS.DESK_RANK.lt(inline(RESTS)))
                .and(CONVERSATIONS.WAITING_SINCE_AT.le(waitingSince)));
        return waiting(ALERT_CHOICES
                .DIGEST
                .isTrue()
                .and(ALERT_CHOICES.DIGESTED_AT.isNull().or(ALERT_CHOICES.DIGESTED_AT.le(digestedBefore)))
                .and(old));
    }

    private List<WaitingMember> waiting(Condition who) {
        var language = coalesce(ACCOUNTS.LANGUAGE, ORGANIZATIONS.LANGUAGE);
        return db.select(
                        ALERT_CHOICES.MEMBER_ID,
                        ACCOUNTS.EMAIL,
                        language,
                        ORGANIZATIONS.NAME,
                        ORGANIZATIONS.ZONE,
                        ALERT_CHOICES.QUIET_FROM,
                        ALERT_CHOICES.QUIET_UNTIL,
                        count(),
                        max(SINCE))
                .from(ALERT_CHOICES)
                .join(MEMBERS)
                .on(MEMBERS.MEMBER_ID.eq(ALERT_CHOICES.MEMBER_ID))
                .and(MEMBERS.SUSPENDED_AT.isNull())
                .join(ACCOUNTS)
                .on(ACCOUNTS.ACCOUNT_ID.eq(MEMBERS.ACCOUNT_ID))
                .join(ORGANIZATIONS)
                .on(ORGANIZATIONS.ORGANIZATION_ID.eq(ALERT_CHOICES.ORGANIZATION_ID))
                .join(CONVERSATIONS.forceIndex(DESK))
                .on(CONVERSATIONS.MEMBER_ID.eq(ALERT_CHOICES.MEMBER_ID))
                .and(CONVERSATIONS.DESK_RANK.lt(inline(RESTS)))
                .where(who)
                .groupBy(
                        ALERT_CHOICES.MEMBER_ID,
                        ACCOUNTS.EMAIL,
                        language,
                        ORGANIZATIONS.NAME,
                        ORGANIZATIONS.ZONE,
                        ALERT_CHOICES.QUIET_FROM,
                        ALERT_CHOICES.QUIET_UNTIL)
                .fetch(row -> new WaitingMember(
                        row.value1(),
                        row.value2(),
                        Locale.of(row.value3()),
                        row.value4(),
                        ZoneId.of(row.value5()),
                        quiet(row.value6(), row.value7()),
                        row.value8(),
                        Optional.of(row.value9()),
                        0,
                        Optional.empty()));
    }

    private static Optional<QuietTimes> quiet(@Nullable LocalTime from, @Nullable LocalTime until) {
        return from == null || until == null ? Optional.empty() : Optional.of(new QuietTimes(from, until));
    }

    /** Somebody who listens in a browser, and until when they were told of who needs help. */
    record Listener(Actor.Member actor, Instant toldUntil, WaitingMember member) {}

    /** Whoever listens in one of these organizations. */
    List<Listener> listeners(Collection<OrganizationId> organizations) {
        var language = coalesce(ACCOUNTS.LANGUAGE, ORGANIZATIONS.LANGUAGE);
        var told = coalesce(ALERT_CHOICES.HELP_TOLD_UNTIL_AT, ALERT_CHOICES.TOLD_UNTIL_AT);
        return db.select(
                        ALERT_CHOICES.MEMBER_ID,
                        ALERT_CHOICES.ORGANIZATION_ID,
                        MEMBERS.ROLES,
                        told,
                        ACCOUNTS.EMAIL,
                        language,
                        ORGANIZATIONS.NAME,
                        ORGANIZATIONS.ZONE,
                        ALERT_CHOICES.QUIET_FROM,
                        ALERT_CHOICES.QUIET_UNTIL)
                .from(ALERT_CHOICES)
                .join(MEMBERS)
                .on(MEMBERS.MEMBER_ID.eq(ALERT_CHOICES.MEMBER_ID))
                .and(MEMBERS.SUSPENDED_AT.isNull())
                .join(ACCOUNTS)
                .on(ACCOUNTS.ACCOUNT_ID.eq(MEMBERS.ACCOUNT_ID))
                .join(ORGANIZATIONS)
                .on(ORGANIZATIONS.ORGANIZATION_ID.eq(ALERT_CHOICES.ORGANIZATION_ID))
                .where(ALERT_CHOICES.ORGANIZATION_ID.in(organizations))
                .and(exists(selectOne()
                        .from(PUSH_SUBSCRIPTIONS)
                        .where(PUSH_SUBSCRIPTIONS.MEMBER_ID.eq(ALERT_CHOICES.MEMBER_ID))))
                .fetch(row -> new Listener(
                        new Actor.Member(row.value2(), row.value1(), row.value3()),
                        row.value4(),
                        new WaitingMember(
                                row.value1(),
                                row.value5(),
                                Locale.of(row.value6()),
                                row.value7(),
                                ZoneId.of(row.value8()),
                                quiet(row.value9(), row.value10()),
                                0,
                                Optional.empty(),
                                0,
                                Optional.empty())));
    }

    /** How many replies wait for each of them; nobody for whom none does. */
    Map<MemberId, Integer> replies(Collection<MemberId> members) {
        return db.select(CONVERSATIONS.MEMBER_ID, count())
                .from(CONVERSATIONS.forceIndex(DESK))
                .where(CONVERSATIONS.MEMBER_ID.in(members))
                .and(CONVERSATIONS.DESK_RANK.lt(inline(RESTS)))
                .groupBy(CONVERSATIONS.MEMBER_ID)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /** What each is told of now. */
    void told(Collection<WaitingMember> members) {
        db.batch(members.stream()
                        .map(one -> db.update(ALERT_CHOICES)
                                .set(ALERT_CHOICES.TOLD_UNTIL_AT, until(one.newest(), ALERT_CHOICES.TOLD_UNTIL_AT))
                                .set(
                                        ALERT_CHOICES.HELP_TOLD_UNTIL_AT,
                                        until(one.newestHelp(), ALERT_CHOICES.HELP_TOLD_UNTIL_AT))
                                .where(ALERT_CHOICES.MEMBER_ID.eq(one.memberId())))
                        .toList())
                .execute();
    }

    private static Field<Instant> until(Optional<Instant> newest, Field<Instant> before) {
        return newest.<Field<Instant>>map(at -> val(at, before)).orElse(before);
    }

    /** False where another server that looked at the same moment writes. */
    boolean digested(MemberId member, Instant now, Instant digestedBefore) {
        return db.update(ALERT_CHOICES)
                        .set(ALERT_CHOICES.DIGESTED_AT, now)
                        .where(ALERT_CHOICES.MEMBER_ID.eq(member))
                        .and(ALERT_CHOICES.DIGESTED_AT.isNull().or(ALERT_CHOICES.DIGESTED_AT.le(digestedBefore)))
                        .execute()
                == 1;
    }

    /** An e-mail that did not leave is written again when there is time. */
    void undigested(MemberId member) {
        db.update(ALERT_CHOICES)
                .setNull(ALERT_CHOICES.DIGESTED_AT)
                .where(ALERT_CHOICES.MEMBER_ID.eq(member))
                .execute();
    }
}
