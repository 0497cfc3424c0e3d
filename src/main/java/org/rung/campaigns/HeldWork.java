package org.rung.campaigns;

import java.util.Map;
import org.rung.common.Actor;
import org.rung.common.MemberId;

/** What texters of a campaign hold, and how an organizer takes it back; texting knows. */
public interface HeldWork {
    /** First texts not sent, and replies not answered. */
    record Held(int firstTexts, int replies) {
        public static final Held NOTHING = new Held(0, 0);

        public int all() {
            return firstTexts + replies;
        }
    }

    /** Of everyone who holds something; one query. */
    Map<MemberId, Held> held(Actor actor, CampaignId campaignId);

    /** Back to everyone: first texts, and with repliesToo the replies that wait. How many there were. */
    int takeBack(Actor actor, CampaignId campaignId, MemberId texter, boolean repliesToo);
}
