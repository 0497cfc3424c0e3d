package org.rung.ladder;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.filters.RungsRenumbered;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a ladder was, and becoming another one; history is kept. Whoever changes one sees to {@link Refolds} afterwards. */
@Service
public class LadderVersions {
    private static final int LONGEST_NOTE = 160;

    private final VersionStore store;
    private final LadderStore ladders;
    private final AuditLog audit;
    private final Organizations organizations;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    LadderVersions(
            VersionStore store,
            LadderStore ladders,
            AuditLog audit,
            Organizations organizations,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.ladders = ladders;
        this.audit = audit;
        this.organizations = organizations;
        this.announce = announce;
        this.clock = clock;
    }

    /** The newest first; none for a ladder that was never changed. */
    @Transactional(readOnly = true)
    public List<LadderVersion> of(Actor actor, LadderId ladderId) {
        actor.must(Permission.SEE_LADDER);
        return store.of(actor.organization(), ladderId).reversed();
    }

    /** @throws Problem.Missing when the organization has no such ladder */
    @Transactional(readOnly = true)
    public Ladder ladder(OrganizationId organizationId, LadderId ladderId) {
        return find(organizationId, ladderId);
    }

    /**
     * The ladder looks like this from now on. Goes to the audit log.
     *
     * @param base the version that whoever drew it started from
     * @param note why, at most 160 characters
     * @return the new version
     * @throws Problem.Conflict when it was changed since then
     * @throws Problem.Invalid when a rung of today is neither there nor said to have gone
     */
    @Transactional
    public int apply(Actor actor, LadderId ladderId, int base, Shape shape, String note) {
        return become(actor, ladderId, base, shape, note, Optional.empty());
    }

    /**
     * The rungs and rules of an earlier version hold again.
     *
     * @throws Problem.Missing for a version that never was
     */
    @Transactional
    public int back(Actor actor, LadderId ladderId, int base, int to) {
        Shape shape = store.of(actor.organization(), ladderId).stream()
                .filter(one -> one.version() == to)
                .findFirst()
                .orElseThrow(() -> new Problem.Missing("ladder", ladderId))
                .shape();
        return become(actor, ladderId, base, shape.backFrom(find(actor.organization(), ladderId)), "", Optional.of(to));
    }

    private int become(Actor actor, LadderId ladderId, int base, Shape shape, String note, Optional<Integer> backTo) {
        actor.must(Permission.EDIT_LADDER);
        if (note.length() > LONGEST_NOTE) throw new Problem.Invalid("note", "problem.too-long", LONGEST_NOTE);
        OrganizationId us = actor.organization();
        VersionStore.Held held = store.hold(us, ladderId).orElseThrow(() -> new Problem.Missing("ladder", ladderId));
        // The lock on names, too: what is called otherwise in this moment stays so.
        ladders.lock(us);
        if (held.version() != base) throw new Problem.Conflict("problem.ladder-moved-on");
        Ladder today = find(us, ladderId);
        Shape next = shape.after(today);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (store.of(us, ladderId).isEmpty()) {
            store.add(
                    us,
                    new LadderVersion(
                            ladderId, base, held.createdAt(), Shape.of(today), "", Optional.empty(), Optional.empty()));
        }
        store.add(us, new LadderVersion(ladderId, base + 1, now, next, note.strip(), backTo, actor.member()));
        store.become(us, ladderId, base + 1, next, now);
        audit.add(
                actor,
                "ladder.changed",
                "ladder",
                Optional.of(ladderId.value()),
                LadderChanges.of(
                        today, next, Locale.forLanguageTag(organizations.get(us).language())));
        if (!next.gone().isEmpty()) announce.publishEvent(new RungsGone(us, ladderId, next.gone()));
        renumbered(us, today, next);
        announce.publishEvent(new LadderChanged(us, ladderId, base + 1));
        return base + 1;
    }

    private void renumbered(OrganizationId us, Ladder today, Shape next) {
        Map<Integer, Integer> positions = new HashMap<>();
        for (Rung rung : today.rungs()) {
            RungId goesOn = next.gone().getOrDefault(rung.rungId(), rung.rungId());
            positions.put(rung.position(), next.position(goesOn));
        }
        if (positions.entrySet().stream().allMatch(each -> each.getKey().equals(each.getValue()))) return;
        announce.publishEvent(new RungsRenumbered(us, today.key(), today.kind() == LadderKind.COMMITMENT, positions));
    }

    private Ladder find(OrganizationId organizationId, LadderId ladderId) {
        return ladders.of(organizationId).stream()
                .filter(one -> one.ladderId().equals(ladderId))
                .findFirst()
                .orElseThrow(() -> new Problem.Missing("ladder", ladderId));
    }
}
