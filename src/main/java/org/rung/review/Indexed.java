package org.rung.review;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.messaging.Direction;

/**
 * A text as the index takes it in. author: the member who sent it; scripted: with a script's words; texter: its author, else
 * who held the conversation; failed: the provider's code.
 */
record Indexed(
        OrganizationId organizationId,
        long messageId,
        String body,
        Direction direction,
        Optional<MemberId> author,
        boolean scripted,
        Optional<CampaignId> campaign,
        Optional<MemberId> texter,
        Optional<String> failed) {

    Set<Long> marks() {
        Stream<Long> words = Words.different(body).stream().map(Marks::word);
        Stream<Long> others = Stream.of(
                        campaign.map(Marks::campaign),
                        texter.map(Marks::texter),
                        Optional.of(Marks.direction(direction)))
                .flatMap(Optional::stream);
        return Stream.concat(words, others).collect(Collectors.toSet());
    }

    /** Its place stays, so that those of the others do. */
    static Indexed gone(OrganizationId organizationId, long messageId) {
        return new Indexed(
                organizationId,
                messageId,
                "",
                Direction.OUT,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
