package org.rung.giving;

import static org.rung.db.Tables.SUPPORTERS;

import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** People by what is written of givers. */
@Repository
class GiverStore {
    private final DSLContext db;

    GiverStore(DSLContext db) {
        this.db = db;
    }

    record Someone(SupporterId supporterId, String firstName, String lastName, String email) {}

    List<Someone> byEmail(OrganizationId organizationId, Collection<String> emails) {
        return emails.isEmpty() ? List.of() : people(organizationId, SUPPORTERS.EMAIL.in(emails));
    }

    List<Someone> named(OrganizationId organizationId, Collection<SupporterId> people) {
        return people.isEmpty() ? List.of() : people(organizationId, SUPPORTERS.SUPPORTER_ID.in(people));
    }

    private List<Someone> people(OrganizationId organizationId, Condition which) {
        return db.select(SUPPORTERS.SUPPORTER_ID, SUPPORTERS.FIRST_NAME, SUPPORTERS.LAST_NAME, SUPPORTERS.EMAIL)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organizationId), which)
                .fetch(Records.mapping(Someone::new));
    }

    List<SupporterId> alike(OrganizationId organizationId, Giver giver, int most) {
        Condition alike = DSL.falseCondition();
        if (!giver.email().isEmpty()) alike = alike.or(SUPPORTERS.EMAIL.eq(giver.email()));
        if (!giver.lastName().isEmpty()) alike = alike.or(SUPPORTERS.LAST_NAME.eq(giver.lastName()));
        return db.select(SUPPORTERS.SUPPORTER_ID)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organizationId), alike)
                .orderBy(
                        DSL.when(SUPPORTERS.EMAIL.eq(giver.email()), 0).otherwise(1),
                        DSL.when(SUPPORTERS.FIRST_NAME.eq(giver.firstName()), 0).otherwise(1),
                        SUPPORTERS.SUPPORTER_ID)
                .limit(most)
                .fetch(SUPPORTERS.SUPPORTER_ID);
    }
}
