package org.rung.campaigns;

import java.time.LocalTime;
import java.util.Optional;
import org.rung.scripts.ScriptTree;
import org.rung.senders.Sender;

/**
 * What a campaign is checked against, beside its script.
 *
 * @param textable numbers that could be texted now; empty when no turf is chosen
 * @param nameless people in the turf without a first name
 * @param segments what the first texts will be cut into, all together
 * @param atLimit people in the turf who have had as many first texts as the contact rules allow
 * @param overLimit whether the campaign may text them all the same
 * @param suppressed numbers that the do-not-text list leaves out
 * @param sender the one that the texts would leave from, paused or not
 */
record CampaignFacts(
        Optional<ScriptTree> script,
        Optional<Long> textable,
        long nameless,
        long segments,
        boolean goal,
        LocalTime textingFrom,
        LocalTime textingUntil,
        int texters,
        boolean selfServe,
        Optional<Sender> sender,
        String country,
        long atLimit,
        boolean overLimit,
        long suppressed) {}
