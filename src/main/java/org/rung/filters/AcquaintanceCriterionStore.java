package org.rung.filters;

import static org.rung.db.Tables.ACCOUNTS;
import static org.rung.db.Tables.MEMBERS;
import static org.rung.db.Tables.RELATIONSHIPS;
import static org.rung.db.Tables.SUPPORTERS;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.people.RelationshipKind;
import org.rung.people.Visibility;
import org.springframework.stereotype.Repository;

/**
 * Is known by one of these members, who said so to everyone; what someone keeps to themselves matches nobody. Turned round,
 * with anyone, it finds whom nobody knows yet.
 */
@Repository
class AcquaintanceCriterionStore implements Criterion {
    static final String ANYONE = "ANYONE";
    /** What a person may choose among; a program may say any {@link Closeness}. */
    private static final List<String> KEYS = keys();

    private final DSLContext db;

    AcquaintanceCriterionStore(DSLContext db) {
        this.db = db;
    }

    private static List<String> keys() {
        var keys = new ArrayList<>(List.of("", "4"));
        for (var kind : RelationshipKind.values()) if (kind != RelationshipKind.OTHER) keys.add(kind.name());
        return List.copyOf(keys);
    }

    @Override
    public String kind() {
        return "known_by";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        return knownBy(db, organizationId, Closeness.read(line.key()), members(organizationId, line.values()));
    }

    private Condition members(OrganizationId organizationId, List<String> values) {
        if (values.contains(ANYONE)) return RELATIONSHIPS.KNOWER_MEMBER_ID.isNotNull();
        var members = values.stream()
                .map(id -> new MemberId(Id.parse("filter", id)))
                .distinct()
                .toList();
        var here = db.fetchCount(
                MEMBERS, MEMBERS.ORGANIZATION_ID.eq(organizationId).and(MEMBERS.MEMBER_ID.in(members)));
        if (here < members.size()) throw new Problem.Invalid("filter", "problem.filter-member");
        return RELATIONSHIPS.KNOWER_MEMBER_ID.in(members);
    }

    static Condition knownBy(DSLContext db, OrganizationId organizationId, Closeness closeness, Condition knowers) {
        return SUPPORTERS.SUPPORTER_ID.in(db.select(RELATIONSHIPS.SUPPORTER_ID)
                .from(RELATIONSHIPS)
                .where(
                        RELATIONSHIPS.ORGANIZATION_ID.eq(organizationId),
                        RELATIONSHIPS.VISIBILITY.eq(Visibility.SHARED),
                        knowers,
                        closeness.least() > 1 ? RELATIONSHIPS.STRENGTH.ge((byte) closeness.least()) : DSL.noCondition(),
                        closeness.kind().map(RELATIONSHIPS.KIND::eq).orElse(DSL.noCondition())));
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        var knowers = db.selectDistinct(MEMBERS.MEMBER_ID, ACCOUNTS.NAME)
                .from(RELATIONSHIPS)
                .join(MEMBERS)
                .on(MEMBERS.MEMBER_ID.eq(RELATIONSHIPS.KNOWER_MEMBER_ID))
                .join(ACCOUNTS)
                .on(ACCOUNTS.ACCOUNT_ID.eq(MEMBERS.ACCOUNT_ID))
                .where(RELATIONSHIPS.ORGANIZATION_ID.eq(organizationId), RELATIONSHIPS.VISIBILITY.eq(Visibility.SHARED))
                .orderBy(ACCOUNTS.NAME)
                .limit(200)
                .fetch();
        var choices = new ArrayList<Choice>();
        for (var key : KEYS) {
            choices.add(new Choice(key, ANYONE, ANYONE));
            knowers.forEach(
                    knower -> choices.add(new Choice(key, knower.value1().text(), knower.value2())));
        }
        return choices;
    }
}
