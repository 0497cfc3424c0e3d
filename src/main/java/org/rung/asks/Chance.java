package org.rung.asks;

/**
 * What is known of how people on a rung answer a kind of ask.
 *
 * @param percent how likely a yes is, 0 to 100, where few answers lean on what is known more widely
 * @param asked how many were asked on this rung in the last year, and accepted said yes
 */
public record Chance(int percent, long asked, long accepted) {}
