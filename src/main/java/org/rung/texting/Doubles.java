package org.rung.texting;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.common.PhoneNumber;

/** Which first texts may not leave any more once two people are one: a campaign texts a person first once. */
final class Doubles {
    private Doubles() {}

    /**
     * A conversation of either.
     *
     * @param beside whether another one of the campaign comes before it
     * @param reached a text of it was with the provider, or they wrote: they know of the campaign
     * @param waiting its texts that have not left
     */
    record Theirs(
            ConversationId conversationId,
            Optional<CampaignId> campaign,
            PhoneNumber phone,
            boolean keptOnes,
            boolean beside,
            ConversationState state,
            Optional<MemberId> texter,
            boolean reached,
            List<MessageId> waiting) {
        boolean unsent() {
            return !reached && (state == ConversationState.NEEDS_FIRST_TEXT || !waiting.isEmpty());
        }
    }

    /**
     * @param texting the number by which they are texted from now on
     * @param stopped whether they asked for no more texts: then none leaves that has not
     */
    static List<Theirs> closing(Collection<Theirs> all, Optional<PhoneNumber> texting, boolean stopped) {
        if (stopped) {
            return all.stream().filter(Theirs::unsent).toList();
        }
        return all.stream()
                .filter(one -> one.campaign().isPresent())
                .collect(Collectors.groupingBy(one -> one.campaign().orElseThrow()))
                .values()
                .stream()
                .flatMap(inOne -> doubles(inOne, texting))
                .toList();
    }

    /** The one that goes on: what waits to leave already, else by the number that is theirs for texting, else the kept one's. */
    private static Stream<Theirs> doubles(List<Theirs> inOne, Optional<PhoneNumber> texting) {
        List<Theirs> unsent = inOne.stream()
                .filter(Theirs::unsent)
                .sorted(Comparator.comparing((Theirs one) -> one.waiting().isEmpty())
                        .thenComparing(one -> !Optional.of(one.phone()).equals(texting))
                        .thenComparing(one -> !one.keptOnes())
                        .thenComparing(one -> one.conversationId().value()))
                .toList();
        boolean reached = inOne.stream().anyMatch(Theirs::reached);
        return unsent.stream().skip(reached ? 0 : 1);
    }

    /** Those of the one who goes that stand beside one of the kept one's. */
    static List<ConversationId> beside(Collection<Theirs> all) {
        var kept = all.stream()
                .filter(Theirs::keptOnes)
                .flatMap(one -> one.campaign().stream())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(one -> !one.keptOnes() && !one.beside())
                .filter(one -> one.campaign().filter(kept::contains).isPresent())
                .map(Theirs::conversationId)
                .toList();
    }
}
