package org.rung.compliance;

/** Where the screens and files of this room live. No address holds a number: addresses end up in logs. */
public final class CompliancePaths {
    public static final String COMPLIANCE = "compliance";
    public static final String DO_NOT_TEXT = COMPLIANCE + "/do-not-text";
    public static final String NUMBERS = COMPLIANCE + "/numbers";
    public static final String CONSENTS = COMPLIANCE + "/consents";

    /** GET streams the consent ledger: {@code ?kind=&from=&until=&source=&campaign=}. */
    public static final String CONSENTS_FILE = "exports/consents.csv";

    private CompliancePaths() {}

    /** GET gives the refused rows of a list as CSV. */
    public static String refused(SuppressionListId id) {
        return "exports/do-not-text-lists/" + id.text() + "/refused.csv";
    }

    /** GET gives what a member kept as evidence. */
    public static String evidence(EvidenceId id) {
        return "evidence/" + id.text();
    }
}
