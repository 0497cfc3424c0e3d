package org.rung.ladder;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rung.accounts.AuditLog;
import org.rung.accounts.OrganizationFounded;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ladders of an organization: commitment and giving, never merged. */
@Service
public class Ladders {
    private static final int MOST = 10;

    private final LadderStore store;
    private final VersionStore versions;
    private final AuditLog audit;
    private final Organizations organizations;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Ladders(
            LadderStore store,
            VersionStore versions,
            AuditLog audit,
            Organizations organizations,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.versions = versions;
        this.audit = audit;
        this.organizations = organizations;
        this.announce = announce;
        this.clock = clock;
    }

    /** Both, commitment first, with the rungs in use. */
    @Transactional(readOnly = true)
    public List<Ladder> of(OrganizationId organizationId) {
        return store.of(organizationId);
    }

    /** What the rungs of a history are called, those that were retired too. */
    @Transactional(readOnly = true)
    public RungNames names(OrganizationId organizationId) {
        return new RungNames(store.of(organizationId), versions.of(organizationId));
    }

    /**
     * A ladder of the organization's own beside commitment and giving, with two rungs to begin with: nobody is asked by it,
     * and it moves nobody on the others. Goes to the audit log.
     *
     * @param name 1 to 60 characters
     * @throws Problem.Conflict when there are ten ladders, or one by this name
     */
    @Transactional
    public LadderId add(Actor actor, String name, Locale locale) {
        actor.must(Permission.EDIT_LADDER);
        String called = new RungName(new RungId(1), name, "").name();
        store.lock(actor.organization());
        List<Ladder> known = store.of(actor.organization());
        if (known.size() >= MOST) throw new Problem.Conflict("problem.ladders-most", MOST);
        if (known.stream()
                .anyMatch(one ->
                        StartingWords.in(locale, one.name()).toLowerCase(locale).equals(called.toLowerCase(locale))))
            throw new Problem.Conflict("problem.ladder-name-twice", called);
        Ladder start = starting(LadderKind.OTHER, locale);
        Ladder ladder = new Ladder(start.ladderId(), LadderKind.OTHER, called, start.rungs());
        store.add(actor.organization(), ladder, clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.add(actor, "ladder.added", "ladder", Optional.of(ladder.ladderId().value()), called);
        announce.publishEvent(new LadderChanged(actor.organization(), ladder.ladderId(), 1));
        return ladder.ladderId();
    }

    /** @throws Problem.Missing when the organization has none of this kind */
    @Transactional(readOnly = true)
    public Ladder of(OrganizationId organizationId, LadderKind kind) {
        return of(organizationId).stream()
                .filter(ladder -> ladder.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new Problem.Missing("problem.no-such-ladder"));
    }

    /**
     * Calls rungs otherwise, on whichever ladder they are; those that are not named keep their names. Rules, standings and
     * history stay: a move leads from rung to rung, whatever they are called. Goes to the audit log.
     *
     * @param seen the rungs as they were when somebody began to change their words
     * @param reader in whose language the names were shown when they were changed
     * @throws Problem.Invalid when two rungs of a ladder would be called the same
     * @throws Problem.Conflict when somebody else changed a rung since it was seen
     */
    @Transactional
    public void rename(Actor actor, List<Rung> seen, List<RungName> names, Locale reader) {
        actor.must(Permission.EDIT_LADDER);
        store.lock(actor.organization());
        Map<RungId, RungName> wanted = names.stream().collect(Collectors.toMap(RungName::rungId, one -> one));
        List<RungName> changed = new ArrayList<>();
        Map<RungId, Rung> known = seen.stream().collect(Collectors.toMap(Rung::rungId, one -> one));
        for (Ladder ladder : store.of(actor.organization())) {
            Set<String> taken = new HashSet<>();
            for (Rung rung : ladder.rungs()) {
                RungName given = wanted.remove(rung.rungId());
                if (given != null && !rung.saysTheSameAs(known.getOrDefault(rung.rungId(), rung))) {
                    throw new Problem.Conflict("problem.ladder-newer");
                }
                RungName name = given == null
                        ? new RungName(rung.rungId(), rung.name(), rung.blurb())
                        : given.keeping(rung, reader);
                if (!taken.add(StartingWords.in(reader, name.name()).toLowerCase(reader))) {
                    throw new Problem.Invalid("name", "problem.rung-name-twice", StartingWords.in(reader, name.name()));
                }
                if (name.changes(rung)) {
                    changed.add(name);
                    audit.add(
                            actor,
                            "rung.renamed",
                            "rung",
                            Optional.of(rung.rungId().value()),
                            rung.name() + " → " + name.name());
                }
            }
        }
        if (!wanted.isEmpty()) {
            throw new Problem.Missing("rung", wanted.keySet().iterator().next());
        }
        store.rename(actor.organization(), changed);
    }

    @EventListener
    void founded(OrganizationFounded founded) {
        start(
                founded.organizationId(),
                Locale.forLanguageTag(
                        organizations.get(founded.organizationId()).language()));
    }

    /** The default ladders, in this language. */
    @Transactional
    void start(OrganizationId organizationId, Locale locale) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (LadderKind kind : List.of(LadderKind.COMMITMENT, LadderKind.GIVING)) {
            store.add(organizationId, starting(kind, locale), now);
        }
        announce.publishEvent(new LadderStarted(
                organizationId, of(organizationId, LadderKind.COMMITMENT).ladderId(), locale));
    }

    private static Ladder starting(LadderKind kind, Locale locale) {
        String key = "ladder.start." + kind + ".";
        List<Rung> rungs = new ArrayList<>();
        for (Optional<Rule> rule : DefaultLadders.rules(kind)) {
            int position = rungs.size() + 1;
            rungs.add(new Rung(
                    new RungId(Id.next()),
                    position,
                    Words.say(locale, key + position + ".name"),
                    Words.say(locale, key + position + ".blurb"),
                    rule));
        }
        return new Ladder(new LadderId(Id.next()), kind, Words.say(locale, key + "name"), rungs);
    }
}
