package org.rung.asks;

import static org.rung.db.Tables.ASK_VARIANTS;

import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.rung.commitments.AskId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** Asks in other languages than the organization's. */
@Repository
class AskVariantStore {
    private final DSLContext dsl;

    AskVariantStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Of every ask of the organization, by its language. */
    Map<AskId, Map<String, AskVariant>> all(OrganizationId organizationId) {
        Map<AskId, Map<String, AskVariant>> all = new HashMap<>();
        dsl.select(ASK_VARIANTS.ASK_ID, ASK_VARIANTS.LANGUAGE, ASK_VARIANTS.TITLE, ASK_VARIANTS.WORDS)
                .from(ASK_VARIANTS)
                .where(ASK_VARIANTS.ORGANIZATION_ID.eq(organizationId))
                .forEach(row -> all.computeIfAbsent(row.value1(), id -> new HashMap<>())
                        .put(row.value2(), new AskVariant(row.value3(), row.value4())));
        return all;
    }

    /** These and no others. */
    void put(OrganizationId organizationId, AskId askId, Map<String, AskVariant> variants) {
        dsl.deleteFrom(ASK_VARIANTS)
                .where(ASK_VARIANTS.ASK_ID.eq(askId), ASK_VARIANTS.ORGANIZATION_ID.eq(organizationId))
                .execute();
        if (variants.isEmpty()) return;
        var insert = dsl.insertInto(
                ASK_VARIANTS,
                ASK_VARIANTS.ASK_ID,
                ASK_VARIANTS.LANGUAGE,
                ASK_VARIANTS.ORGANIZATION_ID,
                ASK_VARIANTS.TITLE,
                ASK_VARIANTS.WORDS);
        for (var one : variants.entrySet()) {
            insert = insert.values(
                    askId,
                    one.getKey(),
                    organizationId,
                    one.getValue().title(),
                    one.getValue().words());
        }
        insert.execute();
    }
}
