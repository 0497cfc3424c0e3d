package org.rung.filters;

import static org.rung.db.Tables.SUPPORTERS;

import java.util.List;
import org.jooq.Condition;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.db.tables.records.SupportersRecord;
import org.springframework.stereotype.Repository;

/** Is called so, or by a name that starts so: case and accents do not matter. */
@Repository
class NameCriterionStore implements Criterion {
    private static final String FIRST = "first";
    private static final String LAST = "last";

    @Override
    public String kind() {
        return "name";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        var name = field(line.key());
        // Not a list of who is called so: many are, and the page's own order finds the first of them sooner.
        return DSL.or(line.values().stream()
                .map(value -> (Condition) name.like(SearchStore.starting(value), SearchStore.ESCAPE))
                .toList());
    }

    private TableField<SupportersRecord, String> field(String key) {
        return switch (key) {
            case FIRST -> SUPPORTERS.FIRST_NAME;
            case LAST -> SUPPORTERS.LAST_NAME;
            default -> throw new Problem.Invalid("filter", "problem.filter-name", key);
        };
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        return List.of(new Choice(FIRST, "", ""), new Choice(LAST, "", ""));
    }
}
