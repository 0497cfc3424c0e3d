package org.rung.payments;

/** How the provider's books and ours differ about one payment. */
public enum GapKind {
    /** It was missing here, and is written now. */
    MENDED,
    /** We say another amount was given than the provider. */
    AMOUNT,
    /** We say another amount went back than the provider. */
    BACK,
    /** We have it, and the provider does not. */
    UNKNOWN
}
