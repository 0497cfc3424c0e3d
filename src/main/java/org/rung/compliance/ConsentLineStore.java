package org.rung.compliance;

import static org.rung.db.Tables.CONSENTS;
import static org.rung.db.Tables.CONVERSATIONS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.consent.ConsentEntry;
import org.springframework.stereotype.Repository;

/** The consent ledger as a list: one range of its index by kind and time. */
@Repository
class ConsentLineStore {
    private final DSLContext db;

    ConsentLineStore(DSLContext db) {
        this.db = db;
    }

    List<ConsentEntry> page(
            OrganizationId organization, ConsentLines.Wanted wanted, Optional<Page.Place> after, int limit) {
        List<Condition> which = new ArrayList<>();
        which.add(CONSENTS.ORGANIZATION_ID.eq(organization));
        which.add(CONSENTS.KIND.eq(wanted.kind()));
        wanted.from().map(CONSENTS.HAPPENED_AT::ge).ifPresent(which::add);
        wanted.until().map(CONSENTS.HAPPENED_AT::lt).ifPresent(which::add);
        wanted.source().map(CONSENTS.SOURCE::eq).ifPresent(which::add);
        wanted.campaign()
                .ifPresent(campaign -> which.add(DSL.exists(DSL.selectOne()
                        .from(CONVERSATIONS)
                        .where(CONVERSATIONS.CAMPAIGN_ID.eq(campaign), CONVERSATIONS.ORGANIZATION_ID.eq(organization))
                        .and(CONVERSATIONS.PHONE.eq(CONSENTS.PHONE))
                        .and(CONVERSATIONS.LAST_OUT_AT.isNotNull()))));
        after.ifPresent(place -> which.add(CONSENTS.HAPPENED_AT
                .le(place.at())
                .and(CONSENTS.HAPPENED_AT.lt(place.at()).or(CONSENTS.CONSENT_ID.lt(place.id())))));
        return db.select(
                        CONSENTS.CONSENT_ID,
                        CONSENTS.PHONE,
                        CONSENTS.KIND,
                        CONSENTS.SOURCE,
                        CONSENTS.WORDS,
                        CONSENTS.ACTOR_KIND,
                        CONSENTS.ACTOR_ID,
                        CONSENTS.HAPPENED_AT,
                        CONSENTS.RECORDED_AT)
                .from(CONSENTS.forceIndex("consents_kind"))
                .where(which)
                .orderBy(CONSENTS.HAPPENED_AT.desc(), CONSENTS.CONSENT_ID.desc())
                .limit(limit)
                .fetch(line -> new ConsentEntry(
                        line.value1(),
                        line.value2(),
                        line.value3(),
                        line.value4(),
                        line.value5(),
                        line.value6(),
                        Optional.ofNullable(line.value7()),
                        line.value8(),
                        line.value9()));
    }
}
