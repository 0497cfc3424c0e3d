package org.rung.campaigns;

/**
 * People of a campaign's turf who speak a language that is not the organization's.
 *
 * @param people how many there are
 * @param texters how many of the campaign's texters write it
 */
public record LanguageCount(String language, long people, long texters) {}
