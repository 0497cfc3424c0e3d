package org.rung.giving;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.Organizations;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionType;
import org.rung.actions.Actions;
import org.rung.actions.Money;
import org.rung.actions.Verification;
import org.rung.commitments.AskFamily;
import org.rung.commitments.CommitmentDraft;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Commitments;
import org.rung.commitments.CommitmentsSettled;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money that people promise: a commitment of the family GIVE with an amount, kept once their gifts since then add up to
 * it. Whoever texts may write one down; the lists with their amounts need SEE_GIVING.
 */
@Service
public class Pledges {
    /** In days from today. */
    public static final int FARTHEST = 366;

    private static final int MOST_OF_ONE = 100;

    private final PledgeStore store;
    private final Commitments commitments;
    private final Actions actions;
    private final Supporters supporters;
    private final Organizations organizations;
    private final Clock clock;

    Pledges(
            PledgeStore store,
            Commitments commitments,
            Actions actions,
            Supporters supporters,
            Organizations organizations,
            Clock clock) {
        this.store = store;
        this.commitments = commitments;
        this.actions = actions;
        this.supporters = supporters;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * Written down by a member or program.
     *
     * @param day by the supporter's calendar, from today on, at most {@value #FARTHEST} days away
     * @param note at most 300 characters
     */
    @Transactional
    public CommitmentId promise(
            Actor actor,
            SupporterId supporterId,
            Money amount,
            Optional<LocalDate> day,
            String note,
            Optional<String> onceKey) {
        actor.must(Permission.RECORD_ACTIONS);
        supporters.mustBeOurs(actor.organization(), supporterId);
        return promise(
                actor,
                supporterId,
                new CommitmentDraft(
                        AskFamily.GIVE,
                        "",
                        day.map(one -> due(actor, supporterId, one)),
                        note,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(amount)),
                onceKey,
                actor.member());
    }

    /**
     * From a room that knows where it was promised, and by whose asking.
     *
     * @throws Problem.Invalid without an amount
     */
    @Transactional
    public CommitmentId promise(
            Actor actor,
            SupporterId supporterId,
            CommitmentDraft draft,
            Optional<String> onceKey,
            Optional<MemberId> credited) {
        Money amount = draft.amount().orElseThrow(() -> new Problem.Invalid("amount", "problem.needed"));
        MoneyText.currency(amount.currency());
        CommitmentId id = commitments.promise(actor, supporterId, draft, onceKey, credited);
        record(
                actor.organization(),
                new PledgeStore.Pledged(id, supporterId, amount, now(), credited),
                // The same promise told twice is one.
                prefix(id) + "0");
        return id;
    }

    /** What is due first comes first. */
    @Transactional(readOnly = true)
    public Page<PledgeRow> page(Actor actor, PledgeList list, Page.Wanted wanted) {
        actor.must(Permission.SEE_GIVING);
        var after = wanted.after().map(Page.Place::read);
        List<PledgeRow> rows = store.page(actor.organization(), list, now(), after, wanted.size() + 1);
        boolean more = rows.size() > wanted.size();
        List<PledgeRow> shown = given(actor, more ? rows.subList(0, wanted.size()) : rows);
        return new Page<>(shown, more ? Optional.of(place(shown.getLast())) : Optional.empty());
    }

    private static String place(PledgeRow row) {
        return new Page.Place(
                        row.sorted().orElse(row.promisedAt()),
                        row.commitmentId().value())
                .text();
    }

    /** Of one supporter, at most their first 100. */
    @Transactional(readOnly = true)
    public List<PledgeRow> of(Actor actor, SupporterId supporterId) {
        actor.must(Permission.SEE_GIVING);
        return given(actor, store.of(actor.organization(), supporterId, MOST_OF_ONE));
    }

    /** How much is promised in that list, by currency, in its smallest unit. */
    @Transactional(readOnly = true)
    public Map<String, Long> totals(Actor actor, PledgeList list) {
        actor.must(Permission.SEE_GIVING);
        return store.totals(actor.organization(), list, now());
    }

    private List<PledgeRow> given(Actor actor, List<PledgeRow> rows) {
        Map<CommitmentId, BigDecimal> given = store.given(
                actor.organization(), rows.stream().map(PledgeRow::commitmentId).toList());
        return rows.stream()
                .map(row -> row.given(
                        given.getOrDefault(row.commitmentId(), BigDecimal.ZERO).longValueExact()))
                .toList();
    }

    /** Who takes a pledge back has pledged nothing; who is held to it again has. */
    @EventListener
    void settled(CommitmentsSettled announced) {
        var organization = announced.organizationId();
        var released = store.pledged(
                organization,
                announced.settled().stream()
                        .filter(one -> one.after() == CommitmentState.RELEASED)
                        .map(CommitmentsSettled.Settled::commitmentId)
                        .toList());
        if (!released.isEmpty())
            actions.takeBack(
                    organization,
                    store.evidence(organization, released),
                    Sentence.of("giving.action.released").text());
        store.pledged(
                        organization,
                        announced.settled().stream()
                                .filter(one -> one.before() == CommitmentState.RELEASED)
                                .map(CommitmentsSettled.Settled::commitmentId)
                                .toList())
                .forEach(one -> record(organization, one, prefix(one.commitmentId()) + Id.next()));
    }

    private void record(OrganizationId organization, PledgeStore.Pledged pledge, String onceKey) {
        actions.record(
                new Actor.System(organization),
                new ActionDraft(
                        pledge.supporterId(),
                        ActionType.PLEDGED,
                        1,
                        Optional.of(pledge.amount()),
                        Verification.SELF,
                        pledge.promisedAt(),
                        pledge.credited(),
                        Optional.empty(),
                        "",
                        Optional.of(onceKey)));
    }

    static String prefix(CommitmentId commitmentId) {
        return "pledge:" + commitmentId.text() + ":";
    }

    private Instant due(Actor actor, SupporterId supporterId, LocalDate day) {
        ZoneId home = organizations.get(actor.organization()).zone();
        ZoneId zone = Optional.ofNullable(supporters
                        .all(actor.organization(), List.of(supporterId))
                        .get(supporterId))
                .flatMap(person -> person.zone())
                .orElse(home);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (day.isBefore(today) || day.isAfter(today.plusDays(FARTHEST)))
            throw new Problem.Invalid("day", "problem.promise-day", FARTHEST);
        return day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
