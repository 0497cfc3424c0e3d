package org.rung.filters;

import static org.rung.db.Tables.ORGANIZATIONS;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_PHONES;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Finds people by the start of what someone types: each way to match walks an index of its own, and their ids are united. */
@Repository
class SearchStore {
    static final char ESCAPE = '!';

    private final DSLContext db;
    private final org.rung.db.tables.Supporters s = SUPPORTERS.as("found");

    SearchStore(DSLContext db) {
        this.db = db;
    }

    /** A condition on supporters.supporter_id; true for an empty search. */
    Condition matching(OrganizationId organization, String search) {
        var words = search.strip();
        if (words.isEmpty()) return DSL.noCondition();
        var found = ids(organization, starts(s.FIRST_NAME, words))
                .unionAll(ids(organization, starts(s.LAST_NAME, words)))
                .unionAll(ids(organization, starts(s.EMAIL, words)));
        // "Ana Ruiz", "Mary Ann Smith", "Ruiz, Ana": wherever the first name may end.
        for (var split : NameSplit.all(words)) {
            found = found.unionAll(
                    ids(organization, starts(s.FIRST_NAME, split.first()).and(starts(s.LAST_NAME, split.last()))));
        }
        for (var prefix : PhonePrefix.all(words, country(organization)))
            found = found.unionAll(byPhone(organization, prefix));
        // Behind a table of its own: neither server takes "in" of a union for a set, but asks it anew for each person.
        var matches = found.asTable("matches");
        return SUPPORTERS.SUPPORTER_ID.in(
                db.select(matches.field(s.SUPPORTER_ID)).from(matches));
    }

    private Select<Record1<SupporterId>> ids(OrganizationId organization, Condition starting) {
        return db.select(s.SUPPORTER_ID)
                .from(s)
                .where(s.ORGANIZATION_ID.eq(organization))
                .and(starting);
    }

    private Select<Record1<SupporterId>> byPhone(OrganizationId organization, String prefix) {
        return db.select(SUPPORTER_PHONES.SUPPORTER_ID)
                .from(SUPPORTER_PHONES)
                .where(SUPPORTER_PHONES.ORGANIZATION_ID.eq(organization))
                .and(SUPPORTER_PHONES.PHONE.coerce(String.class).like(prefix + "%"));
    }

    /** By the column's own collation: case and accents do not matter. */
    private static Condition starts(Field<String> field, String words) {
        return field.like(starting(words), ESCAPE);
    }

    /** As "like" reads it, with {@link #ESCAPE}. */
    static String starting(String words) {
        return words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private String country(OrganizationId organization) {
        return db.select(ORGANIZATIONS.COUNTRY)
                .from(ORGANIZATIONS)
                .where(ORGANIZATIONS.ORGANIZATION_ID.eq(organization))
                .fetchOptional(ORGANIZATIONS.COUNTRY)
                .orElse("US");
    }
}
