package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.Organization;
import org.rung.actions.ActionType;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignDraft;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.EditPolicy;
import org.rung.common.Sentence;
import org.rung.scripts.ScriptId;
import org.rung.texting.ConversationState;
import org.rung.turf.TurfId;

/** A campaign as other programs see one. */
@Schema(name = "Campaign")
record CampaignBody(
        @Schema(example = "0QKDP6Y8R9T3V") String id,
        @Schema(example = "Rent meeting turnout") String name,
        CampaignState state,
        @Schema(example = "0QKDP6Y8R9T3V") @Nullable String turf,
        @Schema(example = "0QKDP6Y8R9T3V") @Nullable String script,
        @Nullable ActionType goal,
        @Schema(example = "09:00") String textingFrom,
        @Schema(example = "20:30") String textingUntil,
        @Schema(example = "50") int firstBatch,
        @Schema(example = "25") int replyBatch,

        @Schema(description = "How long pulled first texts stay a texter's.", example = "120")
        int leaseMinutes,

        @Schema(description = "Whether texters pull batches themselves.")
        boolean selfServe,

        @Schema(
                description =
                        "What texters may do to the first text: change it, change it and be marked, or send it as the"
                                + " script has it.")
        EditPolicy edits,

        @Schema(
                description = "How many conversations are in each state; only for a single campaign.",
                example = "{\"NEEDS_FIRST_TEXT\": 100, \"AWAITING_REPLY\": 40, \"NEEDS_RESPONSE\": 3, \"CLOSED\": 9}")
        @Nullable
        Map<ConversationState, Integer> conversations,

        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable String pauseReason) {

    static CampaignBody of(Campaign campaign, @Nullable Map<ConversationState, Integer> conversations) {
        return new CampaignBody(
                campaign.campaignId().text(),
                campaign.name(),
                campaign.state(),
                campaign.turf().map(TurfId::text).orElse(null),
                campaign.script().map(ScriptId::text).orElse(null),
                campaign.goal().orElse(null),
                campaign.textingFrom().toString(),
                campaign.textingUntil().toString(),
                campaign.firstBatch(),
                campaign.replyBatch(),
                campaign.leaseMinutes(),
                campaign.selfServe(),
                campaign.edits(),
                conversations == null ? null : every(conversations),
                campaign.createdAt(),
                campaign.startedAt().orElse(null),
                campaign.pauseReason()
                        .map(reason -> Sentence.said(reason, Locale.ENGLISH))
                        .orElse(null));
    }

    /** Nobody in a state is a number too. */
    private static Map<ConversationState, Integer> every(Map<ConversationState, Integer> counted) {
        var every = new EnumMap<ConversationState, Integer>(ConversationState.class);
        for (var state : ConversationState.values()) every.put(state, counted.getOrDefault(state, 0));
        return every;
    }

    @Schema(name = "CampaignDraft")
    record Draft(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Rent meeting turnout") @Nullable
            String name,

            @Schema(description = "Who is texted; needed to start.", example = "0QKDP6Y8R9T3V") @Nullable
            String turf,

            @Schema(description = "What is said; needed to start.", example = "0QKDP6Y8R9T3V") @Nullable
            String script,

            @Schema(description = "The action that this campaign is after.") @Nullable
            ActionType goal,

            @Schema(type = "string", description = "In the supporter's zone; not before 08:00.", example = "09:00")
            @Nullable
            LocalTime textingFrom,

            @Schema(type = "string", description = "In the supporter's zone; not after 21:00.", example = "20:30")
            @Nullable
            LocalTime textingUntil,

            @Schema(description = "First texts in a batch, 1 to 1,000.", example = "50") @Nullable
            Integer firstBatch,

            @Schema(description = "Replies in a batch, 1 to 500.", example = "25") @Nullable
            Integer replyBatch,

            @Schema(description = "How long pulled first texts stay a texter's; 5 to 10,080.", example = "120")
            @Nullable
            Integer leaseMinutes,

            @Schema(description = "Whether texters pull batches themselves; true when not said.") @Nullable
            Boolean selfServe,

            @Schema(description = "What texters may do to the first text; FLAGGED when not said.") @Nullable
            EditPolicy edits) {
        private static final int USUAL_LEASE = 120;

        CampaignDraft read(Organization usual) {
            return new CampaignDraft(
                    Given.need("name", name),
                    Optional.ofNullable(turf).map(id -> new TurfId(Given.id("turf", id))),
                    Optional.ofNullable(script).map(id -> new ScriptId(Given.id("script", id))),
                    Optional.ofNullable(goal),
                    or(textingFrom, usual.textingFrom()),
                    or(textingUntil, usual.textingUntil()),
                    or(firstBatch, usual.firstBatch()),
                    or(replyBatch, usual.replyBatch()),
                    or(leaseMinutes, USUAL_LEASE),
                    or(selfServe, true),
                    or(edits, EditPolicy.FLAGGED));
        }

        private static <T> T or(@Nullable T given, T usual) {
            return given == null ? usual : given;
        }
    }
}
