package org.rung.people;

/**
 * What the two are as one.
 *
 * @param person all that is written of them and all their numbers, the first one for texting; tags come along by themselves
 * @param stopped whether that number has opted out
 */
public record Union(SupporterDraft person, boolean stopped) {}
