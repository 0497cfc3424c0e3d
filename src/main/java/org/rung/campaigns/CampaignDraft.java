package org.rung.campaigns;

import java.time.LocalTime;
import java.util.Optional;
import org.rung.actions.ActionType;
import org.rung.common.Problem;
import org.rung.scripts.ScriptId;
import org.rung.scripts.ScriptLimits;
import org.rung.turf.TurfId;

/** What the campaign form makes. */
public record CampaignDraft(
        String name,
        Optional<TurfId> turf,
        Optional<ScriptId> script,
        Optional<ActionType> goal,
        LocalTime textingFrom,
        LocalTime textingUntil,
        int firstBatch,
        int replyBatch,
        int leaseMinutes,
        boolean selfServe,
        EditPolicy edits) {
    /** The law's outer bounds; nobody may set wider ones. */
    public static final LocalTime EARLIEST = LocalTime.of(8, 0);

    public static final LocalTime LATEST = LocalTime.of(21, 0);

    public CampaignDraft {
        name = name.strip();
        if (name.isEmpty()) throw new Problem.Invalid("name", "problem.campaign-name-empty");
        ScriptLimits.text("name", name, 120);
        if (textingFrom.isBefore(EARLIEST) || textingUntil.isAfter(LATEST))
            throw new Problem.Invalid("textingHours", "problem.hours-outside");
        if (!textingFrom.isBefore(textingUntil)) throw new Problem.Invalid("textingHours", "problem.hours-backwards");
        between("firstBatch", firstBatch, 1, 1_000);
        between("replyBatch", replyBatch, 1, 500);
        between("leaseMinutes", leaseMinutes, 5, 10_080);
    }

    /** Texters may change its first text, and it shows. */
    public CampaignDraft(
            String name,
            Optional<TurfId> turf,
            Optional<ScriptId> script,
            Optional<ActionType> goal,
            LocalTime textingFrom,
            LocalTime textingUntil,
            int firstBatch,
            int replyBatch,
            int leaseMinutes,
            boolean selfServe) {
        this(
                name,
                turf,
                script,
                goal,
                textingFrom,
                textingUntil,
                firstBatch,
                replyBatch,
                leaseMinutes,
                selfServe,
                EditPolicy.FLAGGED);
    }

    /** The campaign as its form would make it anew. */
    public static CampaignDraft of(Campaign campaign) {
        return new CampaignDraft(
                campaign.name(),
                campaign.turf(),
                campaign.script(),
                campaign.goal(),
                campaign.textingFrom(),
                campaign.textingUntil(),
                campaign.firstBatch(),
                campaign.replyBatch(),
                campaign.leaseMinutes(),
                campaign.selfServe(),
                campaign.edits());
    }

    public CampaignDraft withName(String changed) {
        return new CampaignDraft(
                changed,
                turf,
                script,
                goal,
                textingFrom,
                textingUntil,
                firstBatch,
                replyBatch,
                leaseMinutes,
                selfServe,
                edits);
    }

    public CampaignDraft withTurf(Optional<TurfId> changed) {
        return new CampaignDraft(
                name,
                changed,
                script,
                goal,
                textingFrom,
                textingUntil,
                firstBatch,
                replyBatch,
                leaseMinutes,
                selfServe,
                edits);
    }

    public CampaignDraft withScript(Optional<ScriptId> changed) {
        return new CampaignDraft(
                name,
                turf,
                changed,
                goal,
                textingFrom,
                textingUntil,
                firstBatch,
                replyBatch,
                leaseMinutes,
                selfServe,
                edits);
    }

    public CampaignDraft withGoal(Optional<ActionType> changed) {
        return new CampaignDraft(
                name,
                turf,
                script,
                changed,
                textingFrom,
                textingUntil,
                firstBatch,
                replyBatch,
                leaseMinutes,
                selfServe,
                edits);
    }

    public CampaignDraft withHours(LocalTime from, LocalTime until) {
        return new CampaignDraft(
                name, turf, script, goal, from, until, firstBatch, replyBatch, leaseMinutes, selfServe, edits);
    }

    public CampaignDraft withBatches(int first, int reply, int minutes) {
        return new CampaignDraft(
                name, turf, script, goal, textingFrom, textingUntil, first, reply, minutes, selfServe, edits);
    }

    public CampaignDraft withSelfServe(boolean changed) {
        return new CampaignDraft(
                name,
                turf,
                script,
                goal,
                textingFrom,
                textingUntil,
                firstBatch,
                replyBatch,
                leaseMinutes,
                changed,
                edits);
    }

    public CampaignDraft withEdits(EditPolicy changed) {
        return new CampaignDraft(
                name,
                turf,
                script,
                goal,
                textingFrom,
                textingUntil,
                firstBatch,
                replyBatch,
                leaseMinutes,
                selfServe,
                changed);
    }

    private static void between(String field, int number, int least, int most) {
        if (number < least || number > most) throw new Problem.Invalid(field, "problem.from-to", least, most);
    }
}
