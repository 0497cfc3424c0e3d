package org.rung.review;

import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.messaging.Direction;

/** What a text is found by, as numbers: its words, and what never changes about it. */
final class Marks {
    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Marks() {}

    static long word(String word) {
        return mixed('w', word);
    }

    static long campaign(CampaignId campaign) {
        return mixed('c', campaign.text());
    }

    /** Who wrote it, or held the conversation when it arrived. */
    static long texter(MemberId member) {
        return mixed('m', member.text());
    }

    static long direction(Direction direction) {
        return mixed('d', direction.name());
    }

    /** FNV-1a, and its bits mixed once more so that near words are far apart. */
    private static long mixed(char kind, String name) {
        long hash = (SEED ^ kind) * PRIME;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
