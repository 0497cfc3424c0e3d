package org.rung.texting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.common.Actor;
import org.rung.common.MessageId;
import org.rung.common.Permission;
import org.rung.messaging.Text;
import org.rung.messaging.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Texts that no rule lets go on without a person: what stops them, and a person's word on each. */
@Service
public class HeldTexts {

    private final Texts texts;
    private final ConversationRowStore rows;
    private final ApplicationEventPublisher announcements;

    HeldTexts(Texts texts, ConversationRowStore rows, ApplicationEventPublisher announcements) {
        this.texts = texts;
        this.rows = rows;
        this.announcements = announcements;
    }

    /** Oldest first, at most 200. @throws org.rung.common.Problem.Refused to who does not run campaigns */
    @Transactional(readOnly = true)
    public List<HeldText> all(Actor actor) {
        List<Text> waiting = texts.waitingForPerson(actor);
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
        return actor.may(Permission.RUN_CAMPAIGNS) ? texts.countWaitingForPerson(actor.organization()) : 0;
    }

    /** They try once more; how many could. */
    @Transactional
    public int release(Actor actor, Collection<MessageId> messages) {
        return told(actor, texts.release(actor, messages));
    }

    /** They are given up, as if nobody had sent them; how many could be. */
    @Transactional
    public int cancel(Actor actor, Collection<MessageId> messages) {
        return told(actor, texts.cancel(actor, messages));
    }

    private int told(Actor actor, int how) {
        if (how > 0) {
            announcements.publishEvent(
                    new ConversationChanged(actor.organization(), Optional.empty(), Optional.empty()));
        }
        return how;
    }
}
