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
        audit.add(
                actor,
                "supporters.export-begun",
                "organization",
                Optional.of(actor.organization().value()),
                "");
        long written = 0;
        try (var csv = new CsvOut(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            var fields = store.fields(actor.organization());
            var header = new ArrayList<>(ExportColumns.HEADERS);
            header.addAll(fields.values());
            csv.row(header);
            var after = new SupporterId(Long.MIN_VALUE);
            while (true) {
                var people = store.people(actor.organization(), after, PAGE);
                write(actor.organization(), people, List.copyOf(fields.keySet()), csv);
                csv.flush();
                written += people.size();
                if (people.size() < PAGE) return;
                after = people.getLast().supporterId();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException("The reader of an export went away", gone);
        } finally {
            audit.add(
                    actor,
                    "supporters.exported",
                    "organization",
                    Optional.of(actor.organization().value()),
                    written + " supporters");
        }
    }

    private void write(
            OrganizationId organizationId, List<ExportStore.Person> people, List<CustomFieldId> fields, CsvOut csv) {
        if (people.isEmpty()) return;
        var ids = people.stream().map(ExportStore.Person::supporterId).toList();
        var phones = store.phones(ids);
        var tags = store.tags(ids);
        Map<SupporterId, Map<CustomFieldId, String>> values = fields.isEmpty() ? Map.of() : store.values(ids);
        var texting = new LinkedHashSet<PhoneNumber>();
        phones.values().forEach(numbers -> texting.add(numbers.getFirst()));
        var standings = store.standings(organizationId, texting);
        var said = store.said(organizationId, texting);
        for (var person : people) {
            var numbers = phones.getOrDefault(person.supporterId(), List.of());
            var phone = numbers.stream().findFirst();
            var standing = phone.map(standings::get);
            var words = phone.map(said::get);
            var row = new ArrayList<>(List.of(
                    phone.map(PhoneNumber::text).orElse(""),
                    person.firstName(),
                    person.lastName(),
                    person.email(),
                    person.postalCode(),
                    person.city(),
                    person.region(),
                    person.country(),
                    person.language(),
                    String.join("; ", tags.getOrDefault(person.supporterId(), List.of())),
                    String.join(
                            "; ",
                            numbers.stream().skip(1).map(PhoneNumber::text).toList()),
                    person.supporterId().text(),
                    person.source(),
                    person.zone().orElse(""),
                    person.addedAt().toString(),
                    standing.map(ExportStore.Standing::consent).orElse(""),
                    standing.map(one -> one.since().toString()).orElse(""),
                    words.map(ExportStore.Said::source).orElse(""),
                    words.map(one -> Sentence.said(one.words(), Locale.ENGLISH)).orElse("")));
            var own = values.getOrDefault(person.supporterId(), Map.of());
            for (var field : fields) row.add(own.getOrDefault(field, ""));
            csv.row(row);
        }
    }
}
