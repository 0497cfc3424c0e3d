package org.rung.filters;

import static org.rung.db.Tables.SUPPORTERS;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** How the conditions of lines become one that the servers answer by their indexes. */
@Repository
class JoinStore {
    private final DSLContext db;

    JoinStore(DSLContext db) {
        this.db = db;
    }

    /**
     * @param few whether it finds its people by an index, rather than everyone but some
     */
    record Part(Condition condition, boolean few) {}

    Condition nobody() {
        return DSL.falseCondition();
    }

    Condition every(List<Condition> conditions) {
        return DSL.and(conditions);
    }

    Part all(List<Part> parts) {
        return new Part(
                DSL.and(parts.stream().map(Part::condition).toList()),
                parts.stream().anyMatch(Part::few));
    }

    /**
     * Each finds its own people and their ids are united, since neither server makes sets of conditions joined by "or"
     * but asks them of every person. Where one of them leaves almost everyone in, a page is full after a few anyway.
     */
    Part any(OrganizationId organization, List<Part> parts) {
        if (parts.size() == 1) return parts.getFirst();
        var few = parts.stream().allMatch(Part::few);
        if (!few) return new Part(DSL.or(parts.stream().map(Part::condition).toList()), false);
        var found = ids(organization, parts.getFirst());
        for (var part : parts.subList(1, parts.size())) found = found.unionAll(ids(organization, part));
        var either = found.asTable("either_of");
        return new Part(
                SUPPORTERS.SUPPORTER_ID.in(
                        db.select(either.field(SUPPORTERS.SUPPORTER_ID)).from(either)),
                true);
    }

    private Select<Record1<SupporterId>> ids(OrganizationId organization, Part part) {
        return db.select(SUPPORTERS.SUPPORTER_ID)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organization))
                .and(part.condition());
    }
}
