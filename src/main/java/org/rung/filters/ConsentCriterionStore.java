package org.rung.filters;

import static org.rung.db.Tables.PHONE_CONSENTS;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_PHONES;

import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** The number used for texting stands there; NONE is a person without a number, or one nobody ever asked. */
@Repository
class ConsentCriterionStore implements Criterion {
    private static final String NONE = "NONE";

    private final DSLContext db;

    ConsentCriterionStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "consent";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        var kinds = line.values().stream()
                .filter(value -> !value.equals(NONE))
                .map(ConsentCriterionStore::kind)
                .toList();
        var stands = SUPPORTERS.SUPPORTER_ID.in(standing(organizationId, PHONE_CONSENTS.CONSENT.in(kinds)));
        if (!line.values().contains(NONE)) return stands;
        var unasked = SUPPORTERS.SUPPORTER_ID.notIn(standing(organizationId, PHONE_CONSENTS.CONSENT.isNotNull()));
        return kinds.isEmpty() ? unasked : stands.or(unasked);
    }

    private Select<Record1<SupporterId>> standing(OrganizationId organizationId, Condition consent) {
        return db.select(SUPPORTER_PHONES.SUPPORTER_ID)
                .from(SUPPORTER_PHONES)
                .join(PHONE_CONSENTS)
                .on(PHONE_CONSENTS.ORGANIZATION_ID.eq(SUPPORTER_PHONES.ORGANIZATION_ID))
                .and(PHONE_CONSENTS.PHONE.eq(SUPPORTER_PHONES.PHONE))
                .where(SUPPORTER_PHONES.ORGANIZATION_ID.eq(organizationId), SUPPORTER_PHONES.POSITION.eq((byte) 0))
                .and(consent);
    }

    private static ConsentKind kind(String value) {
        return Arrays.stream(ConsentKind.values())
                .filter(kind -> kind.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid("filter", "problem.filter-consent", value));
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        return List.of(
                new Choice("", "OPTED_IN", "opted in"),
                new Choice("", "OPTED_OUT", "opted out"),
                new Choice("", "WRONG_NUMBER", "wrong number"),
                new Choice("", NONE, "never asked"));
    }
}
