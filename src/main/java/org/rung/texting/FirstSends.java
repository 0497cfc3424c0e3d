package org.rung.texting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.database.Gathering;
import org.rung.messaging.Text;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * First texts of one campaign that are sent at the same moment share a transaction and its statements. Whatever is not as
 * plain as most of them, or is not won together with the others, goes alone.
 */
@Component
class FirstSends {
    private static final int AT_ONCE = 25;

    private final FirstSend sends;
    private final Cache<CampaignId, Gathering<FirstText, Optional<Text>>> gatherings =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(1)).build();

    FirstSends(FirstSend sends) {
        this.sends = sends;
    }

    Text send(Actor actor, ConversationId conversationId, String body, String requestKey, boolean sure) {
        FirstText text = sends.prepare(actor, conversationId, body, requestKey, sure);
        return together(text).orElseGet(() -> sends.alone(text));
    }

    private Optional<Text> together(FirstText text) {
        // Whoever is in a transaction already wants it in that one.
        return text.plain() && !TransactionSynchronizationManager.isActualTransactionActive()
                ? text.found()
                        .campaign()
                        .flatMap(campaign -> Objects.requireNonNull(gatherings.get(
                                        campaign, any -> new Gathering<>(AT_ONCE, texts -> cross(campaign, texts))))
                                .over(text))
                : Optional.empty();
    }

    private List<Optional<Text>> cross(CampaignId campaign, List<FirstText> texts) {
        return texts.size() == 1
                ? List.of(Optional.of(sends.alone(texts.getFirst())))
                : sends.together(texts.getFirst().actor().organization(), campaign, texts);
    }

    void returnIfTextedOften(Actor actor, ConversationId conversationId) {
        sends.returnIfTextedOften(actor, conversationId);
    }
}
