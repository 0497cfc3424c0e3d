package org.rung.people;

import static org.rung.db.Tables.SPOTS_TO_FIND;
import static org.rung.db.Tables.SUPPORTERS;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.database.Batch;
import org.springframework.stereotype.Repository;

/** Where people are who came before spots were kept. */
@Repository
class SpotStore {
    private final DSLContext db;

    SpotStore(DSLContext db) {
        this.db = db;
    }

    /** How far an organization's people were looked at. */
    record Place(OrganizationId organizationId, SupporterId after) {}

    record Living(SupporterId supporterId, String country, String postalCode) {
        Optional<Long> spot() {
            return Address.NONE.spot(country, postalCode);
        }
    }

    /** Held until the transaction ends; those that another server is at are passed over. */
    Optional<Place> next() {
        return db.select(SPOTS_TO_FIND.ORGANIZATION_ID, SPOTS_TO_FIND.AFTER_ID)
                .from(SPOTS_TO_FIND)
                .orderBy(SPOTS_TO_FIND.ORGANIZATION_ID)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(row -> new Place(row.value1(), new SupporterId(row.value2())));
    }

    List<Living> people(Place place, int limit) {
        return db.select(SUPPORTERS.SUPPORTER_ID, SUPPORTERS.COUNTRY, SUPPORTERS.POSTAL_CODE)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(place.organizationId()))
                .and(SUPPORTERS.SUPPORTER_ID.gt(place.after()))
                .orderBy(SUPPORTERS.SUPPORTER_ID)
                .limit(limit)
                .fetch(row -> new Living(row.value1(), row.value2(), row.value3()));
    }

    void found(OrganizationId organization, List<Living> people) {
        Batch.run(
                db,
                // Whoever was written to meanwhile has theirs.
                "update supporters set spot = ? where supporter_id = ? and organization_id = ? and spot is null",
                people.stream().filter(each -> each.spot().isPresent()).toList(),
                (statement, each) -> {
                    statement.setLong(1, each.spot().orElseThrow());
                    statement.setLong(2, each.supporterId().value());
                    statement.setLong(3, organization.value());
                });
    }

    void lookedAt(Place place, SupporterId last) {
        db.update(SPOTS_TO_FIND)
                .set(SPOTS_TO_FIND.AFTER_ID, last.value())
                .where(SPOTS_TO_FIND.ORGANIZATION_ID.eq(place.organizationId()))
                .execute();
    }

    void done(Place place) {
        db.deleteFrom(SPOTS_TO_FIND)
                .where(SPOTS_TO_FIND.ORGANIZATION_ID.eq(place.organizationId()))
                .execute();
    }
}
