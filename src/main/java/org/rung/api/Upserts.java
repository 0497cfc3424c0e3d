package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rung.common.Actor;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.people.Address;
import org.rung.people.CustomFields;
import org.rung.people.FieldReader;
import org.rung.people.SupporterDraft;
import org.rung.people.Supporters;
import org.rung.people.Upserted;
import org.rung.places.Point;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Many people at once, with their consent, in one transaction. */
@Component
class Upserts {
    private static final int TRIES = 10;

    /** What forms call a field, and what it is called in the body. */
    private static final Map<String, String> NAMES = Map.of(
            "first name", "firstName",
            "last name", "lastName",
            "e-mail", "email",
            "postal code", "postalCode",
            "address line", "address",
            "tag", "tags",
            "field", "fields",
            "field name", "fields");

    private final Supporters supporters;
    private final Consents consents;
    private final WrittenNumbers numbers;
    private final CustomFields customFields;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Upserts(
            Supporters supporters,
            Consents consents,
            WrittenNumbers numbers,
            CustomFields customFields,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.supporters = supporters;
        this.consents = consents;
        this.numbers = numbers;
        this.customFields = customFields;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    Outcomes put(Actor actor, Wish wish) {
        var people = Given.list("supporters", Given.need("supporters", wish.supporters()));
        if (people.isEmpty()) throw new Problem.Invalid("supporters", "problem.list-empty");
        var source = Given.need("source", wish.source());
        var consent = Given.text(wish.consent()).strip();
        if (source.isBlank()) throw new Problem.Invalid("source", "problem.source-empty");
        if (source.length() > 120) throw new Problem.Invalid("source", "problem.too-long", 120);
        if (consent.length() > 1_000) throw new Problem.Invalid("consent", "problem.too-long", 1_000);
        var country = numbers.country(actor);
        var fields = customFields.reader(actor.organization());

        var outcomes = new Outcome[people.size()];
        var drafts = new ArrayList<SupporterDraft>();
        var places = new ArrayList<Integer>();
        for (int i = 0; i < outcomes.length; i++) {
            try {
                drafts.add(draft(people.get(i), source, country, fields));
                places.add(i);
            } catch (Problem.Invalid wrong) {
                outcomes[i] = Outcome.rejected(NAMES.getOrDefault(wrong.field(), wrong.field()), wrong.why());
            }
        }
        var upserted = drafts.isEmpty() ? List.<Upserted>of() : store(actor, drafts, consent);
        for (int i = 0; i < upserted.size(); i++) outcomes[places.get(i)] = Outcome.of(upserted.get(i));
        return Outcomes.of(List.of(outcomes));
    }

    /** Two programs that write the same people at once cost one of them its transaction: it tries again. */
    private List<Upserted> store(Actor actor, List<SupporterDraft> drafts, String consent) {
        for (int tried = 1; ; tried++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> {
                    var upserted = supporters.upsert(actor, drafts, Optional.empty());
                    if (!consent.isEmpty()) {
                        var phones = drafts.stream()
                                .flatMap(draft -> draft.phones().stream())
                                .toList();
                        consents.optInAll(actor, phones, ConsentSource.API, consent, Optional.empty(), clock.instant());
                    }
                    return upserted;
                }));
            } catch (ConcurrencyFailureException | DataIntegrityViolationException lost) {
                if (tried == TRIES) {
                    throw new Problem.Conflict("problem.upsert-crossed");
                }
            }
        }
    }

    private SupporterDraft draft(Person person, String source, String country, FieldReader fields) {
        var phones = new ArrayList<PhoneNumber>();
        for (var phone : Given.list("phones", Given.need("phones", person.phones()))) {
            phones.add(numbers.read(country, "phones[" + phones.size() + "]", phone));
        }
        var email = Given.text(person.email()).strip();
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+")) {
            throw new Problem.Invalid("email", "problem.email-check");
        }
        if (phones.isEmpty()) throw new Problem.Invalid("phones", "problem.phones-empty");
        return new SupporterDraft(
                Given.text(person.firstName()),
                Given.text(person.lastName()),
                email,
                Given.text(person.postalCode()),
                Given.text(person.city()),
                Given.text(person.region()),
                Given.text(person.country()),
                Optional.ofNullable(person.zone())
                        .filter(zone -> !zone.isEmpty())
                        .map(Zones::read),
                Given.text(person.language()),
                source,
                phones,
                Set.copyOf(Given.list("tags", person.tags())),
                fields.read(Given.map("fields", person.fields())),
                new Address(Given.text(person.address()), point(person)));
    }

    private static Optional<Point> point(Person person) {
        var latitude = person.latitude();
        var longitude = person.longitude();
        if (latitude == null && longitude == null) return Optional.empty();
        return Optional.of(new Point(Given.need("latitude", latitude), Given.need("longitude", longitude)));
    }

    @Schema(name = "SupporterUpsert")
    record Wish(
            @Schema(
                    description = "The words by which these people agreed to be texted; absent when they did not.",
                    example = "Checked \"Text me about my building\" on the petition of May")
            @Nullable
            String consent,

            @Schema(
                    description = "Where they come from.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "petition of May")
            @Nullable
            String source,

            @Schema(description = "1 to 1,000 people.", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<Person> supporters) {}

    @Schema(name = "SupporterDraft")
    record Person(
            @Schema(example = "Nia") @Nullable String firstName,
            @Schema(example = "Adeyemi") @Nullable String lastName,
            @Schema(example = "nia@example.org") @Nullable String email,
            @Schema(example = "94601") @Nullable String postalCode,
            @Schema(example = "Oakland") @Nullable String city,
            @Schema(example = "CA") @Nullable String region,

            @Schema(
                    description = "Street, number and apartment; who has the same one in the same postal code is a"
                            + " household.",
                    example = "1200 12th Street, Apt 4")
            @Nullable
            String address,

            @Schema(
                    description =
                            "Their own coordinates in degrees, where they are known; else maps and areas go by the"
                                    + " postal code. Both or neither.",
                    example = "37.80123")
            @Nullable
            Double latitude,

            @Schema(example = "-122.27201") @Nullable Double longitude,

            @Schema(description = "ISO 3166, two letters.", example = "US") @Nullable
            String country,

            @Schema(description = "Their time zone, where it is known.", example = "America/Los_Angeles") @Nullable
            String zone,

            @Schema(example = "es") @Nullable String language,

            @Schema(
                    description = "1 to 10 numbers, the one for texting first.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "[\"+15105550132\"]")
            @Nullable
            List<String> phones,

            @Schema(description = "Tags to add.", example = "[\"tenant\"]") @Nullable
            List<String> tags,

            @Schema(
                    description = "Custom fields by their names; a new name makes a new field.",
                    example = "{\"Building\": \"12B\"}")
            @Nullable
            Map<String, String> fields) {}

    /** What became of one person. */
    enum Became {
        CREATED,
        UPDATED,
        UNCHANGED,
        REJECTED
    }

    @Schema(name = "SupporterOutcome")
    record Outcome(
            Became outcome,

            @Schema(description = "Absent when rejected.", example = "0QKDP6Y8R9T3V") @Nullable
            String id,

            @Schema(description = "The field at fault, when rejected.", example = "phones[0]") @Nullable
            String field,

            @Schema(
                    description = "Why it was rejected.",
                    example = "phones[0] is not a valid number in US: check the digits")
            @Nullable
            String reason) {

        static Outcome of(Upserted upserted) {
            if (upserted.outcome() == Upserted.Outcome.FULL)
                return rejected(
                        "phones",
                        new Problem.Invalid("phones", "problem.phones-full", SupporterDraft.MOST_PHONES_EVER).why());
            return new Outcome(
                    Became.valueOf(upserted.outcome().name()),
                    upserted.supporterId().text(),
                    null,
                    null);
        }

        static Outcome rejected(String field, String why) {
            return new Outcome(Became.REJECTED, null, field, field + " " + why);
        }
    }

    @Schema(name = "SupporterOutcomes")
    record Outcomes(
            @Schema(description = "How many had each outcome.", example = "{\"CREATED\": 2, \"REJECTED\": 1}")
            Map<Became, Integer> counts,

            @Schema(description = "In the order sent.") List<Outcome> items) {

        static Outcomes of(List<Outcome> items) {
            var counts = new TreeMap<Became, Integer>();
            for (var became : Became.values()) counts.put(became, 0);
            items.forEach(item -> counts.merge(item.outcome(), 1, Integer::sum));
            return new Outcomes(counts, items);
        }
    }
}
