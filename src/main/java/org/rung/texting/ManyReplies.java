package org.rung.texting;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.messaging.Text;
import org.rung.people.OwnLinks;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the same words to many need beside a single answer, which leaves by the same way. Needs REPLY_TO_ANYONE. */
@Service
public class ManyReplies {
    private final ManyStore store;
    private final Sends sends;
    private final Scripting scripting;
    private final Watching watching;

    ManyReplies(ManyStore store, Sends sends, Scripting scripting, Watching watching) {
        this.store = store;
        this.sends = sends;
        this.scripting = scripting;
        this.watching = watching;
    }

    /** Those of them that are this organization's, the latest made first. */
    @Transactional(readOnly = true)
    public List<Conversation> among(Actor actor, Collection<ConversationId> conversations) {
        actor.must(Permission.REPLY_TO_ANYONE);
        return conversations.isEmpty() ? List.of() : store.all(actor.organization(), conversations);
    }

    /** The words as the person of this conversation reads them, with a link that opens nothing where one of theirs will be. */
    @Transactional(readOnly = true)
    public String filled(Actor actor, Conversation conversation, String template) {
        actor.must(Permission.REPLY_TO_ANYONE);
        return scripting.fill(actor, conversation, template, sampleLinks(actor, List.of(conversation)));
    }

    /** The links to give that this template carries, for all of these made at once; none where it carries none. */
    @Transactional
    public Map<SupporterId, String> links(Actor actor, Collection<ConversationId> conversations, String template) {
        actor.must(Permission.REPLY_TO_ANYONE);
        if (!OwnLinks.carriedBy(template)) return Map.of();
        return scripting.giveLinks(
                actor,
                among(actor, conversations).stream()
                        .map(Conversation::supporter)
                        .collect(Collectors.toSet()),
                template);
    }

    /** What stands in for them where it is only tried. */
    public Map<SupporterId, String> sampleLinks(Actor actor, Collection<Conversation> conversations) {
        String sample = scripting.sampleLink(actor.organization());
        return conversations.stream()
                .collect(Collectors.toMap(Conversation::supporter, any -> sample, (one, other) -> one));
    }

    /** What is asked before these words leave; nothing where nobody has anything against them. */
    public Optional<Problem> asks(Actor actor, String words) {
        return watching.found(actor, words)
                .filter(objection -> !objection.hold())
                .map(Objection::asked);
    }

    /**
     * Fills the template in and answers with it; whoever writes was asked about the words before. The same requestKey again
     * gives the same text. Unlike a single answer, what cannot be sent is not kept as a draft.
     *
     * @param links to give, of those who have one already
     * @throws Problem as {@link Correspondence#reply}; this transaction is over then
     */
    @Transactional
    public Text reply(
            Actor actor,
            Conversation conversation,
            String template,
            Map<SupporterId, String> links,
            String requestKey) {
        actor.must(Permission.REPLY_TO_ANYONE);
        String words = scripting.fill(actor, conversation, template, links);
        return sends.reply(actor, conversation.conversationId(), new Draft(words, Optional.empty()), requestKey, true);
    }
}
