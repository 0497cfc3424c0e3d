package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.events.EventDraft;
import org.rung.events.EventId;
import org.rung.events.Keyword;
import org.rung.events.Locality;
import org.rung.events.ShiftDraft;
import org.rung.events.ShiftId;
import org.rung.events.Venue;

/** An event as another program wants it. */
@Schema(name = "EventDraft")
record EventDraftBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Rent meeting") @Nullable
        String title,

        @Schema(example = "We plan the next month.") @Nullable
        String about,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "America/New_York") @Nullable
        String zone,

        @Schema(example = "Eastside library") @Nullable String place,
        @Schema(example = "12 Elm Street") @Nullable String address,

        @Schema(description = "Everyone sees it.", example = "Oakland") @Nullable
        String town,

        @Schema(description = "Its middle is where maps show the event.", example = "94601") @Nullable
        String postalCode,

        @Schema(description = "Tell the address to those alone who are coming.") @Nullable
        Boolean addressHidden,

        @Schema(example = "Step-free; children welcome") @Nullable
        String access,

        @Schema(description = "https, to join from afar.", example = "https://meet.example.org/rent") @Nullable
        String online,

        @Schema(description = "3 to 20 letters and digits.", example = "RENT") @Nullable
        String keyword,

        @Schema(description = "At most 60; when an event is changed, those that are left out are called off.") @Nullable
        List<Shift> shifts,

        @Schema(description = "Others are held under it.") @Nullable
        Boolean umbrella,

        @Schema(description = "The umbrella it is held under.", example = "0QKDP6Y8R9T3V") @Nullable
        String under,

        @Schema(description = "What whoever hosts one under it should know.", example = "Bring name tags.") @Nullable
        String kit,

        @Schema(description = "Only to change an event: the sequence that you have seen.", example = "3") @Nullable
        Integer sequence) {

    @Schema(name = "ShiftDraft")
    record Shift(
            @Schema(description = "Of one that is there; without it a new one.", example = "0QKDP6Y8R9T3V") @Nullable
            String id,

            @Schema(example = "Morning") @Nullable String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Instant startsAt,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Instant endsAt,

            @Schema(description = "Absent: as many as like.", example = "25") @Nullable
            Integer capacity) {

        ShiftDraft read() {
            return new ShiftDraft(
                    Optional.ofNullable(id).map(text -> new ShiftId(Given.id("shift", text))),
                    Given.text(name),
                    Given.need("startsAt", startsAt),
                    Given.need("endsAt", endsAt),
                    Optional.ofNullable(capacity));
        }
    }

    EventDraft read() {
        List<ShiftDraft> wanted =
                Given.list("shifts", shifts).stream().map(Shift::read).toList();
        return new EventDraft(
                Given.need("title", title),
                Given.text(about),
                Zones.read(Given.need("zone", zone)),
                new Venue(
                        Given.text(place),
                        Given.text(address),
                        new Locality(Given.text(town), Given.text(postalCode)),
                        Boolean.TRUE.equals(addressHidden),
                        Given.text(access),
                        Given.text(online)),
                Keyword.of(Given.text(keyword)),
                wanted,
                Boolean.TRUE.equals(umbrella),
                Optional.ofNullable(under).map(text -> new EventId(Given.id("under", text))),
                Given.text(kit));
    }
}
