package org.rung.asks;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.rung.db.Tables.ACTIONS;
import static org.rung.db.Tables.ASKINGS;
import static org.rung.db.Tables.STANDINGS;
import static org.rung.db.Tables.SUPPORTERS;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.actions.ActionType;
import org.rung.commitments.AskId;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.ladder.LadderId;
import org.rung.ladder.Reason;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Each time an ask was put to someone, and how it ended. */
@Repository
class AskStore {
    private final DSLContext dsl;
    private final ReadyStore ready;

    AskStore(DSLContext dsl, ReadyStore ready) {
        this.dsl = dsl;
        this.ready = ready;
    }

    /** Of these people those who are ready, with their rung. */
    Map<SupporterId, Integer> ready(
            OrganizationId organizationId, LadderId ladderId, List<Ask> withRoom, Collection<SupporterId> supporters) {
        Map<SupporterId, Integer> rungs = new HashMap<>();
        dsl.select(STANDINGS.SUPPORTER_ID, STANDINGS.POSITION)
                .from(STANDINGS)
                .where(STANDINGS.SUPPORTER_ID.in(supporters), ready.ready(organizationId, ladderId, withRoom))
                .forEach(row -> rungs.put(
                        row.get(STANDINGS.SUPPORTER_ID),
                        row.get(STANDINGS.POSITION).intValue()));
        return rungs;
    }

    /** Where someone is who is about to fall, and when they will. */
    record Slipping(int position, Instant fallsAt) {}

    Map<SupporterId, Slipping> slipping(
            OrganizationId organizationId, LadderId ladderId, Collection<SupporterId> supporters) {
        Map<SupporterId, Slipping> slipping = new HashMap<>();
        dsl.select(STANDINGS.SUPPORTER_ID, STANDINGS.POSITION, STANDINGS.FALLS_AT)
                .from(STANDINGS)
                .where(STANDINGS.SUPPORTER_ID.in(supporters), ready.slipping(organizationId, ladderId))
                .forEach(row ->
                        slipping.put(row.value1(), new Slipping(row.value2().intValue(), row.value3())));
        return slipping;
    }

    record Asked(SupporterId supporterId, AskId askId) {}

    /** When each was last asked what. */
    Map<Asked, Instant> lastAsked(OrganizationId organizationId, Collection<SupporterId> supporters) {
        Map<Asked, Instant> last = new HashMap<>();
        dsl.select(ASKINGS.SUPPORTER_ID, ASKINGS.ASK_ID, max(ASKINGS.HAPPENED_AT))
                .from(ASKINGS)
                .where(ASKINGS.SUPPORTER_ID.in(supporters), ASKINGS.ORGANIZATION_ID.eq(organizationId))
                .groupBy(ASKINGS.SUPPORTER_ID, ASKINGS.ASK_ID)
                .forEach(row ->
                        last.put(new Asked(row.get(ASKINGS.SUPPORTER_ID), row.get(ASKINGS.ASK_ID)), row.value3()));
        return last;
    }

    Map<SupporterId, String> languages(OrganizationId organizationId, Collection<SupporterId> supporters) {
        if (supporters.isEmpty()) return Map.of();
        return dsl.select(SUPPORTERS.SUPPORTER_ID, SUPPORTERS.LANGUAGE)
                .from(SUPPORTERS)
                .where(SUPPORTERS.SUPPORTER_ID.in(supporters), SUPPORTERS.ORGANIZATION_ID.eq(organizationId))
                .fetchMap(SUPPORTERS.SUPPORTER_ID, SUPPORTERS.LANGUAGE);
    }

    /** Where they stand now is where they stood when they were asked just now. */
    void stood(OrganizationId organizationId, SupporterId supporterId) {
        dsl.execute(
                "update askings k join asks a on a.ask_id = k.ask_id"
                        + " join standings s on s.ladder_id = a.ladder_id and s.supporter_id = k.supporter_id"
                        + " join rungs r on r.ladder_id = s.ladder_id and r.position = s.position and r.retired_at is null"
                        + " set k.rung_id = r.rung_id where k.supporter_id = ? and k.organization_id = ? and k.rung_id is null",
                supporterId.value(),
                organizationId.value());
    }

    /** The type of action that each did last since then, how often and when. */
    Map<SupporterId, Reason> latest(OrganizationId organizationId, Collection<SupporterId> supporters, Instant since) {
        Map<SupporterId, Reason> latest = new HashMap<>();
        dsl.select(ACTIONS.SUPPORTER_ID, ACTIONS.TYPE, max(ACTIONS.HAPPENED_AT), count())
                .from(ACTIONS)
                .where(
                        ACTIONS.SUPPORTER_ID.in(supporters),
                        ACTIONS.ORGANIZATION_ID.eq(organizationId),
                        ACTIONS.VOIDED_AT.isNull(),
                        ACTIONS.HAPPENED_AT.ge(since))
                .groupBy(ACTIONS.SUPPORTER_ID, ACTIONS.TYPE)
                .forEach(row -> latest.merge(
                        row.value1(),
                        new Reason(Reason.Kind.ACTION, row.value2().name(), row.value4(), Optional.of(row.value3())),
                        AskStore::later));
        return latest;
    }

    /** At the same instant the type that says more: they are declared in that order. */
    private static Reason later(Reason one, Reason other) {
        int order = one.at().orElseThrow().compareTo(other.at().orElseThrow());
        if (order == 0) {
            order = ActionType.valueOf(one.of()).compareTo(ActionType.valueOf(other.of()));
        }
        return order >= 0 ? one : other;
    }

    /** Ends the open asking, if there is one. */
    boolean settle(
            OrganizationId organizationId,
            SupporterId supporterId,
            AskId askId,
            AskOutcome outcome,
            String reason,
            Instant now) {
        return dsl.update(ASKINGS)
                        .set(ASKINGS.OUTCOME, outcome)
                        .set(ASKINGS.REASON, reason)
                        .set(ASKINGS.SETTLED_AT, now)
                        .where(
                                ASKINGS.SUPPORTER_ID.eq(supporterId),
                                ASKINGS.ORGANIZATION_ID.eq(organizationId),
                                ASKINGS.ASK_ID.eq(askId),
                                ASKINGS.OUTCOME.eq(AskOutcome.OPEN))
                        .execute()
                > 0;
    }

    void add(Actor actor, SupporterId supporterId, AskId askId, AskOutcome outcome, String reason, Instant now) {
        dsl.insertInto(ASKINGS)
                .columns(
                        ASKINGS.ASKING_ID,
                        ASKINGS.ORGANIZATION_ID,
                        ASKINGS.ASK_ID,
                        ASKINGS.SUPPORTER_ID,
                        ASKINGS.MEMBER_ID,
                        ASKINGS.OUTCOME,
                        ASKINGS.REASON,
                        ASKINGS.HAPPENED_AT,
                        ASKINGS.SETTLED_AT)
                .values(
                        Id.next(),
                        actor.organization(),
                        askId,
                        supporterId,
                        actor.member().orElse(null),
                        outcome,
                        reason,
                        now,
                        outcome == AskOutcome.OPEN ? null : now)
                .execute();
    }
}
