package org.rung.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.Sentence;
import org.rung.people.CustomFieldId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Service;

/** The list is the organization's own: everyone, with their consent, as CSV. */
@Service
public class Exports {
    private static final int PAGE = 2_000;

    private final ExportStore store;
    private final AuditLog audit;

    Exports(ExportStore store, AuditLog audit) {
        this.store = store;
        this.audit = audit;
    }

    /**
     * Writes everyone, a page at a time, never the whole set in memory. Needs EXPORT; the audit log keeps who and how
     * many, also when the reader goes away in the middle.
     */
    public void supporters(Actor actor, OutputStream out) {
        actor.must(Permission.EXPORT);
        write(
                actor,
                true,
                new Pages() {
                    private SupporterId after = new SupporterId(Long.MIN_VALUE);
                    private boolean more = true;

                    @Override
                    public Optional<List<ExportStore.Person>> next() {
                        if (!more) return Optional.empty();
                        var people = store.people(actor.organization(), after, PAGE);
                        more = people.size() == PAGE;
                        if (more) after = people.getLast().supporterId();
                        return Optional.of(people);
                    }
                },
                out);
    }

    /**
     * Writes some people, as {@link #supporters} everyone.
     *
     * @param pages the ids of each page in turn, a few thousand at a time; empty at the end
     */
    public void chosen(Actor actor, Supplier<List<SupporterId>> pages, OutputStream out) {
        actor.must(Permission.EXPORT);
        write(
                actor,
                false,
                () -> {
                    var ids = pages.get();
                    return ids.isEmpty() ? Optional.empty() : Optional.of(store.people(actor.organization(), ids));
                },
                out);
    }

    /** Page after page, until there is none. */
    private interface Pages {
        Optional<List<ExportStore.Person>> next();
    }

    private void write(Actor actor, boolean everyone, Pages pages, OutputStream out) {
        if (everyone) log(actor, "supporters.export-begun", "");
        else log(actor, "supporters.some-export-begun", "");
        long written = 0;
        try (var csv = new CsvOut(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            var fields = store.fields(actor.organization());
            var header = new ArrayList<>(ExportColumns.HEADERS);
            header.addAll(fields.values());
            csv.row(header);
            // The browser says at once that it has begun, however long the first page takes.
            csv.flush();
            for (var people = pages.next(); people.isPresent(); people = pages.next()) {
                write(actor.organization(), people.get(), List.copyOf(fields.keySet()), csv);
                csv.flush();
                written += people.get().size();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException("The reader of an export went away", gone);
        } finally {
            if (everyone) log(actor, "supporters.exported", written + " supporters");
            else log(actor, "supporters.some-exported", written + " supporters");
        }
    }

    private void log(Actor actor, String verb, String detail) {
        audit.add(actor, verb, "organization", Optional.of(actor.organization().value()), detail);
    }

    private void write(
            OrganizationId organizationId, List<ExportStore.Person> people, List<CustomFieldId> fields, CsvOut csv) {
        if (people.isEmpty()) return;
        var ids = people.stream().map(ExportStore.Person::supporterId).toList();
        var phones = store.phones(ids);
        var tags = store.tags(ids);
        Map<SupporterId, Map<CustomFieldId, String>> values = fields.isEmpty() ? Map.of() : store.values(ids);
        var all = new LinkedHashSet<PhoneNumber>();
        phones.values().forEach(all::addAll);
        var standings = store.standings(organizationId, all);
        var said = store.said(organizationId, all);
        for (var person : people) {
            var numbers = phones.getOrDefault(person.supporterId(), List.of());
            var phone = numbers.stream().findFirst();
            var row = new ArrayList<>(List.of(
                    phone.map(PhoneNumber::text).orElse(""),
                    person.firstName(),
                    person.lastName(),
                    person.email(),
                    person.postalCode(),
                    person.city(),
                    person.region(),
                    person.country(),
                    person.addressLine(),
                    person.latitude().orElse(""),
                    person.longitude().orElse(""),
                    person.language(),
                    String.join("; ", tags.getOrDefault(person.supporterId(), List.of())),
                    String.join(
                            "; ",
                            numbers.stream().skip(1).map(PhoneNumber::text).toList()),
                    person.supporterId().text(),
                    person.source(),
                    person.zone().orElse(""),
                    person.addedAt().toString(),
                    each(numbers, standings, ExportStore.Standing::consent),
                    each(numbers, standings, one -> one.since().toString()),
                    each(numbers, said, ExportStore.Said::source),
                    each(numbers, said, Exports::words)));
            var own = values.getOrDefault(person.supporterId(), Map.of());
            for (var field : fields) row.add(own.getOrDefault(field, ""));
            csv.row(row);
        }
    }

    /**
     * Every number of the organization that may not be texted, also those of nobody any more: who was erased, or never
     * came in. Needs EXPORT; the audit log keeps who and how many.
     */
    public void suppressed(Actor actor, OutputStream out) {
        actor.must(Permission.EXPORT);
        var organization = Optional.of(actor.organization().value());
        audit.add(actor, "suppressed.export-begun", "organization", organization, "");
        long written = 0;
        try (var csv = new CsvOut(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.row(ExportColumns.SUPPRESSED);
            csv.flush();
            var after = "";
            while (true) {
                var page = store.suppressed(actor.organization(), after, PAGE);
                var phones = page.keySet();
                var said = store.said(actor.organization(), phones);
                page.forEach((phone, standing) -> csv.row(List.of(
                        phone.text(),
                        standing.consent(),
                        standing.since().toString(),
                        each(List.of(phone), said, ExportStore.Said::source),
                        each(List.of(phone), said, Exports::words))));
                csv.flush();
                written += page.size();
                if (page.size() < PAGE) return;
                for (var phone : phones) after = phone.text();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException("The reader of an export went away", gone);
        } finally {
            audit.add(actor, "suppressed.exported", "organization", organization, written + " numbers");
        }
    }

    /** In the order of the numbers; one word for one number, and a place for each where there are several. */
    private static <T> String each(List<PhoneNumber> phones, Map<PhoneNumber, T> found, Function<T, String> cell) {
        var cells = phones.stream()
                .map(phone -> Optional.ofNullable(found.get(phone)).map(cell).orElse(""))
                .toList();
        return cells.stream().allMatch(String::isEmpty) ? "" : String.join("; ", cells);
    }

    private static String words(ExportStore.Said said) {
        return Sentence.said(said.words(), Locale.ENGLISH);
    }
}
