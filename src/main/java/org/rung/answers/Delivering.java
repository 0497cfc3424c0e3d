package org.rung.answers;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.database.Anew;
import org.rung.messaging.Text;
import org.rung.people.SupporterId;
import org.rung.texting.Conversation;
import org.rung.texting.ConversationId;
import org.rung.texting.ManyReplies;
import org.rung.texting.Outcomes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One conversation gets it, for real or to see what would become of it: by the same way, so that no rule is written twice. */
@Component
class Delivering {
    private final Outcomes outcomes;
    private final ManyReplies replies;
    private final TransactionTemplate transaction;

    Delivering(Outcomes outcomes, ManyReplies replies, PlatformTransactionManager transactions) {
        this.outcomes = outcomes;
        this.replies = replies;
        this.transaction = Anew.transactions(transactions);
    }

    record Delivered(Outcome outcome, Optional<MessageId> message) {}

    /** In the running transaction. @throws Problem when they do not get it; the transaction is over then */
    Delivered deliver(
            Actor.Member writer,
            Conversation conversation,
            ReplyDeed deed,
            Map<SupporterId, String> links,
            String requestKey) {
        switch (deed) {
            case ReplyDeed.Reply(String words) -> {
                Text text = replies.reply(writer, conversation, words, links, requestKey);
                return new Delivered(Outcome.of(text), Optional.of(text.messageId()));
            }
            case ReplyDeed.Recorded recorded -> {
                outcomes.answer(writer, conversation.conversationId(), recorded.question(), recorded.answer());
                return new Delivered(Outcome.RECORDED, Optional.empty());
            }
        }
    }

    /**
     * Those who do not get it before anybody looks further: not of the campaign whose answer it is; or with a number that
     * another one of them is with, for nobody reads the same twice.
     */
    static Map<ConversationId, Optional<Outcome>> sorted(List<Conversation> conversations, ReplyDeed deed) {
        Map<ConversationId, Optional<Outcome>> sorted = new LinkedHashMap<>();
        Set<PhoneNumber> phones = new HashSet<>();
        // An open one first: a closed one would not get it.
        conversations.stream()
                .filter(one -> !one.closed())
                .forEach(one -> sorted.put(one.conversationId(), sort(one, deed, phones)));
        conversations.stream()
                .filter(Conversation::closed)
                .forEach(one -> sorted.put(one.conversationId(), sort(one, deed, phones)));
        return sorted;
    }

    private static Optional<Outcome> sort(Conversation one, ReplyDeed deed, Set<PhoneNumber> phones) {
        return switch (deed) {
            case ReplyDeed.Reply reply -> phones.add(one.phone()) ? Optional.empty() : Optional.of(Outcome.SAME_NUMBER);
            case ReplyDeed.Recorded recorded ->
                one.campaign().filter(recorded.campaign()::equals).isPresent()
                        ? Optional.empty()
                        : Optional.of(Outcome.OTHER_CAMPAIGN);
        };
    }

    /** Each as it would end now; nothing of it stays. */
    Map<Outcome, Integer> rehearse(Actor.Member writer, Collection<Conversation> conversations, ReplyDeed deed) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        var sorted = sorted(List.copyOf(conversations), deed);
        var links = replies.sampleLinks(writer, conversations);
        boolean tried = false;
        for (Conversation one : conversations) {
            Optional<Outcome> before = sorted.getOrDefault(one.conversationId(), Optional.empty());
            // Recording depends on nobody's consent or hours: that one can be recorded says it of all.
            Outcome outcome = before.isPresent()
                    ? before.get()
                    : deed.kind() == ReplyKind.RECORD && tried ? Outcome.RECORDED : rehearse(writer, one, deed, links);
            tried |= before.isEmpty();
            outcomes.merge(outcome, 1, Integer::sum);
        }
        return outcomes;
    }

    private Outcome rehearse(Actor.Member writer, Conversation one, ReplyDeed deed, Map<SupporterId, String> links) {
        try {
            return transaction.execute(status -> {
                status.setRollbackOnly();
                return deliver(writer, one, deed, links, "rehearsal-" + Id.next())
                        .outcome();
            });
        } catch (Problem.Invalid wrong) {
            if (deed.kind() == ReplyKind.RECORD) throw wrong;
            return Outcome.of(wrong, one.closedReason());
        } catch (Problem problem) {
            return Outcome.of(problem, one.closedReason());
        }
    }
}
