package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rung.campaigns.CampaignId;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.consent.SuppressionDraft;
import org.rung.consent.SuppressionScope;
import org.rung.consent.SuppressionWay;

@Schema(name = "SuppressionDraft")
record SuppressionBody(
        @Schema(
                description = "Until then nobody is texted first; whoever writes may be answered. Absent, with"
                        + " `campaign`: for good, and nothing is sent any more.",
                example = "2026-12-24T08:00:00Z")
        @Nullable
        Instant until,

        @Schema(description = "Only this campaign's first text is kept back.", example = "0QKDP6Y8R9T3V") @Nullable
        String campaign,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Why, in a person's words, at most 500 characters; in no log.",
                example = "Moved abroad until Christmas")
        @Nullable
        String reason) {

    SuppressionDraft draft(SuppressionWay way) {
        return new SuppressionDraft(scope(), Given.text(reason), way);
    }

    SuppressionScope scope() {
        if (until != null && campaign != null) throw new Problem.Invalid("until", "problem.suppression-one");
        if (campaign != null) {
            return new SuppressionScope.Within(new CampaignId(Id.parse("campaign", campaign)).value());
        }
        return until == null ? new SuppressionScope.ForGood() : new SuppressionScope.Until(until);
    }
}
