package org.rung.circle;

import static org.rung.db.Tables.CONSENTS;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_PHONES;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Who of the organization's people has a number, and how it came to be texted; nothing of it reaches a screen. */
@Repository
class HolderStore {
    private static final int AT_ONCE = 2_000;

    private final DSLContext db;

    HolderStore(DSLContext db) {
        this.db = db;
    }

    record Holder(SupporterId supporterId, boolean named) {}

    /** Everyone who shares each number: first those who text from it, then the longest known. Numbers of nobody are absent. */
    Map<PhoneNumber, List<Holder>> of(OrganizationId organization, List<PhoneNumber> phones) {
        var holders = new HashMap<PhoneNumber, List<Holder>>();
        for (int from = 0; from < phones.size(); from += AT_ONCE) {
            holders.putAll(db.select(SUPPORTER_PHONES.PHONE, SUPPORTER_PHONES.SUPPORTER_ID, SUPPORTERS.FIRST_NAME)
                    .from(SUPPORTER_PHONES)
                    .join(SUPPORTERS)
                    .on(SUPPORTERS.SUPPORTER_ID.eq(SUPPORTER_PHONES.SUPPORTER_ID))
                    .where(
                            SUPPORTER_PHONES.ORGANIZATION_ID.eq(organization),
                            SUPPORTER_PHONES.PHONE.in(phones.subList(from, Math.min(phones.size(), from + AT_ONCE))))
                    .orderBy(SUPPORTER_PHONES.POSITION, SUPPORTER_PHONES.SUPPORTER_ID)
                    .fetchGroups(
                            SUPPORTER_PHONES.PHONE,
                            row -> new Holder(row.value2(), !row.value3().isEmpty())));
        }
        return holders;
    }

    /** Those of the numbers that came to be texted by the person's own word, not by a list that somebody brought. */
    Set<PhoneNumber> inByTheirWord(OrganizationId organization, Collection<PhoneNumber> phones) {
        var latest = new HashMap<PhoneNumber, ConsentSource>();
        db.select(CONSENTS.PHONE, CONSENTS.SOURCE)
                .from(CONSENTS)
                .where(
                        CONSENTS.ORGANIZATION_ID.eq(organization),
                        CONSENTS.PHONE.in(phones),
                        CONSENTS.KIND.eq(ConsentKind.OPTED_IN))
                .orderBy(CONSENTS.HAPPENED_AT.desc(), CONSENTS.CONSENT_ID.desc())
                .forEach(line -> latest.putIfAbsent(line.value1(), line.value2()));
        return latest.entrySet().stream()
                .filter(line -> switch (line.getValue()) {
                    case REPLY, TEXTER, MEMBER -> true;
                    case IMPORT, API, PROVIDER, PAGE -> false;
                })
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
