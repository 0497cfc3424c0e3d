package org.rung.ladder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.rung.RungTest;
import org.rung.actions.ActionType;
import org.rung.actions.Actions;
import org.rung.cast.NewOrganization;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

/** An organization with the default ladders, and what its tests keep asking. */
@RungTest
public abstract class LadderStory {
    @Autowired
    protected DSLContext db;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected Actions actions;

    @Autowired
    protected Standings standings;

    @Autowired
    protected Ladders ladders;

    protected NewOrganization neighbors;
    protected Actor system;

    @BeforeEach
    void an_organization() {
        clock.set(TestClock.TUESDAY_NOON);
        neighbors = NewOrganization.with(db);
        ladders.start(neighbors.organizationId(), Locale.ENGLISH);
        system = neighbors.system();
    }

    /** Somebody else's organization, with ladders of its own. */
    protected NewOrganization strangers() {
        var strangers = NewOrganization.with(db);
        ladders.start(strangers.organizationId(), Locale.ENGLISH);
        return strangers;
    }

    protected SupporterId supporter() {
        SupporterId id = new SupporterId(Id.next());
        db.execute(
                "insert into supporters (supporter_id, organization_id, first_name, created_at, updated_at) values (?, ?, 'Nia', utc_timestamp(6), utc_timestamp(6))",
                id.value(),
                neighbors.organizationId().value());
        return id;
    }

    protected Standing standing(SupporterId who) {
        return standings.of(system, who).getFirst();
    }

    protected List<MoveRow> moves(SupporterId who) {
        return standings.moves(system, who, later(), 100);
    }

    protected long count(SupporterId who, ActionType type) {
        return actions.before(system, who, later(), 100).stream()
                .filter(action -> action.type() == type && action.voided().isEmpty())
                .count();
    }

    protected Instant later() {
        return clock.instant().plus(Duration.ofDays(1));
    }

    protected LadderId ladder() {
        return ladders.of(neighbors.organizationId()).getFirst().ladderId();
    }

    protected List<SupporterId> matching(Condition condition) {
        var supporters = org.rung.db.Tables.SUPPORTERS;
        return db.select(supporters.SUPPORTER_ID)
                .from(supporters)
                .where(supporters.ORGANIZATION_ID.eq(neighbors.organizationId()), condition)
                .fetch(supporters.SUPPORTER_ID);
    }
}
