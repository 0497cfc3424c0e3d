package org.rung.texting;

import java.time.Instant;

/**
 * Something that happened between the texts of a conversation, in words.
 *
 * @param over it counts no more, and is paler
 */
public record ThreadMark(Instant at, String words, boolean over) {}
