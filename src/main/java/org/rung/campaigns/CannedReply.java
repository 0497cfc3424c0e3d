package org.rung.campaigns;

import java.util.Optional;

/** A ready answer outside the tree. */
public record CannedReply(CannedReplyId cannedReplyId, Optional<CampaignId> campaign, String title, String words) {}
