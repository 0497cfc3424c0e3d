package org.rung.campaigns;

/** A campaign's life: DRAFT, then RUNNING and PAUSED in turn, then ENDED. */
public enum CampaignState {
    DRAFT,
    RUNNING,
    PAUSED,
    ENDED
}
