package org.rung.followups;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.texting.Asides;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationRow;
import org.rung.texting.Conversations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * "Not now, ask me on …". The conversation rests, comes back to its texter on that day, and nothing is sent by itself.
 * Conversations are reached as in {@link Conversations}.
 */
@Service
public class FollowUps {
    private final FollowUpStore store;
    private final Asides asides;
    private final Conversations conversations;
    private final Clock clock;

    FollowUps(FollowUpStore store, Asides asides, Conversations conversations, Clock clock) {
        this.store = store;
        this.asides = asides;
        this.conversations = conversations;
        this.clock = clock;
    }

    /**
     * Puts it off, or once more; the day is 1 to 366 days from the supporter's today.
     *
     * @throws Problem.Conflict where nobody was texted yet, or it is closed
     */
    @Transactional
    public FollowUp put(Actor actor, ConversationId conversationId, FollowUpDraft draft) {
        Instant returnsAt = asides.rest(actor, conversationId, draft.day());
        var made = new FollowUp(conversationId, draft.day(), returnsAt, draft.note(), false);
        store.put(actor.organization(), actor.member(), made, clock.instant());
        return made;
    }

    /** They are not asked again by themselves; what waited for an answer waits again. */
    @Transactional
    public void drop(Actor actor, ConversationId conversationId) {
        asides.wake(actor, conversationId);
        store.delete(actor.organization(), conversationId);
    }

    /** What stands, or has come back and waits. */
    @Transactional(readOnly = true)
    public Optional<FollowUp> of(Actor actor, ConversationId conversationId) {
        conversations.get(actor, conversationId);
        return store.live(actor.organization(), List.of(conversationId)).stream()
                .findFirst();
    }

    /** What comes back to this member, the next first. */
    @Transactional(readOnly = true)
    public Page<ComingBack> mine(Actor.Member actor, Page.Wanted wanted) {
        actor.must(Permission.TEXT);
        return page(
                actor,
                wanted,
                store.comingBack(actor.memberId(), wanted.after().map(FollowUps::last), wanted.size() + 1));
    }

    /** What comes back to the organizers' inbox, since nobody holds it, the next first. */
    @Transactional(readOnly = true)
    public Page<ComingBack> ofInbox(Actor.Member actor, Page.Wanted wanted) {
        actor.must(Permission.REPLY_TO_ANYONE);
        return page(
                actor,
                wanted,
                store.ofInbox(actor.organization(), wanted.after().map(FollowUps::last), wanted.size() + 1));
    }

    private Page<ComingBack> page(Actor.Member actor, Page.Wanted wanted, List<FollowUp> found) {
        List<FollowUp> page = found.subList(0, Math.min(found.size(), wanted.size()));
        Map<ConversationId, ConversationRow> whose = conversations.whose(
                actor, page.stream().map(FollowUp::conversationId).toList());
        return new Page<>(
                page.stream()
                        .flatMap(one -> Optional.ofNullable(whose.get(one.conversationId())).stream()
                                .map(conversation -> new ComingBack(one, conversation)))
                        .toList(),
                found.size() > page.size() ? Optional.of(cursor(page.getLast())) : Optional.empty());
    }

    /** Theirs, and for whoever looks after it those of the inbox. */
    @Transactional(readOnly = true)
    public int count(Actor.Member actor) {
        actor.must(Permission.TEXT);
        return store.count(actor.memberId())
                + (actor.may(Permission.REPLY_TO_ANYONE) ? store.countOfInbox(actor.organization()) : 0);
    }

    private static String cursor(FollowUp last) {
        return last.conversationId().text() + "." + last.returnsAt();
    }

    private static FollowUp last(String cursor) {
        int dot = cursor.indexOf('.');
        try {
            return new FollowUp(
                    new ConversationId(Id.parse("cursor", cursor.substring(0, Math.max(dot, 0)))),
                    LocalDate.EPOCH,
                    Instant.parse(cursor.substring(dot + 1)),
                    "",
                    false);
        } catch (DateTimeParseException e) {
            throw new Problem.Invalid("cursor", "problem.not-a-page");
        }
    }
}
