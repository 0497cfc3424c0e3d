package org.rung.campaigns.ui;

import org.rung.accounts.SignedIn;
import org.rung.campaigns.Campaigns;
import org.rung.campaigns.Reach;
import org.rung.campaigns.Scripts;
import org.rung.campaigns.TestTexts;
import org.rung.filters.SupporterList;
import org.rung.messaging.Senders;
import org.rung.people.Supporters;
import org.springframework.stereotype.Component;

/** The front doors that the studio knocks at. */
@Component
record StudioDoors(
        Scripts scripts,
        Campaigns campaigns,
        Reach reach,
        SupporterList list,
        Supporters supporters,
        TestTexts tests,
        Senders senders,
        SignedIn signedIn,
        Labels labels) {}
