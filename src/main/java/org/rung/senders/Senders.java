package org.rung.senders;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Changes;
import org.rung.accounts.OrganizationFounded;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The numbers and services that texts leave from. */
@Service
public class Senders {
    private final SenderStore store;
    private final PacingStore pacings;
    private final SegmentPriceStore prices;
    private final Owners owners;
    private final Organizations organizations;
    private final AuditLog audit;
    private final Provider provider;
    private final SenderTroubles troubles;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Senders(
            SenderStore store,
            PacingStore pacings,
            SegmentPriceStore prices,
            Owners owners,
            Organizations organizations,
            AuditLog audit,
            Provider provider,
            SenderTroubles troubles,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.pacings = pacings;
        this.prices = prices;
        this.owners = owners;
        this.organizations = organizations;
        this.audit = audit;
        this.provider = provider;
        this.troubles = troubles;
        this.announce = announce;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Sender> all(Actor actor) {
        actor.must(Permission.ADMINISTER);
        return store.all(actor.organization());
    }

    /** The sender used when nobody names one: the oldest that is not retired, those that run before those that pause. */
    @Transactional(readOnly = true)
    public Optional<Sender> usual(OrganizationId organizationId) {
        return store.usual(organizationId);
    }

    /** Whether any organization has a sender that runs. */
    @Transactional(readOnly = true)
    public boolean anyRuns() {
        return store.anyRuns();
    }

    @Transactional(readOnly = true)
    public boolean simulated(OrganizationId organizationId) {
        return store.usual(organizationId)
                .filter(sender -> sender.gateway() == Gateway.SIMULATOR)
                .isPresent();
    }

    /** @throws Problem.Conflict when the address is connected already, here or elsewhere */
    @Transactional
    public SenderId add(Actor actor, SenderDraft draft) {
        actor.must(Permission.ADMINISTER);
        SenderId senderId = add(actor.organization(), Gateway.TWILIO, draft);
        audit.add(actor, "sender.added", "sender", Optional.of(senderId.value()), draft.accountSid());
        return senderId;
    }

    /** At this pace from its first text on. */
    @Transactional
    public SenderId add(Actor actor, SenderDraft draft, Pacing pacing) {
        SenderId senderId = add(actor, draft);
        if (!pacing.equals(SenderDraft.pacing(draft.address()))) {
            pace(actor, senderId, pacing);
        }
        return senderId;
    }

    /** Makes a sender whose texts stay inside this program. */
    @Transactional
    public SenderId addSimulated(OrganizationId organizationId) {
        String sid = "%016x".formatted(organizationId.value());
        byte[] token = new byte[16];
        new SecureRandom().nextBytes(token);
        // 555-01xx are never given to anyone; the rest keeps two organizations apart.
        String address = "+1%03d555%04d"
                .formatted(
                        200 + Math.floorMod(organizationId.value(), 700),
                        100 + Math.floorMod(organizationId.value() / 700, 100));
        return add(
                organizationId,
                Gateway.SIMULATOR,
                new SenderDraft("AC" + sid + sid, HexFormat.of().formatHex(token), address, "Simulator", false));
    }

    /** The token before stays good for webhooks, so that nothing is lost while Twilio changes over. */
    @Transactional
    public void rotateToken(Actor actor, SenderId senderId, String token) {
        actor.must(Permission.ADMINISTER);
        SenderDraft.mustBeToken(token.strip());
        found(store.rotate(actor.organization(), senderId, token.strip()), senderId);
        announce.publishEvent(new SenderChanged(actor.organization(), senderId));
        audit.add(actor, "sender.token-rotated", "sender", Optional.of(senderId.value()), "");
    }

    @Transactional
    public void pause(Actor actor, SenderId senderId, String reason) {
        actor.must(Permission.ADMINISTER);
        var before = store.find(actor.organization(), senderId);
        if (!store.pause(actor.organization(), senderId, reason, clock.instant())) return;
        audit.add(
                actor,
                "sender.paused",
                "sender",
                Optional.of(senderId.value()),
                SenderChanges.moved(before, SenderChanges.PAUSED, Optional.of(reason)));
    }

    /** Without roles, for messaging: the provider, or a key that opens nothing, is the reason. False when it paused already. */
    public boolean stop(OrganizationId organizationId, SenderId senderId, String code, Instant now) {
        boolean stopped = store.pause(organizationId, senderId, code, now);
        if (stopped) {
            store.find(organizationId, senderId).ifPresent(sender -> troubles.paused(organizationId, sender, code));
        }
        return stopped;
    }

    /** As {@link #stop}, with every sender of the same account: it is closed, or its key is wrong. */
    public boolean stopAccount(OrganizationId organizationId, SenderId senderId, String code, Instant now) {
        return store.find(organizationId, senderId)
                .filter(sender -> store.pauseAccount(organizationId, sender.accountSid(), code, now))
                .map(sender -> {
                    troubles.accountPaused(organizationId, sender, code);
                    return true;
                })
                .orElse(false);
    }

    /** What waited for it leaves. */
    @Transactional
    public void resume(Actor actor, SenderId senderId) {
        actor.must(Permission.ADMINISTER);
        var before = store.find(actor.organization(), senderId);
        found(store.resume(actor.organization(), senderId), senderId);
        store.find(actor.organization(), senderId).ifPresent(sender -> troubles.goesOn(actor.organization(), sender));
        announce.publishEvent(new SenderOpened(actor.organization(), senderId));
        audit.add(
                actor,
                "sender.resumed",
                "sender",
                Optional.of(senderId.value()),
                SenderChanges.moved(before, SenderChanges.RUNNING, Optional.empty()));
    }

    @Transactional
    public void letProviderAnswerStop(Actor actor, SenderId senderId, boolean provider) {
        actor.must(Permission.ADMINISTER);
        var before = store.find(actor.organization(), senderId);
        found(store.answersStop(actor.organization(), senderId, provider), senderId);
        announce.publishEvent(new SenderChanged(actor.organization(), senderId));
        audit.add(
                actor,
                "sender.stop-answer-changed",
                "sender",
                Optional.of(senderId.value()),
                Changes.of()
                        .field("providerAnswersStop", before.map(Sender::providerAnswersStop), provider)
                        .end());
    }

    /** What texts leave from it at: at once on this server, and within two seconds on the others. */
    @Transactional
    public void pace(Actor actor, SenderId senderId, Pacing pacing) {
        actor.must(Permission.ADMINISTER);
        var before = store.find(actor.organization(), senderId);
        before.ifPresent(sender -> fits(sender, pacing));
        found(pacings.pace(actor.organization(), senderId, pacing, clock.instant()), senderId);
        announce.publishEvent(new SenderChanged(actor.organization(), senderId));
        audit.add(
                actor,
                "sender.paced",
                "sender",
                Optional.of(senderId.value()),
                SenderChanges.paced(before.map(Sender::pacing), pacing));
    }

    /** No text leaves from it any more; its people and what waits get another number. */
    @Transactional
    public void retire(Actor actor, SenderId senderId) {
        actor.must(Permission.ADMINISTER);
        var before = store.find(actor.organization(), senderId);
        found(store.retire(actor.organization(), senderId, clock.instant()), senderId);
        announce.publishEvent(new SenderChanged(actor.organization(), senderId));
        audit.add(
                actor,
                "sender.retired",
                "sender",
                Optional.of(senderId.value()),
                SenderChanges.moved(before, SenderChanges.RETIRED, Optional.empty()));
    }

    /** Without roles, for the rooms that plan: what a segment costs here, if anyone has said so. */
    @Transactional(readOnly = true)
    public Optional<SegmentPrice> price(OrganizationId organizationId) {
        return prices.of(organizationId);
    }

    @Transactional
    public void price(Actor actor, SegmentPrice price) {
        actor.must(Permission.ADMINISTER);
        prices.put(actor.organization(), price);
        audit.add(actor, "segment-price.changed", "organization", Optional.empty(), price.currency());
    }

    /** Without roles, for the rooms that choose and plan. */
    @Transactional(readOnly = true)
    public List<Sender> all(OrganizationId organizationId) {
        return store.all(organizationId);
    }

    /** Asks the provider whether the keys work, outside any transaction; empty when they do. */
    public Optional<Sentence> trouble(Actor actor, SenderId senderId) {
        actor.must(Permission.ADMINISTER);
        if (store.all(actor.organization()).stream()
                .noneMatch(sender -> sender.senderId().equals(senderId))) {
            throw new Problem.Missing("sender", senderId);
        }
        SenderKeys keys = store.keys(List.of(senderId)).get(senderId);
        return keys == null ? Optional.of(Sentence.of("problem.sender-sealed")) : provider.trouble(keys);
    }

    /** Without roles, for messaging: what a provider needs to act for them; one whose token no key opens is missing. */
    public Map<SenderId, SenderKeys> keys(Collection<SenderId> senders) {
        return store.keys(senders);
    }

    /** The simulator is the provider of these accounts, and knows their token as a provider does; empty for any other. */
    @Transactional(readOnly = true)
    public Optional<String> simulatedToken(String accountSid) {
        return store.simulatedToken(accountSid);
    }

    /**
     * Whose address a webhook names, so that its signature can be checked; a service comes before a number. As it was at
     * most ten seconds ago; what this server changes counts at once.
     */
    public Optional<AddressOwner> ownerOf(String accountSid, Collection<String> addresses) {
        return owners.lately(accountSid, addresses);
    }

    /** As {@link #ownerOf}, read anew: another server may have changed the token a moment ago. */
    public Optional<AddressOwner> ownerNow(String accountSid, Collection<String> addresses) {
        return owners.now(accountSid, addresses);
    }

    @EventListener
    void welcome(OrganizationFounded founded) {
        if (organizations.get(founded.organizationId()).demo()) {
            addSimulated(founded.organizationId());
        }
    }

    private SenderId add(OrganizationId organizationId, Gateway gateway, SenderDraft draft) {
        SenderId senderId = new SenderId(Id.next());
        store.add(organizationId, senderId, gateway, draft, clock.instant());
        announce.publishEvent(new SenderOpened(organizationId, senderId));
        return senderId;
    }

    private static void fits(Sender sender, Pacing pacing) {
        if (!sender.kinds().contains(pacing.kind())) {
            throw new Problem.Invalid("kind", "problem.sender-kind");
        }
        if (pacing.registration().isPresent() && !pacing.kind().registers()) {
            throw new Problem.Invalid("code", "problem.registration-kind");
        }
    }

    private static void found(boolean changed, SenderId senderId) {
        if (!changed) {
            throw new Problem.Missing("sender", senderId);
        }
    }
}
