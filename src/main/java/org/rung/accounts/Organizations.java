package org.rung.accounts;

import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Organizations and their settings. */
@Service
public class Organizations {
    private final OrganizationStore store;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Organizations(OrganizationStore store, AuditLog auditLog, ApplicationEventPublisher announce, Clock clock) {
        this.store = store;
        this.auditLog = auditLog;
        this.announce = announce;
        this.clock = clock;
    }

    /** @throws Problem.Missing */
    @Transactional(readOnly = true)
    public Organization get(OrganizationId organizationId) {
        return store.find(organizationId).orElseThrow(() -> new Problem.Missing("organization", organizationId));
    }

    /** True until the first organization is made: the time of the first-run step. */
    @Transactional(readOnly = true)
    public boolean none() {
        return store.none();
    }

    /** The invented organization of demo mode. */
    @Transactional(readOnly = true)
    public Optional<OrganizationId> demo() {
        return store.demo();
    }

    /** Stores new settings of the actor's own organization. */
    @Transactional
    public void change(Actor actor, Organization changed) {
        actor.must(Permission.ADMINISTER);
        if (!actor.organization().equals(changed.organizationId())) {
            throw new Problem.Missing("organization", changed.organizationId());
        }
        if (!Organization.UNDO_SECONDS.contains((int) changed.undo().toSeconds())
                && !changed.undo().equals(get(changed.organizationId()).undo())) {
            throw new Problem.Invalid("undo", "problem.undo-choice");
        }
        var before = get(changed.organizationId());
        store.update(changed);
        auditLog.add(
                actor,
                "settings.changed",
                "organization",
                Optional.of(changed.organizationId().value()),
                Changes.of()
                        .field("name", before.name(), changed.name())
                        .field("country", before.country(), changed.country())
                        .field("zone", before.zone(), changed.zone())
                        .field("language", before.language(), changed.language())
                        // Texts stay out of the log; that they changed does not.
                        .field("helpWords", letters(before.helpWords()), letters(changed.helpWords()))
                        .field("optOutWords", letters(before.optOutWords()), letters(changed.optOutWords()))
                        .field("textingFrom", before.textingFrom(), changed.textingFrom())
                        .field("textingUntil", before.textingUntil(), changed.textingUntil())
                        .field("firstBatch", before.firstBatch(), changed.firstBatch())
                        .field("replyBatch", before.replyBatch(), changed.replyBatch())
                        .field("undo", before.undo().toSeconds(), changed.undo().toSeconds())
                        .end());
    }

    private static String letters(String words) {
        return words.length() + "/" + Integer.toHexString(words.hashCode());
    }

    /** Makes an organization that speaks English and announces OrganizationFounded. */
    @Transactional
    public OrganizationId found(String name, String country, ZoneId zone, boolean demo) {
        return found(name, country, zone, Locale.ENGLISH, demo);
    }

    /** As {@link #found(String, String, ZoneId, boolean)}, in this language where Rung speaks it, else in English. */
    @Transactional
    public OrganizationId found(String name, String country, ZoneId zone, Locale language, boolean demo) {
        var checked = Organization.checkedName(name);
        Organization.checkCountry(country);
        var organizationId = new OrganizationId(Id.next());
        store.insert(
                organizationId,
                checked,
                freeSlug(checked, organizationId),
                country,
                zone,
                Organization.spoken(language),
                demo,
                clock.instant());
        announce.publishEvent(new OrganizationFounded(organizationId));
        return organizationId;
    }

    private String freeSlug(String name, OrganizationId organizationId) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var slug = plain.substring(0, Math.min(40, plain.length()));
        return slug.isEmpty() || store.taken(slug)
                ? (slug + "-" + organizationId.text().toLowerCase(Locale.ROOT)).replaceFirst("^-", "")
                : slug;
    }
}
