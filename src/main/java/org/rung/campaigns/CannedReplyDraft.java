package org.rung.campaigns;

import java.util.Optional;
import org.rung.common.Problem;
import org.rung.scripts.ScriptLimits;

/** What the form of a canned reply makes; without a campaign it serves them all. */
public record CannedReplyDraft(Optional<CampaignId> campaign, String title, String words) {
    public CannedReplyDraft {
        title = title.strip();
        words = words.strip();
        if (title.isEmpty()) throw new Problem.Invalid("title", "problem.canned-title-empty");
        if (words.isEmpty()) throw new Problem.Invalid("words", "problem.canned-words-empty");
        ScriptLimits.text("title", title, 80);
        ScriptLimits.text("words", words, 1_000);
    }
}
