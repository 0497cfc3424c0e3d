package org.rung.campaigns.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignProgressed;
import org.rung.common.OrganizationId;

class LiveCampaignsTest {
    private final OrganizationId ours = new OrganizationId(1);
    private final OrganizationId theirs = new OrganizationId(2);
    private final LiveCampaigns live = new LiveCampaigns();
    private final AtomicInteger counted = new AtomicInteger();
    private final AtomicInteger countedElsewhere = new AtomicInteger();

    @Test
    void a_hundred_texts_in_a_moment_are_counted_once_and_only_in_their_organization() {
        live.follow(ours, changed -> {}, counted::incrementAndGet);
        live.follow(theirs, changed -> {}, countedElsewhere::incrementAndGet);

        for (int i = 0; i < 100; i++) live.on(new CampaignProgressed(ours));

        await().until(() -> counted.get() == 1);
        assertThat(countedElsewhere).hasValue(0);
    }

    @Test
    void what_happens_after_a_count_is_counted_again() {
        live.follow(ours, changed -> {}, counted::incrementAndGet);
        live.on(new CampaignProgressed(ours));
        await().until(() -> counted.get() == 1);

        live.on(new CampaignProgressed(ours));

        await().until(() -> counted.get() == 2);
    }

    @Test
    void who_has_left_is_told_nothing_more() {
        live.follow(ours, changed -> {}, counted::incrementAndGet).run();
        var still = new AtomicInteger();
        live.follow(ours, changed -> {}, still::incrementAndGet);

        live.on(new CampaignProgressed(ours));

        await().until(() -> still.get() == 1);
        assertThat(counted).hasValue(0);
    }
}
