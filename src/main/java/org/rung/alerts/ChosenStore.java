package org.rung.alerts;

import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.ALERT_CHOICES;
import static org.rung.db.Tables.PUSH_SUBSCRIPTIONS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.springframework.stereotype.Repository;

/** What members chose, and the browsers they are told in. */
@Repository
class ChosenStore {
    private final DSLContext db;

    ChosenStore(DSLContext db) {
        this.db = db;
    }

    Optional<AlertChoices> choices(Actor.Member actor) {
        return db.select(ALERT_CHOICES.DIGEST, ALERT_CHOICES.QUIET_FROM, ALERT_CHOICES.QUIET_UNTIL)
                .from(ALERT_CHOICES)
                .where(ALERT_CHOICES.MEMBER_ID.eq(actor.memberId()))
                .and(ALERT_CHOICES.ORGANIZATION_ID.eq(actor.organization()))
                .fetchOptional(row -> new AlertChoices(
                        row.value1(),
                        row.value2() == null || row.value3() == null
                                ? Optional.empty()
                                : Optional.of(new QuietTimes(row.value2(), row.value3()))));
    }

    /** Whoever begins to listen is told of what comes from now on. */
    void choose(Actor.Member actor, AlertChoices choices, Instant now) {
        db.execute(
                "insert into alert_choices (member_id, organization_id, digest, quiet_from, quiet_until, told_until_at,"
                        + " help_told_until_at) values (?, ?, ?, ?, ?, ?, ?) on duplicate key update digest = values(digest),"
                        + " quiet_from = values(quiet_from), quiet_until = values(quiet_until)",
                val(actor.memberId(), ALERT_CHOICES.MEMBER_ID),
                val(actor.organization(), ALERT_CHOICES.ORGANIZATION_ID),
                choices.digest(),
                val(choices.quiet().map(QuietTimes::from).orElse(null), ALERT_CHOICES.QUIET_FROM),
                val(choices.quiet().map(QuietTimes::until).orElse(null), ALERT_CHOICES.QUIET_UNTIL),
                val(now, ALERT_CHOICES.TOLD_UNTIL_AT),
                val(now, ALERT_CHOICES.HELP_TOLD_UNTIL_AT));
    }

    /** A row for whoever has none, so that there is something to remember by how far they were told. */
    void begin(Actor.Member actor, Instant now) {
        db.insertInto(ALERT_CHOICES)
                .set(ALERT_CHOICES.MEMBER_ID, actor.memberId())
                .set(ALERT_CHOICES.ORGANIZATION_ID, actor.organization())
                .set(ALERT_CHOICES.TOLD_UNTIL_AT, now)
                .set(ALERT_CHOICES.HELP_TOLD_UNTIL_AT, now)
                .onDuplicateKeyIgnore()
                .execute();
    }

    /** A browser belongs to whoever asked last in it. */
    void subscribe(Actor.Member actor, PushSubscription subscription, String hash, Instant now) {
        db.execute(
                "insert into push_subscriptions (push_subscription_id, organization_id, member_id, endpoint,"
                        + " endpoint_hash, public_key, auth, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on duplicate key update organization_id = values(organization_id),"
                        + " member_id = values(member_id), public_key = values(public_key), auth = values(auth),"
                        + " failures = 0",
                Id.next(),
                val(actor.organization(), PUSH_SUBSCRIPTIONS.ORGANIZATION_ID),
                val(actor.memberId(), PUSH_SUBSCRIPTIONS.MEMBER_ID),
                subscription.endpoint().toString(),
                hash,
                subscription.publicKey(),
                subscription.auth(),
                val(now, PUSH_SUBSCRIPTIONS.CREATED_AT));
    }

