package org.rung.maps;

import static org.rung.db.Tables.MAP_TILES;

import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

@Repository
class TileStore {
    private final DSLContext db;

    TileStore(DSLContext db) {
        this.db = db;
    }

    Optional<TileServer> of(OrganizationId organization) {
        return db.select(MAP_TILES.ADDRESS, MAP_TILES.CREDIT)
                .from(MAP_TILES)
                .where(MAP_TILES.ORGANIZATION_ID.eq(organization))
                .fetchOptional(row -> new TileServer(row.value1(), row.value2()));
    }

    void name(OrganizationId organization, TileServer server) {
        // Plain SQL: jOOQ writes a row alias that MariaDB does not read.
        db.execute(
                "insert into map_tiles (organization_id, address, credit) values (?, ?, ?)"
                        + " on duplicate key update address = values(address), credit = values(credit)",
                organization.value(),
                server.address(),
                server.credit());
    }

    boolean forget(OrganizationId organization) {
        return db.deleteFrom(MAP_TILES)
                        .where(MAP_TILES.ORGANIZATION_ID.eq(organization))
                        .execute()
                == 1;
    }
}
