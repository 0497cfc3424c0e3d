package org.rung.impact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.rung.RungTest;
import org.rung.accounts.OrganizationFounded;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionId;
import org.rung.actions.ActionType;
import org.rung.actions.Actions;
import org.rung.actions.Verification;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.commitments.AskFamily;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.Role;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Two texters and what their people did. */
@RungTest
abstract class ImpactStory {
    @Autowired
    Impacts impacts;

    @Autowired
    Thanks thanks;

    @Autowired
    Leaders leaders;

    @Autowired
    Actions actions;

    @Autowired
    Commitments commitments;

    @Autowired
    Supporters supporters;

    @Autowired
    ApplicationContext house;

    @Autowired
    ApplicationEventPublisher announce;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    NewOrganization here;
    Actor.Member ora;
    Actor.Member tess;
    Actor.Member tom;

    @BeforeEach
    void theGround() {
        clock.set(TestClock.TUESDAY_NOON);
        here = NewOrganization.with(db);
        transaction.executeWithoutResult(
                status -> announce.publishEvent(new OrganizationFounded(here.organizationId())));
        ora = here.member(Role.ORGANIZER);
        tess = here.member(Role.TEXTER);
        tom = here.member(Role.TEXTER);
    }

    SupporterId someone() {
        return supporters
                .upsert(ora, List.of(SupporterDraft.of("Maya", "", Phones.fresh())), Optional.empty())
                .getFirst()
                .supporterId();
    }

    ActionId did(Actor.Member through, SupporterId who, ActionType type, Instant at) {
        return did(through, who, type, at, Optional.empty());
    }

    ActionId did(Actor.Member through, SupporterId who, ActionType type, Instant at, Optional<Long> occasion) {
        return actions.record(
                here.system(),
                new ActionDraft(
                        who,
                        type,
                        1,
                        Optional.empty(),
                        Verification.SYSTEM,
                        at,
                        Optional.of(through.memberId()),
                        occasion,
                        "",
                        Optional.empty()));
    }

    CommitmentId promised(Actor.Member to, SupporterId who, AskFamily family) {
        return commitments.promise(
                here.system(),
                who,
                family,
                "Thursday",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(to.memberId()));
    }
}
