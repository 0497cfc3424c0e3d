package org.rung.texting;

import java.time.Instant;
import java.util.List;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A supporter's conversations and texts, for their page; needs SEE_CONVERSATIONS, without it there are none. */
@Service
public class SupporterTexts {

    private final ConversationRowStore rows;
    private final LatestTextStore texts;

    SupporterTexts(ConversationRowStore rows, LatestTextStore texts) {
        this.rows = rows;
        this.texts = texts;
    }

    /** One text, and whether it came in. */
    public record Line(Instant happenedAt, boolean inbound, String words) {}

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<ConversationRow> conversations(Actor actor, SupporterId supporterId, int limit) {
        return actor.may(Permission.SEE_CONVERSATIONS) ? rows.of(actor.organization(), supporterId, limit) : List.of();
    }

    /** Newest first, those before that instant. */
    @Transactional(readOnly = true)
    public List<Line> texts(Actor actor, SupporterId supporterId, Instant before, int limit) {
        return actor.may(Permission.SEE_CONVERSATIONS)
                ? texts.texts(actor.organization(), supporterId, before, limit)
                : List.of();
    }
}
