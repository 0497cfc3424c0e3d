package org.rung.giving;

/** Where the screens of this room live. */
public final class GivingPaths {
    public static final String GIFTS = "giving";
    public static final String UNMATCHED = "giving/unmatched";
    public static final String PLEDGES = "giving/pledges";
    public static final String MONTHLY = "giving/monthly";
    /** The room of files has them. */
    public static final String FILES = "giving/files";

    /** The room of payments has it. */
    public static final String ONLINE = "giving/online";

    public static final String RECEIPT = "/giving-receipts/{giftId}";
    public static final String EXPORT = "/exports/gifts.csv";

    private GivingPaths() {}

    public static String receipt(GiftId giftId) {
        return "/giving-receipts/" + giftId.text();
    }
}
