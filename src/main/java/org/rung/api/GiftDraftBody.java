package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.common.PhoneNumbers;
import org.rung.giving.GiftDraft;
import org.rung.giving.GiftWay;
import org.rung.giving.Giver;
import org.rung.people.SupporterId;

/** A gift as another program tells of it. */
@Schema(name = "GiftDraft")
record GiftDraftBody(
        @Schema(
                description = "Who gave it; without it they are looked for by number and first name, then by e-mail and"
                        + " name.",
                example = "0QKDP6Y8R9T3V")
        @Nullable
        String supporter,

        @Schema(example = "Ana") @Nullable String firstName,
        @Schema(example = "Lopez") @Nullable String lastName,
        @Schema(example = "ana@example.org") @Nullable String email,
        @Schema(example = "+15105550132") @Nullable String phone,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) ActionBody.@Nullable Amount amount,

        @Schema(description = "ONLINE when not said.") @Nullable
        GiftWay way,

        @Schema(description = "Now when not said; not in the future.", example = "2026-11-24T18:30:00Z") @Nullable
        Instant givenAt,

        @Schema(description = "At most 320 characters.", example = "At the door") @Nullable
        String note,

        @Schema(
                description = "Made by you, such as the payment's own number; the same one again records nothing new.",
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "payment-4711")
        @Nullable
        String onceKey,

        @Schema(description = "What all payments of one standing gift have in common.", example = "subscription-17")
        @Nullable
        String monthlyKey) {

    GiftDraft read(String path, String country, Instant now) {
        return new GiftDraft(
                Optional.ofNullable(supporter).map(id -> new SupporterId(Given.id(path + "supporter", id))),
                new Giver(
                        Given.text(firstName),
                        Given.text(lastName),
                        Given.text(email),
                        Optional.ofNullable(phone)
                                .filter(written -> !written.isBlank())
                                .map(written -> PhoneNumbers.read(written, country))),
                Given.need(path + "amount", amount).read(path + "amount"),
                way == null ? GiftWay.ONLINE : way,
                givenAt == null ? now : givenAt,
                Given.text(note),
                Optional.of("api:" + Given.need(path + "onceKey", onceKey)),
                Optional.ofNullable(monthlyKey).map(key -> "api:" + key),
                Optional.empty(),
                Optional.empty());
    }
}
