package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rung.events.Event;
import org.rung.events.EventId;
import org.rung.events.EventState;
import org.rung.events.EventsPaths;
import org.rung.events.Keyword;
import org.rung.events.Shift;
import org.rung.events.ShiftId;
import org.rung.rsvps.RsvpState;
import org.rung.rsvps.ShiftCount;

/** An event as other programs see it. */
@Schema(name = "Event")
record EventBody(
        @Schema(example = "0QKDP6Y8R9T3V") String id,
        EventState state,
        @Schema(example = "Rent meeting") String title,

        @Schema(description = "May be empty.", example = "We plan the next month.")
        String about,

        @Schema(
                description = "The page on which everyone signs up; only once it is published.",
                example = "https://rung.example.org/e/k3m9p2ab")
        String page,

        @Schema(example = "America/New_York") String zone,
        @Schema(example = "Eastside library") String place,
        @Schema(example = "12 Elm Street") String address,

        @Schema(description = "May be empty.", example = "Oakland")
        String town,

        @Schema(description = "May be empty.", example = "94601")
        String postalCode,

        @Schema(description = "Whether the address is told to those alone who are coming.")
        boolean addressHidden,

        @Schema(description = "May be empty.", example = "Step-free; children welcome")
        String access,

        @Schema(description = "To join from afar; may be empty.", example = "https://meet.example.org/rent")
        String online,

        @Schema(description = "The word that one texts to sign up.", example = "RENT") @Nullable
        String keyword,

        @Schema(description = "Whether others are held under it.")
        boolean umbrella,

        @Schema(description = "The event that it is held under.", example = "0QKDP6Y8R9T3V") @Nullable
        String under,

        @Schema(description = "How often it changed: hand it back to change it.", example = "3")
        int sequence,

        List<ShiftBody> shifts) {

    @Schema(name = "Shift")
    record ShiftBody(
            @Schema(example = "0QKDP6Y8R9T3V") String id,

            @Schema(description = "May be empty.", example = "Morning")
            String name,

            Instant startsAt,
            Instant endsAt,

            @Schema(description = "Absent: as many as like.", example = "25") @Nullable
            Integer capacity,

            boolean cancelled,
            @Schema(example = "12") int coming,
            @Schema(example = "3") int waiting,
            @Schema(example = "9") int attended) {
        static ShiftBody of(Shift shift, ShiftCount count) {
            return new ShiftBody(
                    shift.shiftId().text(),
                    shift.name(),
                    shift.startsAt(),
                    shift.endsAt(),
                    shift.capacity().orElse(null),
                    shift.cancelled(),
                    count.of(RsvpState.COMING),
                    count.of(RsvpState.WAITING),
                    count.of(RsvpState.ATTENDED));
        }
    }

    static EventBody of(Event event, Map<ShiftId, ShiftCount> counts, String base) {
        return new EventBody(
                event.eventId().text(),
                event.state(),
                event.title(),
                event.about(),
                base + "/" + EventsPaths.open(event.code()),
                event.zone().getId(),
                event.venue().name(),
                event.venue().address(),
                event.venue().locality().town(),
                event.venue().locality().postalCode(),
                event.venue().hidden(),
                event.venue().access(),
                event.venue().online(),
                event.keyword().map(Keyword::text).orElse(null),
                event.umbrella(),
                event.under().map(EventId::text).orElse(null),
                event.sequence(),
                event.shifts().stream()
                        .map(shift -> ShiftBody.of(shift, counts.getOrDefault(shift.shiftId(), ShiftCount.NONE)))
                        .toList());
    }
}
