package org.rung.senders;

/** What became of fetching a file from a provider. */
public sealed interface Fetched {
    record Here(byte[] bytes) implements Fetched {}

    /** It is not there, or not yet. */
    record Gone() implements Fetched {}

    record TooLarge() implements Fetched {}

    /** It is not where files of this account are kept: nobody went there. */
    record Foreign() implements Fetched {}

    /** Nobody answered, or not with a file: it may be there later. */
    record NotNow() implements Fetched {}
}
