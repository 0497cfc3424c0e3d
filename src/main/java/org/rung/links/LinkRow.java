package org.rung.links;

/**
 * An address that texts of a campaign led to.
 *
 * @param sent how many texts carried it
 * @param people how many different people opened it
 * @param clicks how often people opened it
 * @param scans how often programs did, which count for nothing
 */
public record LinkRow(LinkTargetId linkTargetId, String url, long sent, long people, long clicks, long scans) {}
