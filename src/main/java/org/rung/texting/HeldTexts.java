package org.rung.texting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.common.Actor;
import org.rung.common.MessageId;
import org.rung.common.Permission;
import org.rung.messaging.MessageState;
import org.rung.messaging.Text;
import org.rung.messaging.TextMoved;
import org.rung.messaging.Undecided;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Texts that no rule lets go on without a person: what stops them, and a person's word on each. */
@Service
public class HeldTexts {

    private final Undecided undecided;
    private final ConversationRowStore rows;
    private final ConversationStore conversations;
    private final ApplicationEventPublisher announcements;

    HeldTexts(
            Undecided undecided,
            ConversationRowStore rows,
            ConversationStore conversations,
            ApplicationEventPublisher announcements) {
        this.conversations = conversations;
        this.undecided = undecided;
        this.rows = rows;
        this.announcements = announcements;
    }

    /** Oldest first, at most 200. @throws org.rung.common.Problem.Refused to who does not run campaigns */
    @Transactional(readOnly = true)
    public List<HeldText> all(Actor actor) {
        List<Text> waiting = undecided.all(actor);
        var whose = rows.whose(
                actor.organization(),
                waiting.stream()
                        .flatMap(text -> text.topicId().stream())
                        .map(ConversationId::new)
                        .collect(Collectors.toSet()));
        return waiting.stream()
                .map(text -> Optional.ofNullable(
                                whose.get(new ConversationId(text.topicId().orElse(0L))))
                        .map(row -> new HeldText(
                                text,
                                Optional.of(row.conversationId()),
                                row.supporter(),
                                row.initials(),
                                row.campaignName()))
                        .orElse(new HeldText(text, Optional.empty(), "", "", "")))
                .toList();
    }

    /** How many, no further than 200. */
    @Transactional(readOnly = true)
    public int count(Actor actor) {
        return actor.may(Permission.RUN_CAMPAIGNS) ? undecided.count(actor.organization()) : 0;
    }

    /** They try once more; how many could. */
    @Transactional
    public int release(Actor actor, Collection<MessageId> messages) {
        return told(actor, undecided.sendAgain(actor, messages));
    }

    /**
     * They are given up: what a provider refused as if nobody had sent it; how many could be. Whoever wrote what was to be
     * looked at finds the conversation as before, if nothing has happened in it since, and may write anew.
     */
    @Transactional
    public int cancel(Actor actor, Collection<MessageId> messages) {
        List<Text> reviewed = undecided.reviewed(actor, messages);
        int given = undecided.giveUp(actor, messages);
        reviewed.forEach(text -> text.topicId()
                .flatMap(topic -> conversations.find(actor.organization(), new ConversationId(topic)))
                .ifPresent(conversation -> conversations.undone(conversation, text.happenedAt())));
        return told(actor, given);
    }

    /** As {@link #release}, of what waits for somebody to look at its words and nothing else. */
    @Transactional
    public int releaseReviewed(Actor actor, Collection<MessageId> messages) {
        return release(actor, ids(undecided.reviewed(actor, messages)));
    }

    /** As {@link #cancel}, of what waits for somebody to look at its words and nothing else. */
    @Transactional
    public int cancelReviewed(Actor actor, Collection<MessageId> messages) {
        return cancel(actor, ids(undecided.reviewed(actor, messages)));
    }

    private static List<MessageId> ids(List<Text> texts) {
        return texts.stream().map(Text::messageId).toList();
    }

    /** Of those that were in doubt: they arrived; how many were. */
    @Transactional
    public int arrived(Actor actor, Collection<MessageId> messages) {
        return told(actor, undecided.arrived(actor, messages));
    }

    /** One more waits: screens that show them look again. */
    @EventListener
    void waits(TextMoved text) {
        boolean forPerson = text.errorCode().isPresent()
                && (text.state() == MessageState.HELD || text.state() == MessageState.UNCONFIRMED);
        if (forPerson) {
            announcements.publishEvent(
                    new ConversationChanged(text.organizationId(), Optional.empty(), Optional.empty()));
        }
    }

    private int told(Actor actor, int how) {
        if (how > 0) {
            announcements.publishEvent(
                    new ConversationChanged(actor.organization(), Optional.empty(), Optional.empty()));
        }
        return how;
    }
}
