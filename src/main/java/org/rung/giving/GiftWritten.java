package org.rung.giving;

/** What became of a draft. */
public record GiftWritten(GiftId giftId, Outcome outcome) {
    public enum Outcome {
        ADDED,
        /** Nobody knows yet whose it is. */
        ADDED_UNMATCHED,
        /** It was there, and some of it went back now. */
        WENT_BACK,
        /** It was there as it is told. */
        KNOWN,
        /** More would have gone back than came, or its currency is another one now. */
        DIFFERS
    }
}
