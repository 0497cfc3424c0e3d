package org.rung.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rung.common.OrganizationId;

/**
 * What a room keeps of people. When two of them turn out to be one, every room hands over its own rows and says which they
 * were, so that taking it back gives back exactly these. All of it happens in one transaction of whoever asks, who has
 * checked the roles.
 */
public interface Belongings {
    /** Rows are handed over from the highest room down to the person's own row, and given back the other way round. */
    int order();

    /** The tables that name a supporter and that this answers for. */
    Set<String> tables();

    /** Waits for whoever is at these rows and keeps others off until the transaction ends; from the highest room down. */
    default void hold(OrganizationId organizationId, Collection<SupporterId> people) {}

    List<HandedOver> handOver(Pair pair, Union union, Instant now);

    /** What came to the kept one since then stays with them. */
    void giveBack(Pair pair, Estate estate, Instant now);

    /** After every room has handed over or given back: what follows from rows of several rooms. */
    default void settle(OrganizationId organizationId, Collection<SupporterId> people) {}

    /** How much there is of what a person should see before they decide, by kind; a fixed number of queries. */
    default Map<String, Map<SupporterId, Integer>> count(
            OrganizationId organizationId, Collection<SupporterId> people) {
        return Map.of();
    }
}
