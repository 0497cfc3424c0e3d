package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rung.campaigns.SendPlan;

/** A send plan as other programs see one. */
@Schema(name = "SendPlan")
record PlanBody(
        @Schema(example = "12940") long texts,
        @Schema(example = "13210") long segments,

        @Schema(description = "Each text leaves with a picture: it is billed once, at its own price.")
        boolean pictures,

        @Schema(description = "How many real people the segments were counted for.", example = "200")
        int sampled,

        @Schema(description = "Absent until an admin has set what a segment costs.", example = "105.68") @Nullable
        BigDecimal cost,

        @Schema(example = "USD") @Nullable String currency,

        @Schema(description = "When the last one leaves at the earliest; absent when it takes longer than thirty days.")
        @Nullable
        Instant finish,

        @Schema(description = "At 900 first texts or 90 answers an hour, if 10 of 100 people answer.", example = "28.8")
        double texterHours,

        @Schema(description = "What would have to grow for it to be over sooner.")
        SendPlan.Cap cap,

        @Schema(description = "What all senders that take part may send together; 0: no bound.", example = "240")
        long segmentsAMinute,

        @Schema(description = "People who get their number for life by this campaign.", example = "900")
        long newPeople,

        @Schema(description = "For how many of them no number has room.", example = "0")
        long placesMissing,

        @Schema(description = "People whose number pauses: their texts wait until it runs again.")
        List<Paused> paused,

        @Schema(description = "People who were texted first so lately that their text waits for the contact rule.")
        long later,

        @Schema(description = "People who get none while the contact rule holds; not among the texts.")
        long tooOften,

        @Schema(description = "Segments of other campaigns that the same numbers send before.")
        long ahead) {

    @Schema(name = "PausedNumber")
    record Paused(@Schema(example = "+15105550132") String number, long people) {}

    static PlanBody of(SendPlan plan) {
        return new PlanBody(
                plan.texts(),
                plan.segments(),
                plan.pictures(),
                plan.sampled(),
                plan.cost().map(cost -> cost.setScale(2, RoundingMode.HALF_UP)).orElse(null),
                plan.currency().orElse(null),
                plan.finish().orElse(null),
                Math.round(plan.texterHours() * 10) / 10.0,
                plan.cap(),
                plan.segmentsAMinute(),
                plan.newPeople(),
                plan.placesMissing(),
                plan.paused().stream()
                        .map(each -> new Paused(each.number(), each.people()))
                        .toList(),
                plan.later(),
                plan.tooOften(),
                plan.ahead());
    }
}
