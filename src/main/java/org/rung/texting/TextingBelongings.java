package org.rung.texting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rung.common.OrganizationId;
import org.rung.messaging.Texts;
import org.rung.people.Belongings;
import org.rung.people.Estate;
import org.rung.people.HandedOver;
import org.rung.people.Pair;
import org.rung.people.SupporterId;
import org.rung.people.Union;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Conversations of two who are one. None is lost: two of one campaign stand beside each other from then on, each with its
 * number. But a first text that has not left leaves only if it is the only one of its campaign.
 */
@Component
class TextingBelongings implements Belongings {
    private static final String CONVERSATION = "conversation";
    private static final String ANSWER = "answer";
    private static final String BESIDE = "conversation-beside";
    private static final String UNSENT = "conversation-unsent";

    private final TextingBelongingsStore store;
    private final Texts texts;
    private final ApplicationEventPublisher announce;

    TextingBelongings(TextingBelongingsStore store, Texts texts, ApplicationEventPublisher announce) {
        this.store = store;
        this.texts = texts;
        this.announce = announce;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Set<String> tables() {
        return Set.of("conversations", "answers");
    }

    /** Whoever sends or hears locks the conversation before the person. */
    @Override
    public void hold(OrganizationId organizationId, Collection<SupporterId> people) {
        store.hold(organizationId, people);
    }

    @Override
    public List<HandedOver> handOver(Pair pair, Union union, Instant now) {
        List<ConversationId> closed = new ArrayList<>();
        // Each round closes one at least, or finds that its text has left in the meantime, which may close others.
        for (var due = due(pair, union); !due.isEmpty(); due = due(pair, union)) {
            texts.cancelUnclaimed(
                    pair.organizationId(),
                    due.stream().flatMap(one -> one.waiting().stream()).toList());
            var still = store.of(pair).stream()
                    .filter(one -> !one.reached())
                    .map(Doubles.Theirs::conversationId)
                    .toList();
            var closing = due.stream()
                    .filter(one -> still.contains(one.conversationId()))
                    .toList();
            var ids = closing.stream().map(Doubles.Theirs::conversationId).toList();
            store.close(pair.organizationId(), ids, now);
            closed.addAll(ids);
            closing.forEach(one -> wake(pair, one));
        }
        var beside = Doubles.beside(store.of(pair));
        store.setBeside(pair.organizationId(), beside);
        return Stream.of(
                        HandedOver.all(UNSENT, values(closed)),
                        HandedOver.all(BESIDE, values(beside)),
                        HandedOver.all(CONVERSATION, store.handOver(pair)),
                        HandedOver.all(ANSWER, store.handAnswersOver(pair)))
                .flatMap(List::stream)
                .toList();
    }

    private List<Doubles.Theirs> due(Pair pair, Union union) {
        return Doubles.closing(store.of(pair), union.person().phones().stream().findFirst(), union.stopped());
    }

    private void wake(Pair pair, Doubles.Theirs one) {
        announce.publishEvent(
                new ConversationChanged(pair.organizationId(), Optional.of(one.conversationId()), one.texter()));
    }

    private static List<Long> values(List<ConversationId> conversations) {
        return conversations.stream().map(ConversationId::value).toList();
    }

    /** Two people may both be texted first again, if the campaign still goes on and nothing has happened there since. */
    @Override
    public void giveBack(Pair pair, Estate estate, Instant now) {
        store.giveBack(pair, estate.rows(CONVERSATION), estate.rows(ANSWER));
        store.endBeside(pair.organizationId(), ids(estate.rows(BESIDE)));
        store.open(pair.organizationId(), ids(estate.rows(UNSENT)));
    }

    private static List<ConversationId> ids(List<Long> rows) {
        return rows.stream().map(ConversationId::new).toList();
    }

    @Override
    public Map<String, Map<SupporterId, Integer>> count(OrganizationId organizationId, Collection<SupporterId> people) {
        return Map.of("conversations", store.count(organizationId, people));
    }
}
