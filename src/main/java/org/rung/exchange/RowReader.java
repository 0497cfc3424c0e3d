package org.rung.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;
import org.rung.people.Address;
import org.rung.people.FieldReader;
import org.rung.people.SupporterDraft;
import org.rung.places.Point;

/** Turns a row into a person, by the settings of its import. */
final class RowReader {
    private final List<ImportColumn> columns;
    private final String country;
    private final String source;
    private final FieldReader fields;

    RowReader(ImportSettings settings, FieldReader fields) {
        this.fields = fields;
        columns = settings.columns();
        country = settings.country();
        source = settings.source();
    }

    /** @throws Problem.Invalid saying why this row cannot be taken; the words hold nothing of the row itself */
    RowRead read(Row row) {
        var cells = row.cells();
        mustNotBeWider(cells);
        var said = new HashMap<ImportTarget, String>();
        var phones = new ArrayList<String>(1);
        Set<String> tags = Set.of();
        Map<String, String> fields = Map.of();
        List<ConsentCell> consents = List.of();
        for (int i = 0; i < columns.size() && i < cells.size(); i++) {
            var target = columns.get(i).target();
            if (target == ImportTarget.SKIP) continue;
            var cell = clean(cells.get(i));
            if (cell.isEmpty()) continue;
            switch (target) {
                case PHONE -> split(cell, phones);
                case TAGS -> {
                    if (tags.isEmpty()) tags = new LinkedHashSet<>();
                    split(cell, tags);
                }
                case FIELD -> {
                    if (fields.isEmpty()) fields = new HashMap<>();
                    fields.put(columns.get(i).label(), cell);
                }
                case CONSENT -> {
                    if (consents.isEmpty()) consents = new ArrayList<>(1);
                    consents.add(ConsentCell.read(columns.get(i).label(), cell));
                }
                default -> said.putIfAbsent(target, cell);
            }
        }
        var home = said.containsKey(ImportTarget.COUNTRY) ? CountryNames.code(said.get(ImportTarget.COUNTRY)) : "";
        var name = FullName.of(word(said, ImportTarget.NAME));
        var draft = new SupporterDraft(
                either(word(said, ImportTarget.FIRST_NAME), name.first()),
                either(word(said, ImportTarget.LAST_NAME), name.last()),
                word(said, ImportTarget.EMAIL),
                PostalCode.mended(word(said, ImportTarget.POSTAL_CODE), either(home, country)),
                word(said, ImportTarget.CITY),
                word(said, ImportTarget.REGION),
                home,
                Optional.empty(),
                LanguageNames.code(word(said, ImportTarget.LANGUAGE)),
                source,
                numbers(phones, either(home, country)),
                tags,
                this.fields.read(fields),
                new Address(
                        word(said, ImportTarget.ADDRESS),
                        Point.read(word(said, ImportTarget.LATITUDE), word(said, ImportTarget.LONGITUDE))));
        return new RowRead(row, draft, refusals(consents, phones, either(home, country)));
    }

    /** Of several columns each may forbid, and none can allow again what another forbids. */
    private static Map<PhoneNumber, ConsentKind> refusals(
            List<ConsentCell> consents, List<String> written, String country) {
        if (consents.stream().noneMatch(ConsentCell::refuses)) return Map.of();
        var refused = new HashMap<PhoneNumber, ConsentKind>();
        for (int i = 0; i < written.size(); i++) {
            var number = number(written.get(i), country);
            if (number.isEmpty()) continue;
            for (var cell : consents)
                cell.of(i, written.size()).ifPresent(kind -> refused.merge(number.get(), kind, ConsentCell::stricter));
        }
        return refused;
    }

    private static Optional<PhoneNumber> number(String written, String country) {
        try {
            return Optional.of(PhoneNumbers.read(written, country));
        } catch (Problem.Invalid wrong) {
            return Optional.empty();
        }
    }

    private void mustNotBeWider(List<String> cells) {
        for (int i = columns.size(); i < cells.size(); i++)
            if (!cells.get(i).isBlank()) throw new Problem.Invalid("row", "problem.row-wide");
    }

    /** One good number is enough; without any, the row says what is wrong with its first. */
    private static List<PhoneNumber> numbers(List<String> written, String country) {
        if (written.isEmpty()) throw new Problem.Invalid("phone", "problem.missing");
        var numbers = new LinkedHashSet<PhoneNumber>();
        Problem.Invalid first = null;
        for (var number : written) {
            try {
                numbers.add(PhoneNumbers.read(number, country));
            } catch (Problem.Invalid wrong) {
                if (first == null) first = wrong;
            }
        }
        if (numbers.isEmpty() && first != null) throw first;
        return List.copyOf(numbers);
    }

    private static void split(String cell, Collection<String> into) {
        int from = 0;
        for (int i = 0; i <= cell.length(); i++) {
            if (i < cell.length() && cell.charAt(i) != ';' && cell.charAt(i) != '|' && cell.charAt(i) != ',') continue;
            var part = cell.substring(from, i).strip();
            if (!part.isEmpty()) into.add(part);
            from = i + 1;
        }
    }

    private static String word(Map<ImportTarget, String> said, ImportTarget target) {
        return said.getOrDefault(target, "");
    }

    private static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    /** Without signs that no screen can show, and without our own guard against formulas. */
    static String clean(String cell) {
        var text = SafeCell.in(cell);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) == '\u007f') {
                text = text.replaceAll("[\\x00-\\x09\\x0B-\\x1F\\x7F]", " ");
                break;
            }
        }
        return text.strip();
    }
}
