package org.rung.campaigns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.messaging.Segments;
import org.rung.messaging.Sender;
import org.rung.messaging.Senders;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.turf.Turfs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom a campaign or a script would reach, and how it looks to them: the facts behind the checks and the preview. */
@Service
public class Reach {
    private static final int SAMPLES = 200;

    private final ReachStore store;
    private final ScriptStore scripts;
    private final CampaignStore campaigns;
    private final Organizations organizations;
    private final Supporters supporters;
    private final Senders senders;
    private final Turfs turfs;

    Reach(
            ReachStore store,
            ScriptStore scripts,
            CampaignStore campaigns,
            Organizations organizations,
            Supporters supporters,
            Senders senders,
            Turfs turfs) {
        this.store = store;
        this.scripts = scripts;
        this.campaigns = campaigns;
        this.organizations = organizations;
        this.supporters = supporters;
        this.senders = senders;
        this.turfs = turfs;
    }

    /** What a text may use here. */
    @Transactional(readOnly = true)
    public Set<String> fields(OrganizationId organizationId) {
        var fields = new LinkedHashSet<>(MergeText.FIELDS);
        store.customFields(organizationId).keySet().forEach(key -> fields.add(MergeText.CUSTOM + key));
        return fields;
    }

    /** Custom fields as merge fields, with the labels that people gave them. */
    @Transactional(readOnly = true)
    public Map<String, String> customFields(OrganizationId organizationId) {
        var fields = new LinkedHashMap<String, String>();
        store.customFields(organizationId).forEach((key, label) -> fields.put(MergeText.CUSTOM + key, label));
        return fields;
    }

    /** Real people to look at a script with, in a steady order; of the campaign's turf if there is one. */
    @Transactional(readOnly = true)
    public List<Supporter> some(Actor actor, Optional<CampaignId> campaign, Optional<SupporterId> after, int most) {
        Looking.must(actor);
        var turf =
                campaign.flatMap(id -> campaigns.find(actor.organization(), id)).flatMap(Campaign::turf);
        var ids = store.some(actor.organization(), turf, after, most);
        var found = supporters.all(actor.organization(), ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
    }

    /** What a script is checked against; samples are of the campaign's turf if there is one. */
    @Transactional(readOnly = true)
    public ScriptFacts scriptFacts(Actor actor, Optional<CampaignId> campaign) {
        return scriptFacts(actor, some(actor, campaign, Optional.empty(), SAMPLES));
    }

    /** The checks of a script that may not be stored yet; pure, so that a screen can ask at every pause in typing. */
    public List<Check> check(ScriptTree tree, ScriptFacts facts) {
        return ScriptChecks.of(tree, facts);
    }

    /** Everything that is looked at before this campaign starts. */
    @Transactional(readOnly = true)
    public List<Check> checks(Actor actor, Campaign campaign) {
        Looking.must(actor);
        var organization = organizations.get(actor.organization());
        var facts = scriptFacts(actor, some(actor, Optional.of(campaign.campaignId()), Optional.empty(), SAMPLES));
        var tree = campaign.script()
                .flatMap(script -> scripts.latest(actor.organization(), script))
                .map(Script::tree);
        var textable = campaign.turf().map(turf -> turfs.textable(system(actor), turf));
        return CampaignChecks.of(
                new CampaignFacts(
                        tree,
                        textable,
                        campaign.turf()
                                .map(turf -> store.nameless(actor.organization(), turf))
                                .orElse(0L),
                        tree.map(script -> segments(script, facts, textable.orElse(0L)))
                                .orElse(0L),
                        campaign.goal().isPresent(),
                        campaign.textingFrom(),
                        campaign.textingUntil(),
                        campaigns
                                .texters(actor.organization(), campaign.campaignId())
                                .size(),
                        campaign.selfServe(),
                        sender(actor, campaign),
                        organization.country()),
                facts);
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

    private ScriptFacts scriptFacts(Actor actor, List<Supporter> people) {
        var organization = organizations.get(actor.organization());
        var samples = new ArrayList<Map<String, String>>();
        for (var person : people) samples.add(MergeValues.of(person, "Alexandra", organization.name()));
        if (samples.isEmpty()) samples.add(Map.of("firstName", "Maya", "organization.name", organization.name()));
        return new ScriptFacts(organization.name(), organization.optOutWords(), fields(actor.organization()), samples);
    }

    /** As many for each as for the samples, on average. */
    private static long segments(ScriptTree tree, ScriptFacts facts, long people) {
        if (tree.firstText().isBlank()) return 0;
        var each = facts.samples().stream()
                .mapToInt(values ->
                        Segments.of(MergeText.render(tree.firstText(), values)).count())
                .average()
                .orElse(1);
        return Math.round(each * people);
    }

    /** Senders and turfs are asked on the campaign's behalf: whoever may look at it may know these. */
    private static Actor system(Actor actor) {
        return new Actor.System(actor.organization());
    }
}
