package org.rung.tasks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Members;
import org.rung.accounts.Organizations;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Written;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.pointpeople.PointPeople;
import org.rung.texting.Conversation;
import org.rung.texting.Conversations;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What members are to do about supporters. Whoever sees people makes tasks about anyone and deals with everyone's; a
 * texter makes them in conversations that they hold, and deals with their own.
 */
@Service
public class Tasks {
    public static final int LONGEST_NOTE = 300;

    private final TaskStore store;
    private final TaskPageStore pages;
    private final Conversations conversations;
    private final Supporters supporters;
    private final Commitments commitments;
    private final PointPeople points;
    private final Members members;
    private final Organizations organizations;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Tasks(
            TaskStore store,
            TaskPageStore pages,
            Conversations conversations,
            Supporters supporters,
            Commitments commitments,
            PointPeople points,
            Members members,
            Organizations organizations,
            AuditLog audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.pages = pages;
        this.conversations = conversations;
        this.supporters = supporters;
        this.commitments = commitments;
        this.points = points;
        this.members = members;
        this.organizations = organizations;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * The same once key, or a task about the same promise, gives the task of then.
     *
     * @throws Problem.Missing when the supporter, the conversation or the promise is not there for the actor
     * @throws Problem.Invalid for a day that has passed or is too far, or an owner who is not here or is suspended
     */
    @Transactional
    public TaskId make(Actor actor, TaskDraft draft, Optional<String> onceKey) {
        onceKey.ifPresent(Written::onceKey);
        if (draft.conversation().isPresent()) {
            Conversation conversation =
                    conversations.get(actor, draft.conversation().get());
            if (!conversation.supporter().equals(draft.supporterId()))
                throw new Problem.Missing("supporter", draft.supporterId());
        } else {
            actor.must(Permission.SEE_PEOPLE);
            supporters.mustBeOurs(actor.organization(), draft.supporterId());
        }
        draft.promise().ifPresent(promise -> {
            if (!commitments.isOf(actor.organization(), draft.supporterId(), promise))
                throw new Problem.Missing("commitment", promise);
        });
        mustBeAhead(actor, draft.day());
        draft.owner().ifPresent(owner -> mustWork(actor, owner));
        Optional<MemberId> owner = draft.owner()
                .or(() -> Optional.ofNullable(points.of(actor.organization(), List.of(draft.supporterId()))
                        .get(draft.supporterId())));
        TaskId fresh = new TaskId(Id.next());
        TaskId made = store.add(actor.organization(), fresh, actor.member(), draft, owner, onceKey, now());
        if (made.equals(fresh)) changed(actor, "task.made", made);
        return made;
    }

    /**
     * Later, or passed on, or in other words.
     *
     * @throws Problem.Conflict when somebody else changed or ended it since
     */
    @Transactional
    public void change(Actor actor, TaskId id, TaskChange change) {
        Task task = mine(actor, id);
        if (!task.day().equals(change.day())) mustBeAhead(actor, change.day());
        if (!task.owner().equals(change.owner())) change.owner().ifPresent(owner -> mustWork(actor, owner));
        String title = Written.within("title", change.title(), TaskDraft.LONGEST_TITLE);
        if (title.isEmpty() && task.about() == TaskAbout.HAND)
            throw new Problem.Invalid("title", "problem.length", 1, TaskDraft.LONGEST_TITLE);
        if (!store.change(actor.organization(), id, new TaskChange(title, change.day(), change.owner(), change.seen())))
            throw new Problem.Conflict("problem.task-newer");
        changed(actor, "task.changed", id);
    }

    /**
     * What came of it.
     *
     * @param note at most 300 characters; may be empty
     * @throws Problem.Conflict when somebody else changed or ended it since
     */
    @Transactional
    public void end(Actor actor, TaskId id, int seen, TaskOutcome outcome, String note) {
        mine(actor, id);
        String words = Written.within("note", note, LONGEST_NOTE);
        if (!store.end(actor.organization(), id, seen, outcome, words, now()))
            throw new Problem.Conflict("problem.task-newer");
        changed(actor, "task.ended", id);
    }

    /** It is to be done after all. As above. */
    @Transactional
    public void reopen(Actor actor, TaskId id, int seen) {
        mine(actor, id);
        if (!store.reopen(actor.organization(), id, seen)) throw new Problem.Conflict("problem.task-newer");
        changed(actor, "task.reopened", id);
    }

    /** One's own, or with the right to see people anybody's. */
    @Transactional(readOnly = true)
    public Task get(Actor actor, TaskId id) {
        return mine(actor, id);
    }

    /** Open ones by their day, ended ones the latest first. */
    @Transactional(readOnly = true)
    public Page<Task> page(Actor actor, TaskFilter filter, Page.Wanted wanted) {
        if (filter.list() == TaskList.TEAM || filter.supporter().isPresent()) actor.must(Permission.SEE_PEOPLE);
        return pages.page(actor, filter, today(actor), wanted);
    }

    /** The organization's, by which a task is overdue. */
    @Transactional(readOnly = true)
    public LocalDate today(Actor actor) {
        return LocalDate.ofInstant(
                clock.instant(), organizations.get(actor.organization()).zone());
    }

    /** How many each of them has to do today, for whoever shows it to them. */
    @Transactional(readOnly = true)
    public Map<MemberId, Integer> due(OrganizationId organizationId, Collection<MemberId> whose) {
        return whose.isEmpty() ? Map.of() : store.due(whose, today(new Actor.System(organizationId)));
    }

    /** What a supporter is waited for with, the next first; at most 50. */
    @Transactional(readOnly = true)
    public List<Task> about(Actor actor, SupporterId supporterId) {
        return page(
                        actor,
                        new TaskFilter(TaskList.TEAM, Optional.empty(), Optional.of(supporterId)),
                        Page.Wanted.first(50))
                .rows();
    }

    /** What was done about a supporter before that moment, the latest first. */
    @Transactional(readOnly = true)
    public List<Task> endedBefore(Actor actor, SupporterId supporterId, Instant before, int most) {
        actor.must(Permission.SEE_PEOPLE);
        return pages.endedBefore(actor, supporterId, before, most);
    }

    private Task mine(Actor actor, TaskId id) {
        boolean all = actor.may(Permission.SEE_PEOPLE);
        return store.find(actor.organization(), id, all)
                .filter(task -> all || actor.member().filter(task::of).isPresent())
                .orElseThrow(() -> new Problem.Missing("task", id));
    }

    private void mustBeAhead(Actor actor, LocalDate day) {
        LocalDate today = today(actor);
        if (day.isBefore(today) || day.isAfter(today.plusDays(TaskDraft.FARTHEST)))
            throw new Problem.Invalid("day", "problem.promise-day", TaskDraft.FARTHEST);
    }

    private void mustWork(Actor actor, MemberId member) {
        if (members.find(actor, member)
                .filter(one -> one.suspendedAt().isEmpty())
                .isEmpty()) {
            throw new Problem.Invalid("owner", "problem.point-member");
        }
    }

    private void changed(Actor actor, String verb, TaskId id) {
        audit.add(actor, verb, "task", Optional.of(id.value()), "");
        announce.publishEvent(new TasksChanged(actor.organization()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
