package org.rung.campaigns;

/** Where the screens of this room live. */
public final class CampaignsPaths {
    public static final String CAMPAIGNS = "campaigns";

    private CampaignsPaths() {}

    public static String campaign(CampaignId campaignId) {
        return CAMPAIGNS + "/" + campaignId.text();
    }
}
