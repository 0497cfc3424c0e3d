package org.rung.filters;

import static org.rung.db.Tables.ACCOUNTS;
import static org.rung.db.Tables.MEMBERS;
import static org.rung.db.Tables.RELATIONSHIPS;
import static org.rung.db.Tables.SUPPORTERS;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.people.Visibility;
import org.springframework.stereotype.Repository;

/** Is known by one of these members, who said so to everyone; what someone keeps to themselves matches nobody. */
@Repository
class AcquaintanceCriterionStore implements Criterion {
    private final DSLContext db;

    AcquaintanceCriterionStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "known_by";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        var members = line.values().stream()
                .map(id -> new MemberId(Id.parse("filter", id)))
                .distinct()
                .toList();
        var here = db.fetchCount(
                MEMBERS, MEMBERS.ORGANIZATION_ID.eq(organizationId).and(MEMBERS.MEMBER_ID.in(members)));
        if (here < members.size()) throw new Problem.Invalid("filter", "problem.filter-member");
        return SUPPORTERS.SUPPORTER_ID.in(db.select(RELATIONSHIPS.SUPPORTER_ID)
                .from(RELATIONSHIPS)
                .where(
                        RELATIONSHIPS.ORGANIZATION_ID.eq(organizationId),
                        RELATIONSHIPS.KNOWER_MEMBER_ID.in(members),
                        RELATIONSHIPS.VISIBILITY.eq(Visibility.SHARED)));
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        return db.selectDistinct(MEMBERS.MEMBER_ID, ACCOUNTS.NAME)
                .from(RELATIONSHIPS)
                .join(MEMBERS)
                .on(MEMBERS.MEMBER_ID.eq(RELATIONSHIPS.KNOWER_MEMBER_ID))
                .join(ACCOUNTS)
                .on(ACCOUNTS.ACCOUNT_ID.eq(MEMBERS.ACCOUNT_ID))
                .where(RELATIONSHIPS.ORGANIZATION_ID.eq(organizationId), RELATIONSHIPS.VISIBILITY.eq(Visibility.SHARED))
                .orderBy(ACCOUNTS.NAME)
                .limit(200)
                .fetch(row -> new Choice("", row.value1().text(), row.value2()));
    }
}
