package org.rung.campaigns;

import java.util.Map;

/** Merge fields of scripts and replies; pure. */
public final class MergeText {
    private MergeText() {}

    /** The fields a text may use: firstName, lastName, city, texter.firstName, organization.name. Fallback after a bar: {firstName|there}. */
    public static String render(String template, Map<String, String> values) {
        throw new UnsupportedOperationException("built next");
    }
}
