package org.rung.campaigns;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.scripts.Check;
import org.rung.scripts.Looking;
import org.rung.scripts.Readers;
import org.rung.scripts.Script;
import org.rung.scripts.ScriptChange;
import org.rung.scripts.ScriptChecks;
import org.rung.scripts.ScriptVersion;
import org.rung.scripts.ScriptVersionId;
import org.rung.scripts.Scripts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A campaign that has started says its script as it was then, until somebody moves it on to what is written now. What was
 * answered stays; conversations go on where their answers lead in the newer tree.
 */
@Service
public class CampaignScripts {
    private static final int MOST = 100;

    private final CampaignStore store;
    private final ScriptMoveStore moves;
    private final CampaignChanges changes;
    private final Scripts scripts;
    private final Reach reach;
    private final Readers readers;
    private final ObjectProvider<ScriptUse> use;
    private final AuditLog audit;
    private final Clock clock;

    CampaignScripts(
            CampaignStore store,
            ScriptMoveStore moves,
            CampaignChanges changes,
            Scripts scripts,
            Reach reach,
            Readers readers,
            ObjectProvider<ScriptUse> use,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.moves = moves;
        this.changes = changes;
        this.scripts = scripts;
        this.reach = reach;
        this.readers = readers;
        this.use = use;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a running or paused campaign would say, were it moved on; empty where its script is as it says it. */
    @Transactional(readOnly = true)
    public Optional<NewerScript> newer(Actor actor, CampaignId campaignId) {
        Looking.must(actor);
        var here = actor.organization();
        var campaign = store.find(here, campaignId).orElseThrow(() -> new Problem.Missing("campaign", campaignId));
        if (!started(campaign)) return Optional.empty();
        var latest = campaign.script().flatMap(script -> scripts.find(here, script));
        var said = campaign.scriptVersion().flatMap(version -> scripts.saved(here, version));
        return latest.flatMap(script -> said.filter(version -> version.number() < script.number())
                .map(version -> newer(actor, campaign, version, script)));
    }

    private NewerScript newer(Actor actor, Campaign campaign, ScriptVersion said, Script latest) {
        return new NewerScript(
                said,
                latest,
                ScriptChange.between(said.tree(), latest.tree()),
                Optional.ofNullable(use.getIfAvailable())
                        .map(of -> of.standings(actor.organization(), campaign.campaignId()))
                        .orElse(List.of()),
                missing(actor, campaign, latest));
    }

    private List<Check> missing(Actor actor, Campaign campaign, Script script) {
        var people = reach.some(actor, campaign.campaignId(), Optional.empty(), Readers.SAMPLES);
        return ScriptChecks.of(script.tree(), readers.facts(actor.organization(), people)).stream()
                .filter(check -> check.level() == Check.Level.MUST)
                .toList();
    }

    /**
     * From the version that was looked at to the latest one.
     *
     * @param from what the campaign says
     * @param to what its script says now
     * @throws Problem.Conflict when either is another by now, and for a draft or an ended campaign
     * @throws Problem.Invalid naming the checks that the script fails
     */
    @Transactional
    public ScriptMove moveOn(Actor actor, CampaignId campaignId, ScriptVersionId from, ScriptVersionId to) {
        actor.must(Permission.RUN_CAMPAIGNS);
        var campaign = changes.open(actor, campaignId);
        if (!started(campaign)) throw new Problem.Conflict("problem.script-move-draft");
        var here = actor.organization();
        var latest = campaign.script()
                .flatMap(script -> scripts.find(here, script))
                .orElseThrow(() -> new Problem.Missing("script version", to));
        if (campaign.scriptVersion().filter(from::equals).isEmpty()) throw new Problem.Conflict("problem.script-moved");
        if (!latest.scriptVersionId().equals(to))
            throw new Problem.Conflict("problem.script-written-on", latest.number());
        // Two presses of one button: the second finds it done.
        if (from.equals(to)) throw new Problem.Conflict("problem.script-moved");
        var failed = missing(actor, campaign, latest).stream().map(Check::said).toList();
        if (!failed.isEmpty()) throw new Problem.Invalid("script", "problem.campaign-not-ready", failed);
        if (!store.say(here, campaignId, from, to)) throw new Problem.Conflict("problem.script-moved");
        var moveId = moves.add(actor, campaignId, from, to, clock.instant());
        audit.add(
                actor,
                "campaign.moved-on",
                "campaign",
                Optional.of(campaignId.value()),
                String.valueOf(latest.number()));
        changes.announce(actor, campaignId, campaign.state());
        return moves.find(here, moveId).orElseThrow();
    }

    /**
     * Back to the version before, while nobody has been texted since. Undoing it twice is no fault.
     *
     * @throws Problem.Conflict once somebody was, or when the campaign says another version by now
     */
    @Transactional
    public void undo(Actor actor, ScriptMoveId moveId) {
        actor.must(Permission.RUN_CAMPAIGNS);
        var here = actor.organization();
        var campaignId = move(actor, moveId).campaignId();
        var campaign = changes.open(actor, campaignId);
        // Read again under the campaign's lock.
        var move = move(actor, moveId);
        if (move.undoneAt().isPresent()) return;
        if (textedSince(here, move)) throw new Problem.Conflict("problem.script-texted");
        if (!latest(here, move) || !store.say(here, campaignId, move.version(), move.former()))
            throw new Problem.Conflict("problem.script-moved");
        moves.undone(here, moveId, clock.instant());
        audit.add(actor, "campaign.moved-back", "campaign", Optional.of(campaignId.value()), "");
        changes.announce(actor, campaignId, campaign.state());
    }

    /** Whether {@link #undo} would do it now. */
    @Transactional(readOnly = true)
    public boolean undoable(Actor actor, ScriptMove move) {
        var here = actor.organization();
        return actor.may(Permission.RUN_CAMPAIGNS)
                && move.undoneAt().isEmpty()
                && latest(here, move)
                && !textedSince(here, move);
    }

    /** The newest first, at most a hundred. */
    @Transactional(readOnly = true)
    public List<ScriptMove> moves(Actor actor, CampaignId campaignId) {
        Looking.must(actor);
        return moves.of(actor.organization(), campaignId, MOST);
    }

    /**
     * Every version that it has said beside the one that it says now, the latest first; none where it was never moved on.
     * Without roles, for rooms above.
     */
    @Transactional(readOnly = true)
    public List<ScriptVersionId> former(
            OrganizationId organizationId, CampaignId campaignId, Optional<ScriptVersionId> now) {
        return moves.versions(organizationId, campaignId, MOST).stream()
                .filter(version -> now.filter(version::equals).isEmpty())
                .toList();
    }

    /** Since when whoever is texted first reads what they read now; empty where that is since its start. For rooms above. */
    @Transactional(readOnly = true)
    public Optional<Instant> saidSince(OrganizationId organizationId, CampaignId campaignId) {
        return moves.of(organizationId, campaignId, MOST).stream()
                .filter(move -> move.undoneAt().isEmpty())
                .filter(move -> ScriptChange.between(
                                scripts.version(organizationId, move.former()),
                                scripts.version(organizationId, move.version()))
                        .saysOtherwise())
                .map(ScriptMove::movedAt)
                .findFirst();
    }

    private ScriptMove move(Actor actor, ScriptMoveId moveId) {
        return moves.find(actor.organization(), moveId)
                .orElseThrow(() -> new Problem.Missing("move to another version", moveId));
    }

    private boolean latest(OrganizationId organizationId, ScriptMove move) {
        return moves.of(organizationId, move.campaignId(), 1).stream()
                .anyMatch(newest -> newest.scriptMoveId().equals(move.scriptMoveId()));
    }

    private boolean textedSince(OrganizationId organizationId, ScriptMove move) {
        return Optional.ofNullable(use.getIfAvailable())
                .map(of -> of.textedSince(organizationId, move.campaignId(), move.movedAt()))
                .orElse(false);
    }

    private static boolean started(Campaign campaign) {
        return campaign.state() == CampaignState.RUNNING || campaign.state() == CampaignState.PAUSED;
    }
}
