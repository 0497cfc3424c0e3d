package org.rung.filters;

import java.util.List;
import java.util.Optional;
import org.rung.common.OrganizationId;
import org.rung.maps.Cluster;
import org.rung.maps.Look;
import org.rung.maps.TileServer;
import org.rung.maps.Tiles;
import org.rung.places.Box;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a map of people shows: how many are where, and how many are in areas that are being chosen. Without names, without roles. */
@Service
public class PeopleOnMap {
    static final int MOST_COUNTED = 50_000;

    private final MapStore store;
    private final SupporterPageStore people;
    private final Tiles tiles;

    PeopleOnMap(MapStore store, SupporterPageStore people, Tiles tiles) {
        this.store = store;
        this.people = people;
        this.tiles = tiles;
    }

    /** At most 2,000 squares, each with where its people are on the whole; one query. */
    @Transactional(readOnly = true)
    public List<Cluster> in(OrganizationId organizationId, Look look) {
        return store.people(organizationId, look);
    }

    /** How many live in any of these areas; at most {@value #MOST_COUNTED}, which means that many or more. */
    @Transactional(readOnly = true)
    public long count(OrganizationId organizationId, List<String> areas) {
        if (areas.isEmpty()) return 0;
        return people.count(
                organizationId, new SupporterFilter("", List.of(new FilterLine("area", "", areas))), MOST_COUNTED);
    }

    /** The part of the world in which nearly all of the people are; empty when nobody's place is known. */
    @Transactional(readOnly = true)
    public Optional<Box> whereMostAre(OrganizationId organizationId) {
        return store.whereMostAre(organizationId);
    }

    @Transactional(readOnly = true)
    public Optional<TileServer> tiles(OrganizationId organizationId) {
        return tiles.of(organizationId);
    }
}
