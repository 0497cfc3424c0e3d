package org.rung.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rung.common.Problem;

/**
 * How a file is to be read.
 *
 * @param columns in the order of the file
 * @param country for numbers written without one (two letters)
 * @param source where this list comes from
 * @param consentWords how these people agreed to be texted
 */
public record ImportSettings(List<ImportColumn> columns, String country, String source, String consentWords) {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public ImportSettings {
        columns = List.copyOf(columns);
        country = country.strip().toUpperCase(Locale.ROOT);
        source = source.strip();
        consentWords = consentWords.strip();
        if (source.length() > 120) throw new Problem.Invalid("source", "problem.too-long", 120);
        if (consentWords.length() > 1000) throw new Problem.Invalid("consent", "problem.too-long", 1_000);
        if (!COUNTRIES.contains(country)) throw new Problem.Invalid("country", "problem.country");
    }

    /** @throws Problem.Invalid naming the first thing that is still to be said */
    void mustBeComplete() {
        if (columns.stream().noneMatch(column -> column.target() == ImportTarget.PHONE))
            throw new Problem.Invalid("columns", "problem.columns-no-phone");
        if (source.isEmpty()) throw new Problem.Invalid("source", "problem.source-empty");
        if (consentWords.isEmpty()) throw new Problem.Invalid("consent", "problem.consent-empty");
    }
}
