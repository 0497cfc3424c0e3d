package org.rung.filters;

import static org.rung.db.Tables.SUPPORTERS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.db.tables.records.SupportersRecord;
import org.springframework.stereotype.Repository;

/** Lives there: a city, the start of a postal code, a region, a country. */
@Repository
class PlaceCriterionStore implements Criterion {
    private static final int CITIES = 140;
    private static final int REGIONS = 60;

    private final DSLContext db;

    PlaceCriterionStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "place";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        return switch (line.key()) {
            case "city" -> SUPPORTERS.CITY.in(line.values());
            case "region" -> SUPPORTERS.REGION.in(line.values());
            case "country" -> SUPPORTERS.COUNTRY.in(PlainLetters.only(line.values()));
            case "postal_code" ->
                DSL.or(Stream.concat(
                                Stream.of(DSL.falseCondition()),
                                PlainLetters.only(line.values()).stream().map(PlaceCriterionStore::postalCode))
                        .toList());
            default -> throw new Problem.Invalid("filter", "problem.filter-place", line.key());
        };
    }

    private static Condition postalCode(String start) {
        return SUPPORTERS.POSTAL_CODE.like(
                start.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%", '!');
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        var choices = new ArrayList<Choice>();
        choices.addAll(most(organizationId, "city", SUPPORTERS.CITY, CITIES));
        choices.addAll(most(organizationId, "region", SUPPORTERS.REGION, REGIONS));
        return choices;
    }

    private List<Choice> most(
            OrganizationId organizationId, String key, TableField<SupportersRecord, String> field, int limit) {
        var newest = db.select(field)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organizationId))
                .orderBy(SUPPORTERS.SUPPORTER_ID.desc())
                .limit(NEWEST)
                .asTable("newest");
        var place = newest.field(field);
        return db.select(place)
                .from(newest)
                .where(place.ne(""))
                .groupBy(place)
                .orderBy(DSL.count().desc(), place)
                .limit(limit)
                .fetch(row -> new Choice(key, row.value1(), row.value1()));
    }
}
