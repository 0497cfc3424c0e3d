package org.rung.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.settings.RungSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links that give in one person's name, to be sent to that person. Whoever has one can give and sees nothing of whose it
 * is; nobody guesses one, and it ends by itself.
 */
@Service
public class GiveLinks {
    public static final Duration LASTS = Duration.ofDays(90);
    private static final Duration AT_LEAST = Duration.ofDays(30);

    private final GiveLinkStore store;
    private final PaymentAccounts accounts;
    private final Supporters supporters;
    private final RungSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    GiveLinks(
            GiveLinkStore store,
            PaymentAccounts accounts,
            Supporters supporters,
            RungSettings settings,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.supporters = supporters;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether there is a page to give on. */
    @Transactional(readOnly = true)
    public boolean ready(OrganizationId organizationId) {
        return accounts.open(organizationId).isPresent();
    }

    /**
     * The same one as long as it lasts for 30 days more, else a new one.
     *
     * @throws Problem.Conflict where nothing is taken online
     */
    @Transactional
    public String address(Actor actor, SupporterId supporterId) {
        actor.must(Permission.RECORD_ACTIONS);
        return toGive(actor, supporterId);
    }

    /** For a texter, who holds the conversation: whoever calls has looked. */
    @Transactional
    public String toGive(Actor actor, SupporterId supporterId) {
        supporters.mustBeOurs(actor.organization(), supporterId);
        if (!ready(actor.organization())) throw new Problem.Conflict("problem.payments-off");
        return Optional.ofNullable(toGive(actor, List.of(supporterId)).get(supporterId))
                .orElseThrow(() -> new Problem.Conflict("problem.give-link-again"));
    }

    /**
     * For texts that are made together: in five statements at most, however many they are. Whoever is not the
     * organization's gets none, and nobody does where nothing is taken online.
     */
    @Transactional
    public Map<SupporterId, String> toGive(Actor actor, Collection<SupporterId> people) {
        OrganizationId here = actor.organization();
        if (people.isEmpty() || !ready(here)) return Map.of();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<SupporterId, String> tokens = store.lasting(here, people, now.plus(AT_LEAST));
        Set<SupporterId> without = new HashSet<>(people);
        without.removeAll(tokens.keySet());
        if (!without.isEmpty()) {
            store.add(here, without, actor.member(), now, now.plus(AT_LEAST), now.plus(LASTS));
            // Whoever makes one for the same person at this moment is waited for: theirs is read then.
            tokens.putAll(store.lasting(here, without, now.plus(AT_LEAST)));
        }
        tokens.replaceAll((who, token) -> settings.publicUrl() + "/" + PaymentsPaths.own(token));
        return tokens;
    }

    /** None of their links works any more. */
    @Transactional
    public void revoke(Actor actor, SupporterId supporterId) {
        actor.must(Permission.RECORD_ACTIONS);
        supporters.mustBeOurs(actor.organization(), supporterId);
        if (store.revoke(actor.organization(), supporterId, clock.instant()) > 0)
            audit.add(actor, "give-link.revoked", "supporter", Optional.of(supporterId.value()), "");
    }

    /** Empty for one that was taken back, is over or never was. */
    @Transactional(readOnly = true)
    public Optional<GiveLink> byToken(String token) {
        return store.byToken(token, clock.instant());
    }
}
