package org.rung.texters;

import static org.jooq.impl.DSL.count;
import static org.rung.db.Tables.MEMBERS;
import static org.rung.db.Tables.TEXTER_CAPS;
import static org.rung.db.Tables.TEXTER_LANGUAGES;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

@Repository
class TexterTermsStore {
    private final DSLContext db;

    TexterTermsStore(DSLContext db) {
        this.db = db;
    }

    Map<MemberId, Integer> caps(OrganizationId organizationId, Collection<MemberId> texters) {
        return db.select(TEXTER_CAPS.MEMBER_ID, TEXTER_CAPS.DAY_CAP)
                .from(TEXTER_CAPS)
                .where(TEXTER_CAPS.ORGANIZATION_ID.eq(organizationId))
                .and(TEXTER_CAPS.MEMBER_ID.in(texters))
                .fetchMap(TEXTER_CAPS.MEMBER_ID, TEXTER_CAPS.DAY_CAP);
    }

    Map<MemberId, Set<String>> languages(OrganizationId organizationId, Collection<MemberId> texters) {
        return db
                .select(TEXTER_LANGUAGES.MEMBER_ID, TEXTER_LANGUAGES.LANGUAGE)
                .from(TEXTER_LANGUAGES)
                .where(TEXTER_LANGUAGES.ORGANIZATION_ID.eq(organizationId))
                .and(TEXTER_LANGUAGES.MEMBER_ID.in(texters))
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.value1(), Collectors.mapping(row -> row.value2(), Collectors.toSet())));
    }

    void cap(OrganizationId organizationId, MemberId texter, Optional<Integer> dayCap) {
        if (dayCap.isEmpty()) {
            db.deleteFrom(TEXTER_CAPS)
                    .where(TEXTER_CAPS.ORGANIZATION_ID.eq(organizationId))
                    .and(TEXTER_CAPS.MEMBER_ID.eq(texter))
                    .execute();
            return;
        }
        db.execute(
                "insert into texter_caps (member_id, organization_id, day_cap) values (?, ?, ?)"
                        + " on duplicate key update day_cap = values(day_cap)",
                texter.value(),
                organizationId.value(),
                dayCap.get());
    }

    void speaks(OrganizationId organizationId, MemberId texter, Set<String> languages) {
        db.deleteFrom(TEXTER_LANGUAGES)
                .where(TEXTER_LANGUAGES.ORGANIZATION_ID.eq(organizationId))
                .and(TEXTER_LANGUAGES.MEMBER_ID.eq(texter))
                .and(TEXTER_LANGUAGES.LANGUAGE.notIn(languages))
                .execute();
        if (languages.isEmpty()) return;
        var insert = db.insertInto(
                TEXTER_LANGUAGES,
                TEXTER_LANGUAGES.MEMBER_ID,
                TEXTER_LANGUAGES.LANGUAGE,
                TEXTER_LANGUAGES.ORGANIZATION_ID);
        for (String language : languages) insert = insert.values(texter, language, organizationId);
        // Said twice at once is said once.
        insert.onDuplicateKeyIgnore().execute();
    }

    Map<String, Integer> spoken(OrganizationId organizationId) {
        return new TreeMap<>(db.select(TEXTER_LANGUAGES.LANGUAGE, count())
                .from(TEXTER_LANGUAGES)
                .join(MEMBERS)
                .on(MEMBERS.MEMBER_ID.eq(TEXTER_LANGUAGES.MEMBER_ID))
                .and(MEMBERS.SUSPENDED_AT.isNull())
                .where(TEXTER_LANGUAGES.ORGANIZATION_ID.eq(organizationId))
                .groupBy(TEXTER_LANGUAGES.LANGUAGE)
                .fetchMap(row -> row.value1(), row -> row.value2()));
    }
}
