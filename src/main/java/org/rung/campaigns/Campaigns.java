package org.rung.campaigns;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Changes;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.scripts.Check;
import org.rung.scripts.Looking;
import org.rung.scripts.ScriptLimits;
import org.rung.scripts.Scripts;
import org.rung.senders.Sender;
import org.rung.senders.SenderId;
import org.rung.senders.Senders;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Campaigns from draft to end. */
@Service
public class Campaigns {
    private final CampaignStore store;
    private final CampaignChanges changes;
    private final CampaignNotes notes;
    private final Scripts scripts;
    private final Reach reach;
    private final Senders senders;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Campaigns(
            CampaignStore store,
            CampaignChanges changes,
            CampaignNotes notes,
            Scripts scripts,
            Reach reach,
            Senders senders,
            AuditLog audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.changes = changes;
        this.notes = notes;
        this.scripts = scripts;
        this.reach = reach;
        this.senders = senders;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Campaign get(Actor actor, CampaignId campaignId) {
        Looking.must(actor);
        return store.find(actor.organization(), campaignId)
                .orElseThrow(() -> new Problem.Missing("campaign", campaignId));
    }

    /** Without roles, for rooms above. */
    @Transactional(readOnly = true)
    public Optional<Campaign> find(OrganizationId organizationId, CampaignId campaignId) {
        return store.find(organizationId, campaignId);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<Campaign> page(Actor actor, Page.Wanted wanted) {
        Looking.must(actor);
        return page(wanted, after -> store.page(actor.organization(), after, wanted.size() + 1));
    }

    /** Those that were never started, newest first; no templates. */
    @Transactional(readOnly = true)
    public Page<Campaign> drafts(Actor actor, Page.Wanted wanted) {
        Looking.must(actor);
        return page(wanted, after -> store.drafts(actor.organization(), after, wanted.size() + 1));
    }

    private static Page<Campaign> page(Page.Wanted wanted, Function<Optional<CampaignId>, List<Campaign>> read) {
        var rows = read.apply(wanted.after().map(text -> new CampaignId(Id.parse("cursor", text))));
        if (rows.size() <= wanted.size()) return new Page<>(rows, Optional.empty());
        var shown = rows.subList(0, wanted.size());
        return new Page<>(shown, Optional.of(shown.getLast().campaignId().text()));
    }

    @Transactional
    public CampaignId make(Actor actor, CampaignDraft draft) {
        actor.must(Permission.RUN_CAMPAIGNS);
        changes.mustBeOurs(actor, draft);
        var campaignId = store.make(actor.organization(), draft, clock.instant());
        audit.add(actor, "campaign.made", "campaign", Optional.of(campaignId.value()), draft.name());
        changes.announce(actor, campaignId, CampaignState.DRAFT);
        return campaignId;
    }

    /**
     * While it runs or is paused, only name, hours, batch sizes, self-serve and what texters may edit may change.
     *
     * @throws Problem.Conflict for a change that the campaign's state does not allow any more
     */
    @Transactional
    public void change(Actor actor, CampaignId campaignId, CampaignDraft draft) {
        actor.must(Permission.RUN_CAMPAIGNS);
        var before = changes.open(actor, campaignId);
        if (before.state() != CampaignState.DRAFT) CampaignChanges.mustKeep(before, draft);
        changes.mustBeOurs(actor, draft);
        var noted = notes.of(actor.organization(), before, draft);
        store.change(actor.organization(), campaignId, draft);
        audit.add(actor, "campaign.changed", "campaign", Optional.of(campaignId.value()), noted);
        boolean sameHours = before.textingFrom().equals(draft.textingFrom())
                && before.textingUntil().equals(draft.textingUntil());
        if (before.state() != CampaignState.DRAFT && !sameHours) {
            announce.publishEvent(new CampaignHoursChanged(
                    actor.organization(), campaignId, draft.textingFrom(), draft.textingUntil()));
        }
        changes.announce(actor, campaignId, before.state());
    }

    /** Which sender a draft will use; empty for the organization's usual one. */
    @Transactional
    public void sendFrom(Actor actor, CampaignId campaignId, Optional<SenderId> sender) {
        actor.must(Permission.RUN_CAMPAIGNS);
        var before = changes.locked(actor, campaignId);
        if (before.state() != CampaignState.DRAFT) throw new Problem.Conflict("problem.campaign-keeps.sender");
        var all = senders.all(actor.organization());
        sender.ifPresent(id -> {
            if (all.stream().noneMatch(one -> one.senderId().equals(id))) throw new Problem.Missing("sender", id);
        });
        store.sendFrom(actor.organization(), campaignId, sender);
        audit.add(
                actor,
                "campaign.changed",
                "campaign",
                Optional.of(campaignId.value()),
                Changes.of()
                        .field("sender", called(all, before.sender()), called(all, sender))
                        .end());
        changes.announce(actor, campaignId, before.state());
    }

    private static Optional<String> called(List<Sender> all, Optional<SenderId> wanted) {
        return wanted.flatMap(id -> all.stream()
                .filter(one -> one.senderId().equals(id))
                .map(Sender::label)
                .findFirst());
    }

    /** What a draft may send from. */
    @Transactional(readOnly = true)
    public List<Sender> senders(Actor actor) {
        actor.must(Permission.RUN_CAMPAIGNS);
        return senders.all(new Actor.System(actor.organization()));
    }

    /** How many replies one texter may have open before they get no new first texts; from 1 to 500. */
    @Transactional
    public void capOpenReplies(Actor actor, CampaignId campaignId, int cap) {
        actor.must(Permission.RUN_CAMPAIGNS);
        if (cap < 1 || cap > 500) throw new Problem.Invalid("openRepliesCap", "problem.from-to", 1, 500);
        var before = changes.open(actor, campaignId);
        store.capOpenReplies(actor.organization(), campaignId, cap);
        audit.add(
                actor,
                "campaign.changed",
                "campaign",
                Optional.of(campaignId.value()),
                Changes.of()
                        .field("openRepliesCap", before.openRepliesCap(), cap)
                        .end());
        changes.announce(actor, campaignId, before.state());
    }

    /** Lets a campaign text people first who have had as many first texts as the contact rules allow; logged with its reason. */
    @Transactional
    public void goOverLimit(Actor actor, CampaignId campaignId, String reason) {
        actor.must(Permission.RUN_CAMPAIGNS);
        if (reason.isBlank()) throw new Problem.Invalid("reason", "problem.over-limit-why");
        ScriptLimits.text("reason", reason, 320);
        var before = changes.open(actor, campaignId);
        store.overLimit(actor.organization(), campaignId, Optional.of(reason.strip()));
        audit.add(actor, "campaign.over-limit", "campaign", Optional.of(campaignId.value()), reason.strip());
        changes.announce(actor, campaignId, before.state());
    }

    /** The contact rules hold for it again; what was sent past them stays sent. */
    @Transactional
    public void stayWithinLimit(Actor actor, CampaignId campaignId) {
        actor.must(Permission.RUN_CAMPAIGNS);
        var before = changes.open(actor, campaignId);
        if (before.overLimitReason().isEmpty()) return;
        store.overLimit(actor.organization(), campaignId, Optional.empty());
        audit.add(actor, "campaign.within-limit", "campaign", Optional.of(campaignId.value()), "");
        changes.announce(actor, campaignId, before.state());
    }

    /**
     * Starts a draft, and lets a paused campaign run on.
     *
     * @throws org.rung.common.Problem.Invalid naming the failed checks
     * @throws org.rung.common.Problem.Conflict when it runs already or has ended
     */
    @Transactional
    public void start(Actor actor, CampaignId campaignId) {
        actor.must(Permission.RUN_CAMPAIGNS);
        var before = changes.locked(actor, campaignId);
        switch (before.state()) {
            case DRAFT -> {
                CampaignChanges.mustBeNoTemplate(before);
                startNow(actor, before);
            }
            case PAUSED -> {
                if (!store.resume(actor.organization(), campaignId, clock.instant())) throw movedOn();
                announce.publishEvent(new CampaignResumed(actor.organization(), campaignId));
            }
            case RUNNING -> throw new Problem.Conflict("problem.campaign-running");
            case ENDED -> CampaignChanges.mustNotHaveEnded(before);
        }
        moved(actor, before, CampaignState.RUNNING);
        changes.announce(actor, campaignId, CampaignState.RUNNING);
    }

    private void moved(Actor actor, Campaign before, CampaignState after) {
        audit.add(
                actor,
                "campaign.moved",
                "campaign",
                Optional.of(before.campaignId().value()),
                Changes.of().field("state", before.state(), after).end());
    }

    private void startNow(Actor actor, Campaign draft) {
        // Read once: what is written while we look is another version, which nobody has checked.
        var script = reach.script(actor, draft);
        var failed = reach.checks(actor, draft, script).stream()
                .filter(check -> check.level() == Check.Level.MUST)
                .map(Check::said)
                .toList();
        if (!failed.isEmpty()) throw new Problem.Invalid("campaign", "problem.campaign-not-ready", failed);
        var organization = actor.organization();
        var version = script.orElseThrow();
        var sender = reach.sender(actor, draft).orElseThrow();
        if (!store.start(
                organization, draft.campaignId(), version.scriptVersionId(), sender.senderId(), clock.instant()))
            throw movedOn();
        announce.publishEvent(new CampaignStarted(organization, draft.campaignId()));
    }

    /** Pausing a paused one again is no fault and changes nothing. */
    @Transactional
    public void pause(Actor actor, CampaignId campaignId, String reason) {
        actor.must(Permission.RUN_CAMPAIGNS);
        ScriptLimits.text("reason", reason, 320);
        var before = changes.open(actor, campaignId);
        if (before.state() == CampaignState.PAUSED) return;
        if (!store.pause(actor.organization(), campaignId, reason.strip(), clock.instant()))
            throw new Problem.Conflict("problem.campaign-not-started-pause");
        moved(actor, before, CampaignState.PAUSED);
        announce.publishEvent(new CampaignPaused(actor.organization(), campaignId));
        changes.announce(actor, campaignId, CampaignState.PAUSED);
    }

    /** For good: first texts not yet taken are cancelled, replies stay answerable. Ending twice is no fault. */
    @Transactional
    public void end(Actor actor, CampaignId campaignId) {
        actor.must(Permission.RUN_CAMPAIGNS);
        var before = changes.locked(actor, campaignId);
        if (before.state() == CampaignState.ENDED) return;
        if (!store.end(actor.organization(), campaignId, clock.instant()))
            throw new Problem.Conflict("problem.campaign-not-started-end");
        moved(actor, before, CampaignState.ENDED);
        announce.publishEvent(new CampaignEnded(actor.organization(), campaignId));
        changes.announce(actor, campaignId, CampaignState.ENDED);
    }

    private static Problem.Conflict movedOn() {
        return new Problem.Conflict("problem.campaign-changed");
    }
}
