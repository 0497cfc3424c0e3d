package org.rung.pointpeople;

import static org.rung.db.Tables.ACCOUNTS;
import static org.rung.db.Tables.MEMBERS;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_POINTS;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.filters.Criterion;
import org.rung.filters.FilterLine;
import org.springframework.stereotype.Repository;

/** Has one of these members as their point person; turned round, with anyone, it finds who has none. */
@Repository
class PointCriterionStore implements Criterion {
    private static final String ANYONE = "ANYONE";

    private final DSLContext db;

    PointCriterionStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "point";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        return SUPPORTERS.SUPPORTER_ID.in(db.select(SUPPORTER_POINTS.SUPPORTER_ID)
                .from(SUPPORTER_POINTS)
                .where(SUPPORTER_POINTS.ORGANIZATION_ID.eq(organizationId), who(organizationId, line.values())));
    }

    private Condition who(OrganizationId organizationId, List<String> values) {
        if (values.contains(ANYONE)) return DSL.noCondition();
        var members = values.stream()
                .map(id -> new MemberId(Id.parse("filter", id)))
                .distinct()
                .toList();
        int here = db.fetchCount(
                MEMBERS, MEMBERS.ORGANIZATION_ID.eq(organizationId).and(MEMBERS.MEMBER_ID.in(members)));
        if (here < members.size()) throw new Problem.Invalid("filter", "problem.filter-member");
        return SUPPORTER_POINTS.MEMBER_ID.in(members);
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", ANYONE, ""));
        choices.addAll(db.select(MEMBERS.MEMBER_ID, ACCOUNTS.NAME)
                .from(MEMBERS)
                .join(ACCOUNTS)
                .on(ACCOUNTS.ACCOUNT_ID.eq(MEMBERS.ACCOUNT_ID))
                .where(MEMBERS.ORGANIZATION_ID.eq(organizationId), MEMBERS.SUSPENDED_AT.isNull())
                .orderBy(ACCOUNTS.NAME)
                .limit(199)
                .fetch(row -> new Choice("", row.value1().text(), row.value2())));
        return choices;
    }
}
