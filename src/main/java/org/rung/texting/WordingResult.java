package org.rung.texting;

/**
 * How people took one wording of a first text.
 *
 * @param way 0 for the first one
 * @param words as they are in the script
 * @param yes those who gave an answer that records a deed or a promise
 */
public record WordingResult(int way, String words, int texted, Share replied, Share yes, Share optedOut) {}
