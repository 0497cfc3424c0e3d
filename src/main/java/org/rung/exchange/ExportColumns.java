package org.rung.exchange;

import java.util.List;
import java.util.Set;

/** The columns of an export, before its custom fields. An import of the same file understands them. */
final class ExportColumns {
    static final List<String> HEADERS = List.of(
            "Phone",
            "First name",
            "Last name",
            "Email",
            "Postal code",
            "City",
            "State",
            "Country",
            "Address",
            "Latitude",
            "Longitude",
            "Language",
            "Tags",
            "More phones",
            "Rung id",
            "Source",
            "Zone",
            "Added at",
            "Consent",
            "Consent since",
            "Consent source",
            "Consent words");

    /** Of the list of numbers not to be texted; an import of it makes nobody and stops the same numbers there. */
    static final List<String> SUPPRESSED =
            List.of("Phone", "Consent", "Consent since", "Consent source", "Consent words");

    /** Their keys, for {@link HeaderGuess}: what an import leaves alone. */
    static final Set<String> OURS_ONLY =
            Set.of("rung_id", "source", "zone", "added_at", "consent_since", "consent_source", "consent_words");

    private ExportColumns() {}
}
