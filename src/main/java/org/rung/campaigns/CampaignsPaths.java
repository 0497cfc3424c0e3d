package org.rung.campaigns;

/** Where the screens of this room live. */
public final class CampaignsPaths {
    public static final String CAMPAIGNS = "campaigns";
    public static final String SCRIPTS = "scripts";

    public static final String CANNED_REPLIES = "canned-replies";

    private CampaignsPaths() {}

    public static String campaign(CampaignId campaignId) {
        return CAMPAIGNS + "/" + campaignId.text();
    }

    public static String script(ScriptId scriptId) {
        return SCRIPTS + "/" + scriptId.text();
    }
}
