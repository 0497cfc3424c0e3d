package org.rung.people;

import java.util.Optional;

/** What is written in a supporter's own row. */
record Details(
        String firstName,
        String lastName,
        String email,
        String postalCode,
        String city,
        String region,
        String country,
        String zone,
        String language,
        String source,
        Address address) {

    Details {
        address = Address.known(address);
    }

    static Details of(SupporterDraft draft, String country, String language) {
        return new Details(
                draft.firstName(),
                draft.lastName(),
                draft.email(),
                draft.postalCode(),
                draft.city(),
                draft.region(),
                said(draft.country(), country),
                draft.zone().map(Object::toString).orElse(""),
                said(draft.language(), language),
                draft.source(),
                draft.address());
    }

    /** What the draft says wins over what was known; where we first heard of someone stays. */
    Details with(SupporterDraft draft) {
        return new Details(
                Spelling.better(firstName, draft.firstName()),
                said(draft.lastName(), lastName),
                said(draft.email(), email),
                said(draft.postalCode(), postalCode),
                said(draft.city(), city),
                said(draft.region(), region),
                said(draft.country(), country),
                draft.zone().map(Object::toString).orElse(zone),
                said(draft.language(), language),
                said(source, draft.source()),
                address.with(draft.address()));
    }

    /** As it was before a change that is taken back; what somebody wrote since then stays. */
    Details without(Details change, Details before) {
        return new Details(
                earlier(firstName, change.firstName, before.firstName),
                earlier(lastName, change.lastName, before.lastName),
                earlier(email, change.email, before.email),
                earlier(postalCode, change.postalCode, before.postalCode),
                earlier(city, change.city, before.city),
                earlier(region, change.region, before.region),
                earlier(country, change.country, before.country),
                earlier(zone, change.zone, before.zone),
                earlier(language, change.language, before.language),
                earlier(source, change.source, before.source),
                earlier(address, change.address, before.address));
    }

    private static <T> T earlier(T now, T changed, T before) {
        return now.equals(changed) ? before : now;
    }

    /** Where they are on a map. */
    Optional<Long> spot() {
        return address.spot(country, postalCode);
    }

    /** The same for everyone at their address; empty where it is not known well enough. */
    Optional<Long> addressKey() {
        return AddressKey.of(address.line(), postalCode);
    }

    Optional<String> zoneIfAny() {
        return zone.isEmpty() ? Optional.empty() : Optional.of(zone);
    }

    private static String said(String now, String before) {
        return now.isEmpty() ? before : now;
    }
}
