package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionType;
import org.rung.actions.Money;
import org.rung.actions.Verification;
import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.common.Problem;
import org.rung.people.SupporterId;

/** An action as another program tells of it. */
@Schema(name = "ActionDraft")
record ActionBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "0QKDP6Y8R9T3V") @Nullable
        String supporter,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "ATTENDED") @Nullable
        ActionType type,

        @Schema(description = "How many, such as people hosted; 1 when not said.", example = "1") @Nullable
        Long quantity,

        @Schema(description = "For money given or pledged.") @Nullable
        Amount amount,

        @Schema(description = "SYSTEM when not said: a payment or check-in that you saw. SELF: they said so.") @Nullable
        Verification verification,

        @Schema(description = "Now when not said; not in the future.", example = "2026-11-24T18:30:00Z") @Nullable
        Instant happenedAt,

        @Schema(description = "The member who moved them: an id or an e-mail address.", example = "tess@example.org")
        @Nullable
        String credited,

        @Schema(description = "The campaign it came from.", example = "0QKDP6Y8R9T3V") @Nullable
        String campaign,

        @Schema(
                description =
                        "For RECRUITED: the supporter who was recruited. When they first rise to the second rung, the"
                                + " recruiter is credited.",
                example = "0QKDP6Y8R9T3V")
        @Nullable
        String recruit,

        @Schema(example = "Signed in at the door") @Nullable String note,

        @Schema(
                description = "Made by you, another one for each action; the same one again records nothing new.",
                example = "door-list-2026-11-24-17")
        @Nullable
        String onceKey) {

    @Schema(name = "Amount")
    record Amount(
            @Schema(description = "In the smallest unit, such as cents.", example = "2500") @Nullable
            Long minor,

            @Schema(description = "ISO 4217.", example = "USD") @Nullable
            String currency) {

        Money read(String path) {
            return new Money(Given.need(path + ".minor", minor), Given.need(path + ".currency", currency));
        }
    }

    ActionDraft read(String path, Instant now, Function<String, MemberId> members) {
        return new ActionDraft(
                new SupporterId(Given.id(path + "supporter", supporter)),
                Given.need(path + "type", type),
                quantity == null ? 1 : quantity,
                Optional.ofNullable(amount).map(money -> money.read(path + "amount")),
                verification == null ? Verification.SYSTEM : verification,
                happenedAt == null ? now : happenedAt,
                Optional.ofNullable(credited).map(members),
                occasion(path),
                Given.text(note),
                Optional.ofNullable(onceKey));
    }

    private Optional<Long> occasion(String path) {
        if (campaign != null && recruit != null) {
            throw new Problem.Invalid(path + "recruit", "problem.recruit-beside");
        }
        if (recruit != null) {
            if (type != ActionType.RECRUITED) {
                throw new Problem.Invalid(path + "recruit", "problem.recruit-alone");
            }
            return Optional.of(new SupporterId(Given.id(path + "recruit", recruit)).value());
        }
        return Optional.ofNullable(campaign).map(id -> new CampaignId(Given.id(path + "campaign", id)).value());
    }
}
