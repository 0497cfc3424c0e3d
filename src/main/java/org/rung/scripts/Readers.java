package org.rung.scripts;

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
import org.rung.links.Links;
import org.rung.people.OwnLinks;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who reads a script, and how it looks to them: the facts behind its checks and the preview. */
@Service
public class Readers {
    /** Enough to see how long the names make a text. */
    public static final int SAMPLES = 200;

    private final ReaderStore store;
    private final Organizations organizations;
    private final Supporters supporters;
    private final Links links;
    private final OwnLinks ownLinks;

    Readers(ReaderStore store, Organizations organizations, Supporters supporters, Links links, OwnLinks ownLinks) {
        this.links = links;
        this.ownLinks = ownLinks;
        this.store = store;
        this.organizations = organizations;
        this.supporters = supporters;
    }

    /** What a text may use here. */
    @Transactional(readOnly = true)
    public Set<String> fields(OrganizationId organizationId) {
        var fields = new LinkedHashSet<>(MergeText.FIELDS);
        fields.addAll(samples(organizationId).keySet());
        store.customFields(organizationId).keySet().forEach(key -> fields.add(MergeText.CUSTOM + key));
        return fields;
    }

    /** What the fields that are links become before anybody gets one, each as long as it will be; none where there are none. */
    public Map<String, String> samples(OrganizationId organizationId) {
        return ownLinks.ready(organizationId) ? Map.of(MergeText.GIVE_LINK, ownLinks.sample()) : Map.of();
    }

    /** Custom fields as merge fields, with the labels that people gave them. */
    @Transactional(readOnly = true)
    public Map<String, String> customFields(OrganizationId organizationId) {
        var fields = new LinkedHashMap<String, String>();
        store.customFields(organizationId).forEach((key, label) -> fields.put(MergeText.CUSTOM + key, label));
        return fields;
    }

    /** Real people to look at a script with, in a steady order; the occasion's if there is one. */
    @Transactional(readOnly = true)
    public List<Supporter> some(Actor actor, Optional<Occasion> occasion, Optional<SupporterId> after, int most) {
        Looking.must(actor);
        return occasion.map(one -> one.some(actor, after, most))
                .orElseGet(() -> these(actor.organization(), store.some(actor.organization(), after, most)));
    }

    /** These people, in this order; without roles, for rooms above. */
    @Transactional(readOnly = true)
    public List<Supporter> these(OrganizationId organizationId, List<SupporterId> people) {
        var found = supporters.all(organizationId, people);
        return people.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
    }

    /** What a script is checked against when these people are to read it. */
    @Transactional(readOnly = true)
    public ScriptFacts facts(OrganizationId organizationId, List<Supporter> people) {
        var organization = organizations.get(organizationId);
        var linked = samples(organizationId);
        var samples = new ArrayList<Map<String, String>>();
        for (var person : people)
            samples.add(MergeValues.with(MergeValues.of(person, "Alexandra", organization.name()), linked));
        if (samples.isEmpty())
            samples.add(
                    MergeValues.with(Map.of("firstName", "Maya", "organization.name", organization.name()), linked));
        return new ScriptFacts(
                organization.name(),
                organization.optOutWords(),
                fields(organizationId),
                samples,
                links.form(organizationId));
    }
}