    /** The newest are kept: old phones of one member do not pile up. */
    void keepNewest(Actor.Member actor, int most) {
        var beyond = db.select(PUSH_SUBSCRIPTIONS.PUSH_SUBSCRIPTION_ID)
                .from(PUSH_SUBSCRIPTIONS)
                .where(PUSH_SUBSCRIPTIONS.MEMBER_ID.eq(actor.memberId()))
                .orderBy(PUSH_SUBSCRIPTIONS.CREATED_AT.desc(), PUSH_SUBSCRIPTIONS.PUSH_SUBSCRIPTION_ID.desc())
                .limit(100)
                .offset(most)
                .fetch(PUSH_SUBSCRIPTIONS.PUSH_SUBSCRIPTION_ID);
        forget(beyond);
    }

    void unsubscribe(Actor.Member actor, String hash) {
        db.deleteFrom(PUSH_SUBSCRIPTIONS)
                .where(PUSH_SUBSCRIPTIONS.ENDPOINT_HASH.eq(hash))
                .and(PUSH_SUBSCRIPTIONS.MEMBER_ID.eq(actor.memberId()))
                .and(PUSH_SUBSCRIPTIONS.ORGANIZATION_ID.eq(actor.organization()))
                .execute();
    }

    boolean listens(Actor.Member actor) {
        return db.fetchExists(
                PUSH_SUBSCRIPTIONS,
                PUSH_SUBSCRIPTIONS
                        .MEMBER_ID
                        .eq(actor.memberId())
                        .and(PUSH_SUBSCRIPTIONS.ORGANIZATION_ID.eq(actor.organization())));
    }

    record Browser(PushSubscriptionId id, PushSubscription subscription) {}

    Map<MemberId, List<Browser>> browsers(Collection<MemberId> members) {
        return db.select(
                        PUSH_SUBSCRIPTIONS.MEMBER_ID,
                        PUSH_SUBSCRIPTIONS.PUSH_SUBSCRIPTION_ID,
                        PUSH_SUBSCRIPTIONS.ENDPOINT,
                        PUSH_SUBSCRIPTIONS.PUBLIC_KEY,
                        PUSH_SUBSCRIPTIONS.AUTH)
                .from(PUSH_SUBSCRIPTIONS)
                .where(PUSH_SUBSCRIPTIONS.MEMBER_ID.in(members))
                .fetchGroups(
                        PUSH_SUBSCRIPTIONS.MEMBER_ID,
                        row -> new Browser(
                                row.value2(), PushSubscription.of(row.value3(), row.value4(), row.value5())));
    }

    void forget(Collection<PushSubscriptionId> gone) {
        if (!gone.isEmpty()) {
            db.deleteFrom(PUSH_SUBSCRIPTIONS)
                    .where(PUSH_SUBSCRIPTIONS.PUSH_SUBSCRIPTION_ID.in(gone))
                    .execute();
        }
    }

    /** After too many failures in a row a browser is given up. */
    void failed(Collection<PushSubscriptionId> failed, int most) {
        if (!failed.isEmpty()) {
            db.update(PUSH_SUBSCRIPTIONS)
                    .set(PUSH_SUBSCRIPTIONS.FAILURES, PUSH_SUBSCRIPTIONS.FAILURES.plus(1))
                    .where(PUSH_SUBSCRIPTIONS.PUSH_SUBSCRIPTION_ID.in(failed))
                    .execute();
            db.deleteFrom(PUSH_SUBSCRIPTIONS)
                    .where(PUSH_SUBSCRIPTIONS.PUSH_SUBSCRIPTION_ID.in(failed))
                    .and(PUSH_SUBSCRIPTIONS.FAILURES.ge((short) most))
                    .execute();
        }
    }

    void reached(Collection<PushSubscriptionId> reached) {
        if (!reached.isEmpty()) {
            db.update(PUSH_SUBSCRIPTIONS)
                    .set(PUSH_SUBSCRIPTIONS.FAILURES, (short) 0)
                    .where(PUSH_SUBSCRIPTIONS.PUSH_SUBSCRIPTION_ID.in(reached))
                    .and(PUSH_SUBSCRIPTIONS.FAILURES.gt((short) 0))
                    .execute();
        }
    }
}
