package org.rung.campaigns;

/** Where the screens of this room live. */
public final class CampaignsPaths {
    public static final String CAMPAIGNS = "campaigns";

    /** One campaign while it runs: its numbers, who is at work, and how work moves. */
    public static String live(CampaignId campaignId) {
        return campaign(campaignId) + "/live";
    }

    private CampaignsPaths() {}

    public static String campaign(CampaignId campaignId) {
        return CAMPAIGNS + "/" + campaignId.text();
    }
}
