package org.rung.api;

import static org.rung.db.Tables.API_REQUESTS;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** What was answered to requests that carried a key. */
@Repository
class RepeatStore {
    private final DSLContext dsl;

    RepeatStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    record Answered(String digest, int status, @Nullable String location, String answer) {}

    Optional<Answered> find(OrganizationId organizationId, String route, String key) {
        return dsl.select(API_REQUESTS.DIGEST, API_REQUESTS.STATUS, API_REQUESTS.LOCATION, API_REQUESTS.ANSWER)
                .from(API_REQUESTS)
                .where(API_REQUESTS.ORGANIZATION_ID.eq(organizationId))
                .and(API_REQUESTS.ROUTE.eq(route))
                .and(API_REQUESTS.REQUEST_KEY.eq(key))
                .fetchOptional(row -> new Answered(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** Whoever is second waits here for the first, and is thrown back with all that it did. */
    void add(OrganizationId organizationId, String route, String key, Answered answered, Instant now) {
        dsl.insertInto(API_REQUESTS)
                .set(API_REQUESTS.ORGANIZATION_ID, organizationId)
                .set(API_REQUESTS.ROUTE, route)
                .set(API_REQUESTS.REQUEST_KEY, key)
                .set(API_REQUESTS.DIGEST, answered.digest())
                .set(API_REQUESTS.STATUS, (short) answered.status())
                .set(API_REQUESTS.LOCATION, answered.location())
                .set(API_REQUESTS.ANSWER, answered.answer())
                .set(API_REQUESTS.CREATED_AT, now)
                .execute();
    }

    int forget(Instant before, int limit) {
        return dsl.deleteFrom(API_REQUESTS)
                .where(API_REQUESTS.CREATED_AT.lt(before))
                .limit(limit)
                .execute();
    }
}
