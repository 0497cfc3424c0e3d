package org.rung.texting;

import org.rung.campaigns.CampaignId;

/** Where the screens of this room live. */
public final class TextingPaths {

    public static final String HOME = "";
    public static final String TEXT = "text";
    public static final String REPLIES = "replies";
    public static final String CONVERSATION = "conversation";
    /** Invented people to text before the first batch. */
    public static final String PRACTICE = "practice";

    public static final String CARE = "care";
    public static final String INBOX = "inbox";
    public static final String HELD = "inbox/held";

    private TextingPaths() {}

    public static String text(CampaignId campaignId) {
        return TEXT + "/" + campaignId.text();
    }

    public static String conversation(ConversationId conversationId) {
        return CONVERSATION + "/" + conversationId.text();
    }
}
