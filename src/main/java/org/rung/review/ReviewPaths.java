package org.rung.review;

/** Where the screens of this room live. */
public final class ReviewPaths {
    public static final String REVIEW = "review";
    public static final String WORDS = "review/words";

    private ReviewPaths() {}

    /** All texts with a word. */
    public static String saying(String words) {
        return REVIEW + "?words=" + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8);
    }
}
