package org.rung.live;

import org.rung.campaigns.CampaignsPaths;

/** Where the screens of this room live. */
public final class LivePaths {
    public static final String LIVE = CampaignsPaths.CAMPAIGNS + "/:campaign/live";
    public static final String SETTINGS = "settings/first-texts";

    private LivePaths() {}
}
