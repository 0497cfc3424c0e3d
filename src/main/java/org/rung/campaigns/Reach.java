package org.rung.campaigns;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.contact.ContactRules;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;
import org.rung.scripts.Check;
import org.rung.scripts.Looking;
import org.rung.scripts.MergeText;
import org.rung.scripts.Readers;
import org.rung.scripts.Script;
import org.rung.scripts.ScriptFacts;
import org.rung.scripts.ScriptTree;
import org.rung.scripts.Scripts;
import org.rung.segments.Segments;
import org.rung.senders.Sender;
import org.rung.senders.Senders;
import org.rung.turf.Turfs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom a campaign would reach, and what is still missing: the facts behind its checks. */
@Service
public class Reach {
    private final ReachStore store;
    private final TermsStore terms;
    private final Scripts scripts;
    private final Readers readers;
    private final CampaignStore campaigns;
    private final TexterStore texters;
    private final Organizations organizations;
    private final Senders senders;
    private final Turfs turfs;
    private final ContactRules contactRules;

    Reach(
            ReachStore store,
            TermsStore terms,
            Scripts scripts,
            Readers readers,
            CampaignStore campaigns,
            TexterStore texters,
            Organizations organizations,
            Senders senders,
            Turfs turfs,
            ContactRules contactRules) {
        this.store = store;
        this.terms = terms;
        this.scripts = scripts;
        this.readers = readers;
        this.campaigns = campaigns;
        this.texters = texters;
        this.organizations = organizations;
        this.senders = senders;
        this.turfs = turfs;
        this.contactRules = contactRules;
    }

    /** Real people of the campaign's turf, or of everyone, to look at a script with, in a steady order. */
    @Transactional(readOnly = true)
    public List<Supporter> some(Actor actor, CampaignId campaign, Optional<SupporterId> after, int most) {
        Looking.must(actor);
        var turf = campaigns.find(actor.organization(), campaign).flatMap(Campaign::turf);
        return readers.these(actor.organization(), store.some(actor.organization(), turf, after, most));
    }

    /** Everything that is looked at before this campaign starts. */
    @Transactional(readOnly = true)
    public List<Check> checks(Actor actor, Campaign campaign) {
        return checks(actor, campaign, script(actor, campaign));
    }

    /** Its script as it is written now. */
    @Transactional(readOnly = true)
    Optional<Script> script(Actor actor, Campaign campaign) {
        return campaign.script().flatMap(script -> scripts.find(actor.organization(), script));
    }

    /** How many it would text now, one of each household where it is to be so; empty without a turf. */
    @Transactional(readOnly = true)
    public Optional<Long> textable(Actor actor, Campaign campaign) {
        Looking.must(actor);
        var occasion = Optional.of(campaign.campaignId().value());
        boolean one = terms.onePerHousehold(actor.organization(), campaign.campaignId());
        return campaign.turf()
                .map(turf -> one
                        ? turfs.textableHouseholds(system(actor), turf, occasion)
                        : turfs.textable(system(actor), turf, occasion));
    }

    /** With that version of its script, whatever was written since. */
    @Transactional(readOnly = true)
    List<Check> checks(Actor actor, Campaign campaign, Optional<Script> script) {
        Looking.must(actor);
        var organization = organizations.get(actor.organization());
        var facts = readers.facts(
                actor.organization(), some(actor, campaign.campaignId(), Optional.empty(), Readers.SAMPLES));
        var tree = script.map(Script::tree);
        var textable = textable(actor, campaign);
        return CampaignChecks.of(
                new CampaignFacts(
                        tree,
                        textable,
                        campaign.turf()
                                .map(turf -> store.nameless(actor.organization(), turf))
                                .orElse(0L),
                        tree.map(written -> Math.round(each(written, facts) * textable.orElse(0L)))
                                .orElse(0L),
                        campaign.aims(),
                        campaign.textingFrom(),
                        campaign.textingUntil(),
                        texters.of(actor.organization(), campaign.campaignId()).size(),
                        campaign.selfServe(),
                        sender(actor, campaign),
                        // Where the organization has said what a segment costs, the send plan reckons with that.
                        senders.price(actor.organization()).isPresent() ? "" : organization.country(),
                        campaign.turf()
                                .map(turf -> store.atLimit(
                                        actor.organization(),
                                        campaign.campaignId(),
                                        turf,
                                        contactRules.of(actor.organization())))
                                .orElse(0L),
                        campaign.overLimitReason().isPresent(),
                        campaign.turf()
                                .map(turf -> store.suppressed(actor.organization(), campaign.campaignId(), turf))
                                .orElse(0L)),
                facts);
    }

    /** Who of its turf speaks what beside the usual language, and how many of its texters write that; the most first. */
    @Transactional(readOnly = true)
    public List<LanguageCount> languages(Actor actor, Campaign campaign) {
        Looking.must(actor);
        var usual = organizations.get(actor.organization()).language();
        return campaign.turf()
                .map(turf -> store.languages(actor.organization(), campaign.campaignId(), turf, usual))
                .orElse(List.of());
    }

    /** Of the first text with the real values of the first people of the turf, at most two hundred. */
    @Transactional(readOnly = true)
    public SegmentSample sample(Actor actor, Campaign campaign) {
        Looking.must(actor);
        var people = some(actor, campaign.campaignId(), Optional.empty(), Readers.SAMPLES);
        var facts = readers.facts(actor.organization(), people);
        return campaign.script()
                .flatMap(script -> scripts.find(actor.organization(), script))
                .map(script -> new SegmentSample(
                        people.size(),
                        each(script.tree(), facts),
                        script.tree().picture().isPresent()))
                .orElse(new SegmentSample(0, 0, false));
    }

    /** The campaign's own sender, else the usual one. */
    @Transactional(readOnly = true)
    public Optional<Sender> sender(Actor actor, Campaign campaign) {
        if (campaign.sender().isEmpty()) return usual(actor);
        return senders.all(system(actor)).stream()
                .filter(sender -> sender.senderId().equals(campaign.sender().get()))
                .findFirst();
    }

    /** The usual one; where all are paused, one of those, so that the check can say so. */
    private Optional<Sender> usual(Actor actor) {
        return senders.usual(actor.organization())
                .or(() -> senders.all(system(actor)).stream().findFirst());
    }

    private static double each(ScriptTree tree, ScriptFacts facts) {
        if (tree.firstText().isBlank()) return 0;
        if (tree.picture().isPresent()) return 1;
        return Stream.concat(Stream.of(tree.firstText()), tree.wordings().stream())
                .flatMapToInt(words -> facts.samples().stream()
                        .mapToInt(values -> Segments.of(facts.links().shown(MergeText.render(words, values)))
                                .count()))
                .average()
                .orElse(1);
    }

    /** Senders and turfs are asked on the campaign's behalf: whoever may look at it may know these. */
    private static Actor system(Actor actor) {
        return new Actor.System(actor.organization());
    }
}
