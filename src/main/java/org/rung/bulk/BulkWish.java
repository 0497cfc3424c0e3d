package org.rung.bulk;

import java.util.Optional;
import java.util.Set;
import org.rung.consent.SuppressionDraft;
import org.rung.filters.SupporterFilter;
import org.rung.people.SupporterId;
import org.rung.turf.TurfId;

/**
 * What to do with whom.
 *
 * @param tag its name, to tag or untag
 * @param turf the frozen list to add to
 * @param chosen these people; nobody chosen means everyone whom the filter matches
 * @param suppression how long they are not to be texted, and why
 * @param confirmed how many people someone typed that they want to erase
 */
public record BulkWish(
        BulkKind kind,
        String tag,
        Optional<TurfId> turf,
        SupporterFilter filter,
        Set<SupporterId> chosen,
        Optional<SuppressionDraft> suppression,
        Optional<Long> confirmed) {

    /** Without anything about the do-not-text list. */
    public BulkWish(
            BulkKind kind,
            String tag,
            Optional<TurfId> turf,
            SupporterFilter filter,
            Set<SupporterId> chosen,
            Optional<Long> confirmed) {
        this(kind, tag, turf, filter, chosen, Optional.empty(), confirmed);
    }

    public static BulkWish tag(String tag, SupporterFilter filter, Set<SupporterId> chosen) {
        return new BulkWish(BulkKind.TAG, tag, Optional.empty(), filter, chosen, Optional.empty());
    }

    public static BulkWish untag(String tag, SupporterFilter filter, Set<SupporterId> chosen) {
        return new BulkWish(BulkKind.UNTAG, tag, Optional.empty(), filter, chosen, Optional.empty());
    }

    public static BulkWish list(TurfId turf, SupporterFilter filter, Set<SupporterId> chosen) {
        return new BulkWish(BulkKind.LIST, "", Optional.of(turf), filter, chosen, Optional.empty());
    }

    public static BulkWish suppress(SuppressionDraft draft, SupporterFilter filter, Set<SupporterId> chosen) {
        return new BulkWish(
                BulkKind.SUPPRESS, "", Optional.empty(), filter, chosen, Optional.of(draft), Optional.empty());
    }

    public static BulkWish export(SupporterFilter filter, Set<SupporterId> chosen) {
        return new BulkWish(BulkKind.EXPORT, "", Optional.empty(), filter, chosen, Optional.empty());
    }

    public static BulkWish erase(SupporterFilter filter, Set<SupporterId> chosen, long confirmed) {
        return new BulkWish(BulkKind.ERASE, "", Optional.empty(), filter, chosen, Optional.of(confirmed));
    }
}
