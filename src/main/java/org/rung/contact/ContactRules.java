package org.rung.contact;

import java.time.Clock;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Changes;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How often an organization texts a person first. */
@Service
public class ContactRules {
    private final ContactRuleStore store;
    private final AuditLog audit;
    private final Clock clock;

    ContactRules(ContactRuleStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public ContactRule of(OrganizationId organizationId) {
        return store.of(organizationId);
    }

    /** Holds for every first text sent from now on; what waits already still leaves. */
    @Transactional
    public void change(Actor actor, ContactRule changed) {
        actor.must(Permission.ADMINISTER);
        var before = store.of(actor.organization());
        store.save(actor.organization(), changed);
        audit.add(
                actor,
                "contact.changed",
                "organization",
                Optional.of(actor.organization().value()),
                Changes.of()
                        .field("nearMost", before.nearMost(), changed.nearMost())
                        .field("nearDays", before.nearDays(), changed.nearDays())
                        .field("farMost", before.farMost(), changed.farMost())
                        .field("farDays", before.farDays(), changed.farDays())
                        .end());
    }

    /** Which of the two limits a number has reached. */
    @Transactional(readOnly = true)
    public Optional<Limit> reached(OrganizationId organizationId, PhoneNumber phone) {
        return store.reached(store.of(organizationId), organizationId, phone, clock.instant());
    }

    /** For set-based statements of other rooms' stores: that this number has had as many first texts as allowed. */
    public Condition atLimit(ContactRule rule, Field<OrganizationId> organizationId, Field<PhoneNumber> phone) {
        return store.atLimit(rule, organizationId, phone, clock.instant());
    }

    /** For set-based statements of other rooms' stores: the ordinal of what this number has reached. */
    public Field<Integer> limit(ContactRule rule, Field<OrganizationId> organizationId, Field<PhoneNumber> phone) {
        return store.limit(rule, organizationId, phone, clock.instant());
    }

    /** Which limit keeps a number from a first text now. */
    public enum Reached {
        NONE,
        /** So many in a few days: soon it may get one again. */
        NEAR,
        /** So many in many days. */
        FAR
    }

    /** At most so many first texts in so many days. */
    public record Limit(int most, int days) {}
}
