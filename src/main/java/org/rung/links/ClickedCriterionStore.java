package org.rung.links;

import static org.jooq.impl.DSL.select;
import static org.rung.db.Tables.LINKS;
import static org.rung.db.Tables.LINK_TARGETS;
import static org.rung.db.Tables.SUPPORTERS;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.filters.Criterion;
import org.rung.filters.FilterLine;
import org.springframework.stereotype.Repository;

/** People who opened a link; the values are where links led. */
@Repository
class ClickedCriterionStore implements Criterion {
    private static final int MOST = 200;
    private static final int SHOWN = 80;

    private final DSLContext db;

    ClickedCriterionStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "clicked";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        var targets = line.values().stream()
                .map(value -> new LinkTargetId(Id.parse("link", value)))
                .distinct()
                .toList();
        var there = db.fetchCount(
                LINK_TARGETS,
                LINK_TARGETS.ORGANIZATION_ID.eq(organizationId).and(LINK_TARGETS.LINK_TARGET_ID.in(targets)));
        if (there < targets.size()) throw new Problem.Invalid("filter", "problem.filter-link");
        return SUPPORTERS.SUPPORTER_ID.in(select(LINKS.SUPPORTER_ID)
                .from(LINKS)
                .where(LINKS.ORGANIZATION_ID.eq(organizationId))
                .and(LINKS.LINK_TARGET_ID.in(targets))
                .and(LINKS.CLICKED_AT.isNotNull()));
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        return db.select(LINK_TARGETS.LINK_TARGET_ID, LINK_TARGETS.URL)
                .from(LINK_TARGETS)
                .where(LINK_TARGETS.ORGANIZATION_ID.eq(organizationId))
                .orderBy(LINK_TARGETS.LINK_TARGET_ID.desc())
                .limit(MOST)
                .fetch(row -> new Choice("", row.value1().text(), shown(row.value2())));
    }

    private static String shown(String url) {
        var plain = url.replaceFirst("^https?://", "");
        return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain;
    }
}
