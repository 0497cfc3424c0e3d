package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.commitments.Commitment;
import org.rung.common.PhoneNumber;
import org.rung.consent.ConsentKind;
import org.rung.consent.PhoneConsent;
import org.rung.ladder.LadderKind;
import org.rung.ladder.Standing;
import org.rung.people.Supporter;
import org.rung.people.Tag;
import org.rung.places.Point;

/** A supporter as other programs see one. */
@Schema(name = "Supporter")
record SupporterBody(
        @Schema(example = "0QKDP6Y8R9T3V") String id,
        @Schema(example = "Nia") String firstName,
        @Schema(example = "Adeyemi") String lastName,
        @Schema(example = "nia@example.org") String email,
        @Schema(example = "94601") String postalCode,
        @Schema(example = "Oakland") String city,
        @Schema(example = "CA") String region,
        @Schema(example = "US") String country,

        @Schema(description = "Street, number and apartment.", example = "1200 12th Street, Apt 4")
        String address,

        @Schema(description = "Their own coordinates; absent where only the postal code tells.", example = "37.80123")
        @Nullable
        Double latitude,

        @Schema(example = "-122.27201") @Nullable Double longitude,
        @Schema(example = "America/Los_Angeles") @Nullable String zone,
        @Schema(example = "es") String language,
        @Schema(example = "petition of May") String source,

        @Schema(description = "The first is the one for texting. Absent without SEE_NUMBERS.") @Nullable
        List<Phone> phones,

        List<String> tags,

        @Schema(description = "Custom fields by their keys.", example = "{\"building\": \"12B\"}")
        Map<String, String> fields,

        @Schema(description = "One per ladder; only for a single supporter.") @Nullable
        List<Place> standings,

        @Schema(description = "What they promised, the latest first, at most 100; only for a single supporter.")
        @Nullable
        List<CommitmentBody> commitments,

        Instant createdAt,
        Instant updatedAt) {

    static SupporterBody of(
            Supporter one,
            boolean numbers,
            Map<PhoneNumber, PhoneConsent> stand,
            @Nullable List<Standing> standings,
            @Nullable List<Commitment> commitments) {
        return new SupporterBody(
                one.supporterId().text(),
                one.firstName(),
                one.lastName(),
                one.email(),
                one.postalCode(),
                one.city(),
                one.region(),
                one.country(),
                one.address().line(),
                one.address().point().map(Point::latitude).orElse(null),
                one.address().point().map(Point::longitude).orElse(null),
                one.zone().map(ZoneId::getId).orElse(null),
                one.language(),
                one.source(),
                numbers
                        ? one.phones().stream()
                                .map(phone -> Phone.of(phone, Optional.ofNullable(stand.get(phone))))
                                .toList()
                        : null,
                one.tags().stream().map(Tag::name).toList(),
                one.fields(),
                standings == null ? null : standings.stream().map(Place::of).toList(),
                commitments == null
                        ? null
                        : commitments.stream().map(CommitmentBody::of).toList(),
                one.createdAt(),
                one.updatedAt());
    }

    @Schema(name = "SupporterPhone")
    record Phone(
            @Schema(example = "+15105550132") String number,

            @Schema(description = "Absent when nothing is known: the number may not be texted then.") @Nullable
            ConsentKind consent,

            @Nullable Instant consentSince) {

        static Phone of(PhoneNumber phone, Optional<PhoneConsent> stands) {
            return new Phone(
                    phone.text(),
                    stands.map(PhoneConsent::consent).orElse(null),
                    stands.map(PhoneConsent::since).orElse(null));
        }
    }

    @Schema(name = "Standing")
    record Place(
            @Schema(example = "0QKDP6Y8R9T3V") String ladder,
            LadderKind kind,

            @Schema(description = "1 is the lowest rung.", example = "2")
            int position,

            @Schema(example = "Endorsing") String rung,

            @Schema(description = "The highest position ever.", example = "3")
            int highest,

            @Nullable Instant since,

            @Schema(description = "Close to falling a rung.")
            boolean slipping,

            @Schema(description = "Why they are held where they are; absent when they are not.") @Nullable
            String lockReason) {

        static Place of(Standing standing) {
            return new Place(
                    standing.ladderId().text(),
                    standing.kind(),
                    standing.position(),
                    standing.rung(),
                    standing.highest(),
                    standing.since().orElse(null),
                    standing.slipping(),
                    standing.lockReason().orElse(null));
        }
    }
}
