package org.rung.confirmations;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Written;
import org.rung.ladder.Explanations;
import org.rung.ladder.LadderId;
import org.rung.ladder.Proof;
import org.rung.ladder.Standings;
import org.rung.people.SupporterId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever meets the rule of a rung that a member confirms waits here for one, who has talked with them. */
@Service
public class Confirmations {
    private final ConfirmationStore store;
    private final Standings standings;
    private final Explanations explanations;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Confirmations(
            ConfirmationStore store,
            Standings standings,
            Explanations explanations,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.standings = standings;
        this.explanations = explanations;
        this.announce = announce;
        this.clock = clock;
    }

    /** Who waits longest first; whoever was declined comes again by newer evidence. Fixed number of queries. */
    @Transactional(readOnly = true)
    public Page<Proposal> page(Actor actor, Page.Wanted wanted) {
        actor.must(Permission.SEE_LADDER);
        actor.must(Permission.SEE_PEOPLE);
        var rows = store.page(
                actor.organization(), wanted.after().map(Confirmations::mark), wanted.size() + 1, clock.instant());
        boolean more = rows.size() > wanted.size();
        var page = more ? rows.subList(0, wanted.size()) : rows;
        Map<Explanations.Whose, List<Proof>> evidence = explanations.proposed(
                actor, page.stream().map(Proposal::supporterId).toList());
        return new Page<>(
                page.stream()
                        .map(one -> one.by(evidence.getOrDefault(
                                new Explanations.Whose(one.ladderId(), one.supporterId()), List.of())))
                        .toList(),
                more
                        ? Optional.of(page.getLast().supporterId().text()
                                + "."
                                + page.getLast().at())
                        : Optional.empty());
    }

    /**
     * They stand on that rung from now on, by this member's word.
     *
     * @param reason what was said, 1 to 320 characters
     * @throws Problem.Conflict when they are not proposed (any more)
     */
    @Transactional
    public void confirm(Actor.Member actor, LadderId ladderId, SupporterId supporterId, String reason) {
        Proposal proposal = proposed(actor, ladderId, supporterId);
        standings.moveByHand(actor, ladderId, supporterId, proposal.position(), reason);
        store.add(actor, proposal, true, Written.reason(reason), now());
        announce.publishEvent(new ProposalsChanged(actor.organization()));
    }

    /** They stay where they are, and are proposed again once they do more of it. As above. */
    @Transactional
    public void decline(Actor.Member actor, LadderId ladderId, SupporterId supporterId, String reason) {
        Proposal proposal = proposed(actor, ladderId, supporterId);
        store.add(actor, proposal, false, Written.reason(reason), now());
        announce.publishEvent(new ProposalsChanged(actor.organization()));
    }

    private Proposal proposed(Actor actor, LadderId ladderId, SupporterId supporterId) {
        actor.must(Permission.MOVE_BY_HAND);
        return store.find(actor.organization(), ladderId, supporterId, clock.instant())
                .orElseThrow(() -> new Problem.Conflict("problem.not-proposed"));
    }

    private static ConfirmationStore.Mark mark(String text) {
        int dot = text.indexOf('.');
        try {
            return new ConfirmationStore.Mark(
                    Instant.parse(text.substring(dot + 1)),
                    new SupporterId(Id.parse("after", text.substring(0, Math.max(0, dot)))));
        } catch (DateTimeParseException nonsense) {
            throw new Problem.Invalid("after", "problem.not-a-page");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
