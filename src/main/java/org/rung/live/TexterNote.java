package org.rung.live;

import java.time.Instant;
import java.util.Optional;
import org.rung.campaigns.CampaignId;

/**
 * What the texters of a campaign were told.
 *
 * @param from whoever wrote it; empty for another program
 * @param readBy how many of those who text for it now have read it
 */
public record TexterNote(
        TexterNoteId texterNoteId,
        CampaignId campaignId,
        String campaign,
        String words,
        Optional<String> from,
        Instant toldAt,
        int readBy) {}
