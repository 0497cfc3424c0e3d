package org.rung.payments;

import org.rung.giving.GivingPaths;
import org.rung.people.OwnLinks;

/** Where the screens and open pages of this room live. */
public final class PaymentsPaths {
    public static final String SETTINGS = "settings/payments";
    public static final String ONLINE = GivingPaths.ONLINE;

    private PaymentsPaths() {}

    /** Open to everyone. */
    public static String give(String word) {
        return "give/" + word;
    }

    /** In one person's name. */
    public static String own(String token) {
        return OwnLinks.PATH + token;
    }

    /** Where a giver changes or stops what they give every month. */
    public static String standing(String token) {
        return "monthly/" + token;
    }

    /** Where the provider knocks. */
    public static String hook(String code) {
        return "hooks/stripe/" + code;
    }
}
