package org.rung.texting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.rung.accounts.AuditLog;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.Campaigns;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the work of a campaign between texters, by a rule or by name. A conversation moves as a whole, or not at all: who
 * sends or moves one first has it, and is not texted twice.
 */
@Service
public class WorkMoves {
    /** Who sent a text or took a batch within this time is at work. */
    public static final Duration AT_WORK = Duration.ofMinutes(15);

    /** How long a move can be undone. */
    public static final Duration UNDONE_WITHIN = Duration.ofHours(12);

    private final WorkMoveStore store;
    private final WorkMoveUndoStore undoing;
    private final AssignmentStore assignments;
    private final QueueFronts fronts;
    private final Campaigns campaigns;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    WorkMoves(
            WorkMoveStore store,
            WorkMoveUndoStore undoing,
            AssignmentStore assignments,
            QueueFronts fronts,
            Campaigns campaigns,
            AuditLog audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.undoing = undoing;
        this.assignments = assignments;
        this.fronts = fronts;
        this.campaigns = campaigns;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * Moves what is there in this moment; empty where there was nothing to move. What is given stays with its new texter
     * until it is sent, given back or moved again. What is with an organizer or rests until a day stays where it is.
     *
     * @throws Problem.Invalid where nobody is at work, or one who is named does not text for the campaign
     */
    @Transactional
    public Optional<WorkMove> move(Actor actor, CampaignId campaignId, WorkMoveDraft draft) {
        actor.must(Permission.ASSIGN);
        mustExist(actor, campaignId);
        Instant now = clock.instant();
        List<WorkMoveStore.Joined> joined = store.joined(actor.organization(), campaignId);
        Map<Optional<MemberId>, Integer> all = store.held(actor.organization(), campaignId, draft.kind());
        Set<MemberId> receivers = receivers(draft.to(), joined, now);
        Map<Optional<MemberId>, Integer> sources = sources(draft.from(), all, joined, now);
        if (sources.isEmpty()) return Optional.empty();
        WorkShare share = WorkShare.of(
                sources,
                receivers.stream().collect(Collectors.toMap(one -> one, one -> all.getOrDefault(Optional.of(one), 0))),
                draft.most());
        var moveId = new WorkMoveId(Id.next());
        List<WorkMoveStore.Receiver> taking = draft.to() instanceof WorkMoveDraft.Everyone
                ? List.of(new WorkMoveStore.Receiver(Optional.empty(), Optional.empty(), draft.most()))
                : assigned(actor, campaignId, draft.kind(), share.takes(), now);
        if (taking.isEmpty()) return Optional.empty();
        store.record(actor.organization(), campaignId, moveId, draft.kind(), actor.member(), now);
        int moved = store.move(actor.organization(), campaignId, moveId, draft.kind(), share.keeps(), taking);
        store.moved(moveId, moved);
        if (moved == 0) return Optional.empty();
        fronts.forget(campaignId);
        audit.add(
                actor,
                "work.moved",
                "campaign",
                Optional.of(campaignId.value()),
                draft.kind().name() + ": " + moved);
        tell(actor, store.concerned(moveId));
        return Optional.of(new WorkMove(moveId, draft.kind(), moved, actor.member(), now, Optional.empty()));
    }

    private static Set<MemberId> receivers(WorkMoveDraft.To to, List<WorkMoveStore.Joined> joined, Instant now) {
        return switch (to) {
            case WorkMoveDraft.Everyone everyone -> Set.of();
            case WorkMoveDraft.AtWork atWork -> {
                Set<MemberId> working = those(joined, one -> one.atWork(now));
                if (working.isEmpty()) throw new Problem.Invalid("to", "problem.nobody-at-work");
                yield working;
            }
            case WorkMoveDraft.These these -> {
                if (!those(joined, one -> true).containsAll(these.texters()))
                    throw new Problem.Invalid("texters", "problem.not-a-texter");
                yield these.texters();
            }
        };
    }

    private static Map<Optional<MemberId>, Integer> sources(
            WorkMoveDraft.From from,
            Map<Optional<MemberId>, Integer> all,
            List<WorkMoveStore.Joined> joined,
            Instant now) {
        Set<MemberId> working = those(joined, one -> one.atWork(now));
        Predicate<Optional<MemberId>> theirs =
                switch (from) {
                    case WorkMoveDraft.Texter one -> Optional.of(one.texter())::equals;
                    case WorkMoveDraft.Away away ->
                        holder -> holder.filter(one -> !working.contains(one)).isPresent();
                    case WorkMoveDraft.Nobody nobody -> Optional::isEmpty;
                    case WorkMoveDraft.Anyone anyone -> holder -> true;
                };
        return all.entrySet().stream()
                .filter(holder -> theirs.test(holder.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<MemberId> those(List<WorkMoveStore.Joined> joined, Predicate<WorkMoveStore.Joined> which) {
        return joined.stream().filter(which).map(WorkMoveStore.Joined::texter).collect(Collectors.toSet());
    }

    private List<WorkMoveStore.Receiver> assigned(
            Actor actor, CampaignId campaignId, WorkMoveKind kind, Map<MemberId, Integer> takes, Instant now) {
        List<Lease> leases = new ArrayList<>();
        List<WorkMoveStore.Receiver> receivers = new ArrayList<>();
        takes.forEach((texter, many) -> {
            var lease = Lease.of(
                    actor.organization(),
                    campaignId,
                    texter,
                    kind == WorkMoveKind.FIRST_TEXTS ? AssignmentKind.FIRST : AssignmentKind.REPLIES,
                    Optional.empty());
            leases.add(lease);
            receivers.add(new WorkMoveStore.Receiver(Optional.of(texter), Optional.of(lease.assignmentId()), many));
        });
        assignments.recordAll(leases, takes, actor.member(), now);
        return receivers;
    }

    /**
     * Puts back what nobody has touched since; how many there were. The rest stays with whoever has it.
     *
     * @throws Problem.Conflict after twelve hours, or a second time
     */
    @Transactional
    public int undo(Actor actor, WorkMoveId moveId) {
        actor.must(Permission.ASSIGN);
        Instant now = clock.instant();
        var found = undoing.lock(actor.organization(), moveId).orElseThrow(() -> new Problem.Missing("move", moveId));
        if (found.move().undoneAt().isPresent()) throw new Problem.Conflict("problem.move-undone");
        if (found.move().movedAt().isBefore(now.minus(UNDONE_WITHIN)))
            throw new Problem.Conflict("problem.move-old", UNDONE_WITHIN.toHours());
        List<MemberId> concerned = store.concerned(moveId);
        int undone = undoing.undo(found.move(), now);
        fronts.forget(found.campaignId());
        audit.add(
                actor,
                "work.moved-back",
                "campaign",
                Optional.of(found.campaignId().value()),
                found.move().kind().name() + ": " + undone);
        tell(actor, concerned);
        return undone;
    }

    /** The newest first; those older than a week are forgotten. */
    @Transactional(readOnly = true)
    public Page<WorkMove> page(Actor actor, CampaignId campaignId, Page.Wanted wanted) {
        actor.must(Permission.ASSIGN);
        mustExist(actor, campaignId);
        var before = wanted.after().map(text -> new WorkMoveId(Id.parse("cursor", text)));
        var rows = undoing.lately(actor.organization(), campaignId, before, wanted.size() + 1);
        if (rows.size() <= wanted.size()) return new Page<>(rows, Optional.empty());
        var shown = rows.subList(0, wanted.size());
        return new Page<>(shown, Optional.of(shown.getLast().workMoveId().text()));
    }

    private void mustExist(Actor actor, CampaignId campaignId) {
        if (campaigns.find(actor.organization(), campaignId).isEmpty())
            throw new Problem.Missing("campaign", campaignId);
    }

    /** One look for each texter; the inbox looks with any of them. */
    private void tell(Actor actor, List<MemberId> texters) {
        texters.forEach(texter -> announce.publishEvent(
                new ConversationChanged(actor.organization(), Optional.empty(), Optional.of(texter))));
        if (texters.isEmpty()) {
            announce.publishEvent(new ConversationChanged(actor.organization(), Optional.empty(), Optional.empty()));
        }
    }
}
