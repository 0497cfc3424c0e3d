package org.rung.texting;

import java.util.Optional;
import org.rung.campaigns.CampaignScripts;
import org.rung.campaigns.EditPolicy;
import org.rung.common.Actor;
import org.rung.common.MessageId;
import org.rung.common.Problem;
import org.springframework.stereotype.Component;

/** What becomes of a first text whose words are not the script's, as its campaign wants it. */
@Component
class Edits {

    private final EditedTextStore store;
    private final Scripting scripting;
    private final CampaignScripts campaignScripts;

    Edits(EditedTextStore store, Scripting scripting, CampaignScripts campaignScripts) {
        this.store = store;
        this.scripting = scripting;
        this.campaignScripts = campaignScripts;
    }

    /**
     * What the script says, where these words are others and the campaign marks that.
     *
     * @throws Problem.Invalid where it allows no others, and for the words of a version that the campaign was moved on from:
     *     whoever sends them has not seen that yet
     */
    Optional<String> changed(Actor actor, Sendable found, String body) {
        Optional<String> scripted = found.script()
                .map(version -> scripting.firstText(actor, version, found))
                .filter(words -> !bare(words).equals(bare(body)));
        if (scripted.isPresent() && saidBefore(actor, found, body)) {
            throw new Problem.Invalid("firstText", "problem.first-moved-on");
        }
        if (scripted.isPresent() && found.edits() == EditPolicy.LOCKED) {
            throw new Problem.Invalid("firstText", "problem.first-locked");
        }
        return found.edits() == EditPolicy.ALLOWED ? Optional.empty() : scripted;
    }

    private boolean saidBefore(Actor actor, Sendable found, String body) {
        return found.campaign().stream()
                .flatMap(campaign -> campaignScripts.former(actor.organization(), campaign, found.script()).stream())
                .map(version -> scripting.firstText(actor, version, found))
                .anyMatch(words -> bare(words).equals(bare(body)));
    }

    /** Whether a texter wrote these words: those of the script are its author's to answer for. */
    boolean own(Actor actor, Sendable found, Optional<String> changed, String body) {
        return changed.isPresent()
                || found.script()
                        .map(version -> scripting.firstText(actor, version, found))
                        .filter(words -> bare(words).equals(bare(body)))
                        .isEmpty();
    }

    /** Where a campaign lets texters write what they like, nobody has looked yet whether they did. */
    static boolean mayBeOwn(Sendable found, Optional<String> changed) {
        return changed.isPresent() || found.edits() == EditPolicy.ALLOWED;
    }

    void mark(Actor actor, Sendable found, MessageId messageId, String scripted) {
        found.campaign()
                .ifPresent(campaign ->
                        store.save(actor.organization(), campaign, found.conversationId(), messageId, scripted));
    }

    /** As a field of a browser hands them over. */
    private static String bare(String words) {
        return words.replace("\r\n", "\n").replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", "");
    }
}
