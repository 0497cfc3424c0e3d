package org.rung.circle;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionId;
import org.rung.actions.ActionType;
import org.rung.actions.Actions;
import org.rung.actions.Verification;
import org.rung.common.Actor;
import org.rung.people.Met;
import org.rung.people.Relationships;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.people.Visibility;
import org.springframework.stereotype.Component;

/**
 * A contact becomes a supporter of the organization, which then sees that the member knows them and what came of their
 * talks. It is no consent: nobody is texted because of it.
 */
@Component
class Sharing {
    /** Stored as where the organization first heard of someone; filters and screens show it as it is. */
    private static final String SOURCE = "contacts";

    private final ContactStore contacts;
    private final TalkStore talks;
    private final HolderStore holders;
    private final Supporters supporters;
    private final Relationships relationships;
    private final Actions actions;
    private final AuditLog audit;
    private final Clock clock;

    Sharing(
            ContactStore contacts,
            TalkStore talks,
            HolderStore holders,
            Supporters supporters,
            Relationships relationships,
            Actions actions,
            AuditLog audit,
            Clock clock) {
        this.contacts = contacts;
        this.talks = talks;
        this.holders = holders;
        this.supporters = supporters;
        this.relationships = relationships;
        this.actions = actions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Under the name by which the organization is to know them. */
    SupporterId byHand(Actor.Member actor, Kept contact, PersonName name) {
        return share(actor, contact, supporters.known(contact.organizationId(), draft(contact, name)));
    }

    /**
     * They opted in by themselves: whoever has the number is who it is, also where a member calls them something else.
     * Only somebody without a name gets the one that the member knows.
     */
    void byThemselves(Kept contact) {
        SupporterId who = holders
                .of(contact.organizationId(), List.of(contact.card().phone()))
                .values()
                .stream()
                .flatMap(List::stream)
                .filter(HolderStore.Holder::named)
                .map(HolderStore.Holder::supporterId)
                .findFirst()
                .orElseGet(() -> supporters.known(
                        contact.organizationId(), draft(contact, contact.card().name())));
        share(new Actor.System(contact.organizationId()), contact, who);
    }

    private SupporterId share(Actor actor, Kept contact, SupporterId who) {
        Instant now = clock.instant();
        contacts.share(contact.contactId(), who, now);
        relationships.met(contact.organizationId(), List.of(new Met(contact.memberId(), who)), Visibility.SHARED);
        for (Talk talk : talks.untold(contact.contactId())) {
            evidence(actor, contact, who, talk).ifPresent(action -> talks.told(talk.talkId(), action));
        }
        audit.add(actor, "supporter.introduced", "supporter", Optional.of(who.value()), "");
        return who;
    }

    /** What a talk is on the ladder; of most outcomes nothing. */
    Optional<ActionId> evidence(Actor actor, Kept contact, SupporterId who, Talk talk) {
        return talk.outcome()
                .evidence()
                .map(type -> record(actor, contact, who, type, talk.happenedAt(), "talk:" + talk.talkId()));
    }

    /** They said to the member that they want to be texted. */
    void saidYes(Actor.Member actor, Kept contact, SupporterId who) {
        record(actor, contact, who, ActionType.OPTED_IN, clock.instant(), "contact-yes:" + contact.contactId());
    }

    private ActionId record(
            Actor actor, Kept contact, SupporterId who, ActionType type, Instant happenedAt, String once) {
        return actions.record(
                actor,
                new ActionDraft(
                        who,
                        type,
                        1,
                        Optional.empty(),
                        Verification.SELF,
                        happenedAt,
                        Optional.of(contact.memberId()),
                        Optional.empty(),
                        "",
                        Optional.of(once)));
    }

    private static SupporterDraft draft(Kept contact, PersonName name) {
        SupporterDraft plain =
                SupporterDraft.of(name.first(), name.last(), contact.card().phone());
        return new SupporterDraft(
                plain.firstName(),
                plain.lastName(),
                plain.email(),
                plain.postalCode(),
                plain.city(),
                plain.region(),
                plain.country(),
                plain.zone(),
                plain.language(),
                SOURCE,
                plain.phones(),
                plain.tags(),
                plain.fields());
    }
}
