package org.rung.senders;

/** A file that came with a text, where the provider keeps it. What the provider says of its type counts for nothing. */
public record ArrivedFile(String url) {}
