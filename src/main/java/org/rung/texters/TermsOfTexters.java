package org.rung.texters;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Members;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Caps and languages of texters. */
@Service
public class TermsOfTexters {
    /** Languages that Rung has a name for; any other code may be given by a program. */
    public static final Set<String> OFFERED = Set.of(
            "en", "es", "fr", "pt", "de", "it", "pl", "ru", "uk", "ar", "fa", "hi", "ur", "bn", "pa", "zh", "vi", "ko",
            "ja", "tl", "ht", "so", "am", "sw", "tr");

    private final TexterTermsStore store;
    private final Members members;
    private final Organizations organizations;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;

    TermsOfTexters(
            TexterTermsStore store,
            Members members,
            Organizations organizations,
            AuditLog audit,
            ApplicationEventPublisher announce) {
        this.store = store;
        this.members = members;
        this.organizations = organizations;
        this.audit = audit;
        this.announce = announce;
    }

    @Transactional(readOnly = true)
    public TexterTerms of(Actor actor, MemberId texter) {
        if (!actor.member().equals(Optional.of(texter))) actor.must(Permission.ASSIGN);
        members.get(actor, texter);
        return of(actor.organization(), Set.of(texter)).getOrDefault(texter, TexterTerms.NONE);
    }

    /** Of those for whom anything holds; without roles, for rooms above. Two queries, however many they are. */
    @Transactional(readOnly = true)
    public Map<MemberId, TexterTerms> of(OrganizationId organizationId, Collection<MemberId> texters) {
        if (texters.isEmpty()) return Map.of();
        var caps = store.caps(organizationId, texters);
        var languages = store.languages(organizationId, texters);
        var terms = new LinkedHashMap<MemberId, TexterTerms>();
        for (MemberId texter : texters) {
            var cap = Optional.ofNullable(caps.get(texter));
            var spoken = languages.getOrDefault(texter, Set.of());
            if (cap.isPresent() || !spoken.isEmpty()) terms.put(texter, new TexterTerms(cap, spoken));
        }
        return terms;
    }

    /** First texts that they take in a day, in all campaigns together, 1 to 10,000; empty for each campaign's own cap. */
    @Transactional
    public void cap(Actor actor, MemberId texter, Optional<Integer> dayCap) {
        actor.must(Permission.ASSIGN);
        members.get(actor, texter);
        var wanted = new TexterTerms(dayCap, Set.of());
        store.cap(actor.organization(), texter, wanted.dayCap());
        audit.add(
                actor,
                "texter.capped",
                "member",
                Optional.of(texter.value()),
                dayCap.map(String::valueOf).orElse("–"));
        announce.publishEvent(new TexterTermsChanged(actor.organization(), texter));
    }

    /** What they write beside the organization's language: said by themselves, or by whoever assigns work. */
    @Transactional
    public void speaks(Actor actor, MemberId texter, Set<String> languages) {
        if (!actor.member().equals(Optional.of(texter))) actor.must(Permission.ASSIGN);
        members.get(actor, texter);
        var usual = organizations.get(actor.organization()).language();
        var beside = new TreeSet<>(new TexterTerms(Optional.empty(), languages).languages());
        beside.remove(usual);
        store.speaks(actor.organization(), texter, beside);
        announce.publishEvent(new TexterTermsChanged(actor.organization(), texter));
    }

    /** Whoever says anything of the organization speaks it, by language, with how many; for rooms above. */
    @Transactional(readOnly = true)
    public Map<String, Integer> spoken(OrganizationId organizationId) {
        return store.spoken(organizationId);
    }
}
