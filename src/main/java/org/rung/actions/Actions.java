package org.rung.actions;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Written;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What supporters did; only added or voided, and announced in the same transaction, so that standings follow. That someone recruited a
 * person the organization knows is a RECRUITED action whose occasion is that person's supporter id: when the recruit
 * first rises to the second rung, the first recruiter gets RECRUIT_ROSE, once.
 */
@Service
public class Actions {
    /** What once keys start with that the room of gifts gives: what it records, only it takes back. */
    public static final String OF_GIFTS = "gift:";

    private static final int MOST = 1_000;
    private final ActionStore store;
    private final Supporters supporters;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Actions(ActionStore store, Supporters supporters, AuditLog audit, ApplicationEventPublisher announce, Clock clock) {
        this.store = store;
        this.supporters = supporters;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /** As {@link #recordAll} for one. */
    @Transactional
    public ActionId record(Actor actor, ActionDraft draft) {
        return recordAll(actor, List.of(draft)).getFirst();
    }

    /**
     * At most 1,000, set-based; ids in the order of the drafts. A once key that was recorded before gives the id of
     * then, and adds nothing. A texter may record what someone told them: verification SELF, credited to themselves.
     *
     * @throws Problem.Invalid for a time in the future or more than 20 years ago, a quantity under 1, RECRUIT_ROSE
     *     (which follows from the recruit's rise), or HUMAN without a member who vouches
     * @throws Problem.Missing when a supporter is not of this organization
     */
    @Transactional
    public List<ActionId> recordAll(Actor actor, List<ActionDraft> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        if (drafts.size() > MOST) {
            throw new Problem.Invalid("actions", "problem.at-once", MOST);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<RecordedAction> actions = new ArrayList<>();
        for (ActionDraft draft : drafts) {
            mustMay(actor, draft);
            actions.add(new RecordedAction(new ActionId(Id.next()), DraftRules.checked(actor, draft, now)));
        }
        if (actions.size() == 1 && drafts.getFirst().type() != ActionType.RECRUITED) {
            return List.of(addOne(actor, now, actions.getFirst()));
        }
        Set<SupporterId> known = supporters.ours(actor.organization(), mentioned(actions));
        for (ActionDraft draft : drafts) {
            if (!known.contains(draft.supporterId())) {
                throw new Problem.Missing("supporter", draft.supporterId());
            }
        }
        return add(actor, now, actions, known);
    }

    /** The commonest case: one statement where a batch asks who is known, what is there, and what was added. */
    private ActionId addOne(Actor actor, Instant now, RecordedAction action) {
        SupporterId who = action.draft().supporterId();
        try {
            if (!store.addOne(actor, now, action)) {
                throw new Problem.Missing("supporter", who);
            }
        } catch (DuplicateKeyException taken) {
            return action.draft()
                    .onceKey()
                    .flatMap(key -> store.byOnceKey(actor.organization(), List.of(key)).values().stream()
                            .findFirst())
                    .orElseThrow(() -> taken);
        }
        announce.publishEvent(new ActionsRecorded(actor.organization(), List.of(who), List.of(action), now));
        return action.actionId();
    }

    private List<ActionId> add(Actor actor, Instant now, List<RecordedAction> actions, Set<SupporterId> known) {
        Map<String, ActionId> first = new HashMap<>();
        List<RecordedAction> once = actions.stream()
                .filter(action -> action.draft()
                        .onceKey()
                        .map(key -> first.putIfAbsent(key, action.actionId()) == null)
                        .orElse(true))
                .toList();
        store.add(actor, now, once);
        Map<String, ActionId> stored =
                first.isEmpty() ? Map.of() : store.byOnceKey(actor.organization(), first.keySet());
        List<RecordedAction> added = once.stream()
                .filter(action -> action.draft()
                        .onceKey()
                        .map(key -> action.actionId().equals(stored.get(key)))
                        .orElse(true))
                .toList();
        if (!added.isEmpty()) {
            List<SupporterId> people =
                    mentioned(added).stream().filter(known::contains).toList();
            announce.publishEvent(new ActionsRecorded(actor.organization(), people, added, now));
        }
        return actions.stream()
                .map(action -> action.draft()
                        .onceKey()
                        .map(key -> stored.getOrDefault(key, action.actionId()))
                        .orElse(action.actionId()))
                .toList();
    }

    /** The supporters themselves and whom they say to have recruited. */
    private static Set<SupporterId> mentioned(List<RecordedAction> actions) {
        Set<SupporterId> people = new LinkedHashSet<>();
        for (RecordedAction action : actions) {
            people.add(action.draft().supporterId());
            if (action.draft().type() == ActionType.RECRUITED) {
                action.draft().occasionId().map(SupporterId::new).ifPresent(people::add);
            }
        }
        return people;
    }

    private static void mustMay(Actor actor, ActionDraft draft) {
        boolean heard = draft.verification() == Verification.SELF
                && actor.may(Permission.TEXT)
                && actor.member().isPresent()
                && draft.credited().equals(actor.member());
        if (!heard) {
            actor.must(Permission.RECORD_ACTIONS);
        }
    }

    /**
     * It no longer counts, and standings and promises follow at once; voiding it again changes nothing. Goes to the audit
     * log when a member or a program does it.
     *
     * @param reason 1 to 320 characters
     */
    @Transactional
    public void voidAction(Actor actor, ActionId actionId, String reason) {
        actor.must(Permission.RECORD_ACTIONS);
        String why = Written.reason(reason);
        ActionStore.Voidable action = store.voidable(actor.organization(), actionId)
                .orElseThrow(() -> new Problem.Missing("action", actionId));
        if (action.type() == ActionType.RECRUIT_ROSE) {
            throw new Problem.Invalid("action", "problem.action-derived");
        }
        if (action.ofGift()) {
            throw new Problem.Conflict("problem.action-of-gift");
        }
        if (action.voided()) {
            return;
        }
        store.voidAll(
                actor.organization(), List.of(actionId), why, clock.instant().truncatedTo(ChronoUnit.MICROS));
        Set<SupporterId> people = new LinkedHashSet<>(List.of(action.supporterId()));
        if (action.type() == ActionType.RECRUITED) {
            Optional<SupporterId> recruit = action.occasionId().map(SupporterId::new);
            recruit.ifPresent(id -> people.addAll(supporters.ours(actor.organization(), List.of(id))));
        }
        // What Rung itself takes back, since an answer changed, is told by what changed.
        if (actor.id().isPresent()) {
            audit.add(
                    actor,
                    "action.voided",
                    "supporter",
                    Optional.of(action.supporterId().value()),
                    action.type() + " · supporter " + action.supporterId().text());
        }
        announce.publishEvent(new ActionVoided(actor.organization(), List.copyOf(people), actionId));
    }

    /**
     * For the room that recorded them, which has checked the roles: they no longer count, and standings and promises
     * follow at once. Set-based; nothing happens for none, nor to those voided before.
     */
    @Transactional
    public void takeBack(OrganizationId organizationId, Collection<ActionId> over, String reason) {
        if (over.isEmpty()) {
            return;
        }
        List<SupporterId> people = store.counting(organizationId, over);
        if (people.isEmpty()) {
            return;
        }
        store.voidAll(organizationId, over, reason, clock.instant().truncatedTo(ChronoUnit.MICROS));
        announce.publishEvent(
                new ActionVoided(organizationId, people, over.iterator().next()));
    }

    /** Of one supporter, the latest before that instant first, voided ones too. */
    @Transactional(readOnly = true)
    public List<ActionRow> before(Actor actor, SupporterId supporterId, Instant before, int limit) {
        actor.must(Permission.SEE_PEOPLE);
        return store.before(actor.organization(), supporterId, before, limit);
    }
}
