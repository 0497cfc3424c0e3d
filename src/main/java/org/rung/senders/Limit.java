package org.rung.senders;

/** A bucket of segments: one a sender, and one a registration for all its senders. since: when its rate changed last. */
record Limit(long bucketId, int aMinute, long since) {
    /** A second's worth may leave at once. */
    long capacity() {
        return Math.max(1, aMinute / 60);
    }
}
