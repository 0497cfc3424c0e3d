package org.rung.texting;

import java.util.Optional;

/** What a texter got for asking: how many of each, and the one reason when it is fewer than asked for. */
public record Batch(int asked, int firstTexts, int replies, Optional<Short> why) {

    /** The reason for fewer than asked. */
    public enum Short {
        /** Every first text of the campaign has been sent, or its conversation is closed. */
        NONE_LEFT,
        /** What is left is held by other texters; it may come back. */
        ALL_TAKEN,
        /** The texter holds as many unanswered replies as the campaign allows. */
        REPLIES_FIRST,
        /** The texter still holds a whole batch. */
        ENOUGH_HELD,
        /** It is outside the hours of whoever is left, where they live. */
        OUTSIDE_HOURS,
        /** It is a draft: its turf is frozen when it starts. */
        NOT_STARTED,
        PAUSED,
        ENDED,
        /** Those who are left have had as many first texts as the contact rules allow. */
        TEXTED_LATELY,
        /** The texter has had as many first texts as one may take in a day. */
        DAY_DONE,
        /** Everyone of the sample is in somebody's hands, or texted: the rest waits until an organizer has looked. */
        SAMPLE,
        /** Those who are left speak a language that another texter writes, who is at work and has room. */
        OTHER_LANGUAGE,
        /** The texter's first texts wait for an organizer to look at them. */
        REVIEW
    }
}
