package org.rung.actions;

import static org.rung.db.Tables.ACTIONS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.database.Owned;
import org.rung.people.Belongings;
import org.rung.people.Estate;
import org.rung.people.HandedOver;
import org.rung.people.Pair;
import org.rung.people.SupporterId;
import org.rung.people.Union;
import org.springframework.stereotype.Repository;

/** What they did, and who says to have recruited them. Nobody recruits themselves: that counts no more while they are one. */
@Repository
class ActionBelongingsStore implements Belongings {
    private static final String DONE = "action";
    private static final String RECRUITED = "recruited-by";
    private static final String THEMSELVES = "recruited-themselves";
    private static final String WHY = "Merged: both are the same person";
    private static final Condition OF_RECRUITS = ACTIONS.TYPE.in(ActionType.RECRUITED, ActionType.RECRUIT_ROSE);

    private final DSLContext db;
    private final Owned<SupporterId> done = new Owned<>(ACTIONS.ACTION_ID, ACTIONS.SUPPORTER_ID);
    /** The occasion of a recruiting is the recruit. */
    private final Owned<Long> recruited = new Owned<>(ACTIONS.ACTION_ID, ACTIONS.OCCASION_ID);

    ActionBelongingsStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Set<String> tables() {
        return Set.of("actions");
    }

    @Override
    public List<HandedOver> handOver(Pair pair, Union union, Instant now) {
        var here = ACTIONS.ORGANIZATION_ID.eq(pair.organizationId());
        var kept = pair.kept().value();
        var theirs = done.handOver(db, here, pair.gone(), pair.kept());
        var by = recruited.handOver(db, here.and(OF_RECRUITS), pair.gone().value(), kept);
        var themselves = db.select(ACTIONS.ACTION_ID)
                .from(ACTIONS)
                .where(here, OF_RECRUITS, ACTIONS.SUPPORTER_ID.eq(pair.kept()), ACTIONS.OCCASION_ID.eq(kept))
                .and(ACTIONS.VOIDED_AT.isNull())
                .fetch(ACTIONS.ACTION_ID);
        db.update(ACTIONS)
                .set(ACTIONS.VOIDED_AT, now)
                .set(ACTIONS.VOID_REASON, WHY)
                .where(here, ACTIONS.ACTION_ID.in(themselves))
                .execute();
        return Stream.of(
                        HandedOver.all(DONE, theirs),
                        HandedOver.all(RECRUITED, by),
                        HandedOver.all(
                                THEMSELVES,
                                themselves.stream().map(ActionId::value).toList()))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void giveBack(Pair pair, Estate estate, Instant now) {
        var here = ACTIONS.ORGANIZATION_ID.eq(pair.organizationId());
        db.update(ACTIONS)
                .setNull(ACTIONS.VOIDED_AT)
                .setNull(ACTIONS.VOID_REASON)
                .where(here, ACTIONS.VOID_REASON.eq(WHY))
                .and(ACTIONS.ACTION_ID.in(
                        estate.rows(THEMSELVES).stream().map(ActionId::new).toList()))
                .execute();
        recruited.give(
                db,
                here,
                estate.rows(RECRUITED),
                pair.kept().value(),
                pair.gone().value());
        done.give(db, here, estate.rows(DONE), pair.kept(), pair.gone());
    }

    @Override
    public Map<String, Map<SupporterId, Integer>> count(OrganizationId organizationId, Collection<SupporterId> people) {
        var counts = ACTIONS.ORGANIZATION_ID.eq(organizationId).and(ACTIONS.VOIDED_AT.isNull());
        return Map.of(
                "actions", done.count(db, counts, people),
                "gifts", done.count(db, counts.and(ACTIONS.TYPE.eq(ActionType.GAVE)), people));
    }
}
