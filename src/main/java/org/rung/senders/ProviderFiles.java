package org.rung.senders;

/** The files that came with texts, as long as the provider keeps them. Never called in a transaction; never throws. */
public interface ProviderFiles {
    /** At most so many bytes of it, and only from where this account's files are. */
    Fetched fetch(SenderKeys keys, String url, int largest);

    /** True when the provider has it no more. */
    boolean delete(SenderKeys keys, String url);
}
