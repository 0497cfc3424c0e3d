package org.rung.giftfiles;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rung.common.OrganizationId;

/**
 * A file of gifts and what became of its rows.
 *
 * @param head its first row
 * @param known rows whose gift was there already
 * @param wentBack rows that told of a refund of a gift that was there
 * @param unmatched of those added, whose person nobody knows yet
 */
public record GiftFile(
        GiftFileId giftFileId,
        OrganizationId organizationId,
        String name,
        GiftFileState state,
        List<String> head,
        int rows,
        int added,
        int known,
        int wentBack,
        int unmatched,
        int refused,
        Instant madeAt,
        Optional<Instant> endedAt) {
    public int done() {
        return added + known + wentBack + refused;
    }
}
