package org.rung.texting;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.rung.campaigns.Campaign;
import org.rung.common.MemberId;
import org.springframework.stereotype.Component;

/** What a texter may take now: a day's cap, a sample, and first texts that somebody looks at before there are more. */
@Component
class Allowances {
    private final AllowanceStore store;
    private final Clock clock;

    Allowances(AllowanceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Asks the server only where there is a bound; then nobody takes past it by asking twice at once.
     *
     * @param own first texts that this texter takes in a day in all campaigns, in place of the campaign's cap
     * @param review how many first texts this texter may send before they were looked at
     * @param zone whose day it is
     */
    Allowance of(Campaign campaign, MemberId texter, Optional<Integer> own, Optional<Integer> review, ZoneId zone) {
        Optional<Integer> sample = campaign.terms().sampling();
        Optional<Integer> cap = own.or(() -> campaign.terms().dayCap());
        if (sample.isEmpty() && cap.isEmpty() && review.isEmpty()) {
            return Allowance.ALL;
        }
        if (sample.isPresent()) {
            store.lockSample(campaign.campaignId());
        }
        store.lock(texter);
        var began = cap.map(any ->
                clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant());
        var taken = store.taken(campaign.campaignId(), texter, began, own.isPresent(), review, sample.isPresent());
        return Allowance.ALL
                .within(Optional.of(campaign.firstBatch()), taken.here(), Batch.Short.ENOUGH_HELD)
                .within(
                        cap,
                        taken.today() + (own.isPresent() ? taken.everywhere() : taken.here()),
                        Batch.Short.DAY_DONE)
                .within(sample, taken.sampled(), Batch.Short.SAMPLE)
                .within(review, taken.ever() + taken.everywhere(), Batch.Short.REVIEW);
    }

    /** An organizer's hand gives past a day's cap, and to whom it likes, but no more than the sample has. */
    Allowance ofSample(Campaign campaign, MemberId texter) {
        Optional<Integer> sample = campaign.terms().sampling();
        if (sample.isEmpty()) {
            return Allowance.ALL;
        }
        store.lockSample(campaign.campaignId());
        return Allowance.ALL.within(sample, store.sampled(campaign.campaignId(), texter), Batch.Short.SAMPLE);
    }
}
