package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.senders.CarrierClass;
import org.rung.senders.ErrorPolicy;
import org.rung.senders.Registration;
import org.rung.watching.DeliveryHealth;
import org.rung.watching.Health;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/delivery-health")
@Tag(name = "Delivery health", description = "How the organization's texts fare")
class HealthApi {
    private final DeliveryHealth health;

    HealthApi(DeliveryHealth health) {
        this.health = health;
    }

    @GetMapping
    @Needs(Permission.ADMINISTER)
    @Operation(
            summary = "What waits, how fast senders are, how much arrives, and what failed",
            description = "The queue is counted anew; what became of texts is up to ten seconds old and goes by whole"
                    + " hours. Ask every ten seconds at most.")
    Shown now(Actor.Token token) {
        var now = health.of(token);
        var queue = now.queue();
        return new Shown(
                now.at(),
                new Queue(
                        queue.queued(),
                        queue.held(),
                        queue.parked(),
                        queue.sending(),
                        queue.unconfirmed(),
                        now.forPerson(),
                        queue.oldest().orElse(null),
                        queue.doubtSince().orElse(null)),
                now.senders().stream().map(HealthApi::sender).toList(),
                now.registrations().stream()
                        .map(each -> new Shared(
                                each.registration().code(),
                                each.registration().carrierClass(),
                                each.senders(),
                                each.texts(),
                                each.segments(),
                                each.cap()))
                        .toList(),
                came(now.day()),
                came(now.week()),
                now.lag().map(Duration::toMillis).orElse(null),
                now.failures().stream()
                        .map(failure -> new Failure(failure.code(), failure.policy(), failure.day(), failure.week()))
                        .toList());
    }

    private static Pace sender(Health.Pace pace) {
        var sender = pace.sender();
        return new Pace(
                sender.senderId().text(),
                sender.label(),
                sender.address(),
                sender.pausedAt().orElse(null),
                sender.pauseReason().orElse(null),
                pace.waiting(),
                pace.texts(),
                pace.segments(),
                pace.cap().isPresent() ? pace.cap().getAsInt() : null,
                sender.pacing().registration().map(Registration::code).orElse(null));
    }

    private static Came came(Health.Came came) {
        return new Came(
                came.sent(), came.delivered(), came.failed(), came.share().orElse(null));
    }

    @Schema(name = "DeliveryHealth")
    record Shown(
            Instant at,
            Queue queue,
            List<Pace> senders,

            @Schema(description = "10DLC registrations, whose cap all their senders share.")
            List<Shared> registrations,

            Came day,
            Came week,

            @Schema(description = "From handing a text over to the report that it arrived; the last day's average.")
            @Nullable
            Long reportLagMillis,

            List<Failure> failures) {}

    @Schema(name = "DeliveryQueue")
    record Queue(
            @Schema(description = "Due, or due soon.") int queued,

            @Schema(description = "Outside the recipient's hours, or within the undo window.")
            int held,

            @Schema(description = "Waits for a sender that runs, or for a person.")
            int parked,

            @Schema(description = "With the provider just now.")
            int sending,

            @Schema(description = "The provider's answer was lost; looked up before anything else.")
            int unconfirmed,

            @Schema(description = "Waits for a person, counted up to 200.")
            int forPerson,

            @Schema(description = "When the first of the queued ones was due.") @Nullable
            Instant oldestDue,

            @Schema(description = "When the first of the unconfirmed ones was handed over.") @Nullable
            Instant unconfirmedSince) {}

    @Schema(name = "SenderHealth")
    record Pace(
            @Schema(example = "0QKDP6Y8R9T3V") String id,
            String label,
            @Schema(example = "+15105550132") String address,
            @Nullable Instant pausedAt,

            @Schema(description = "A provider's code, HAND or KEY.") @Nullable
            String pauseReason,

            @Schema(description = "Texts that wait for it.") int waiting,

            @Schema(description = "In the last full minute.")
            int texts,

            @Schema(description = "In the last full minute.")
            int segments,

            @Schema(
                    description =
                            "Segments a minute that it may send by itself; absent where only its registration bounds it.")
            @Nullable
            Integer cap,

            @Schema(description = "The code of its registration.") @Nullable
            String registration) {}

    @Schema(name = "RegistrationHealth")
    record Shared(
            @Schema(example = "CNEIGH1") String code,
            CarrierClass carrierClass,
            int senders,

            @Schema(description = "Of all its senders, in the last full minute.")
            int texts,

            @Schema(description = "Of all its senders, in the last full minute.")
            int segments,

            @Schema(description = "Segments a minute that all its senders together may send.")
            int cap) {}

    @Schema(name = "DeliveryCame")
    record Came(
            int sent,
            int delivered,
            int failed,

            @Schema(description = "Delivered of those whose end is known.") @Nullable
            Double share) {}

    @Schema(name = "DeliveryFailure")
    record Failure(
            @Schema(example = "30007") String code,

            @Schema(description = "What Rung does about it.")
            ErrorPolicy policy,

            int day,
            int week) {}
}
