package org.rung.hosting;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.events.Event;
import org.rung.events.EventChanged;
import org.rung.events.EventId;
import org.rung.events.EventState;
import org.rung.events.Events;
import org.rung.events.Hosts;
import org.rung.media.Papers;
import org.rung.media.Served;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Files of an umbrella's kit: organizers put them there, whoever hosts one under it has them. */
@Service
public class KitFiles {
    public static final int MOST = 5;

    private final KitFileStore store;
    private final Events events;
    private final Papers papers;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KitFiles(
            KitFileStore store,
            Events events,
            Papers papers,
            AuditLog audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.events = events;
        this.papers = papers;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Outside any transaction, since its bytes are written before.
     *
     * @param name as the file was called where it came from
     * @throws Problem.Invalid for a sixth, one that is too large, and what is no PDF, PNG, JPEG, plain text or .docx
     * @throws Problem.Conflict when nobody hosts under it any more
     */
    public KitFileId add(Actor actor, EventId umbrella, String name, byte[] bytes) {
        actor.must(Permission.RUN_CAMPAIGNS);
        mustTake(events.get(actor, umbrella));
        mustHaveRoom(actor.organization(), umbrella);
        Papers.Kept kept = papers.keepHandout(actor.organization(), bytes);
        var file = new KitFile(new KitFileId(Id.next()), umbrella, KitFile.cleaned(name, kept.type()), kept);
        try {
            transaction.executeWithoutResult(status -> {
                store.lock(actor.organization(), umbrella);
                mustTake(events.get(actor, umbrella));
                mustHaveRoom(actor.organization(), umbrella);
                store.add(
                        actor.organization(),
                        file,
                        actor.member(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
                audit.add(actor, "event.kit-file-added", "event", Optional.of(umbrella.value()), file.name());
            });
        } catch (RuntimeException failed) {
            papers.drop(kept);
            throw failed;
        }
        return file.kitFileId();
    }

    private static void mustTake(Event event) {
        if (!event.umbrella()) throw new Problem.Invalid("umbrella", "problem.umbrella-none");
        if (event.state() == EventState.CANCELLED || event.state() == EventState.OVER) {
            throw new Problem.Conflict("problem.event-closed");
        }
    }

    private void mustHaveRoom(OrganizationId here, EventId umbrella) {
        if (store.of(here, umbrella).size() >= MOST) throw new Problem.Invalid("file", "problem.kit-full", MOST);
    }

    /** @throws Problem.Missing when it is not there any more, or another organization's */
    @Transactional
    public void remove(Actor actor, KitFileId id) {
        actor.must(Permission.RUN_CAMPAIGNS);
        KitFile file = store.find(actor.organization(), id).orElseThrow(() -> new Problem.Missing("kit-file", id));
        if (!store.remove(actor.organization(), id)) return;
        papers.forget(List.of(file.file()));
        audit.add(
                actor,
                "event.kit-file-removed",
                "event",
                Optional.of(file.umbrella().value()),
                file.name());
    }

    /** Nobody hosts under what is called off: its kit goes with it. */
    @EventListener
    void changed(EventChanged changed) {
        List<KitFile> files = store.of(changed.organizationId(), changed.eventId());
        if (files.isEmpty()) return;
        events.find(changed.organizationId(), changed.eventId())
                .filter(event -> event.state() == EventState.CANCELLED)
                .ifPresent(event -> {
                    files.forEach(file -> store.remove(changed.organizationId(), file.kitFileId()));
                    papers.forget(files.stream().map(KitFile::file).toList());
                });
    }

    /** In the order in which they were added; at most {@value #MOST}. */
    @Transactional(readOnly = true)
    public List<KitFile> of(Actor actor, EventId umbrella) {
        actor.must(Permission.SEE_PEOPLE);
        return store.of(actor.organization(), umbrella);
    }

    /** For whoever hosts that one: those of the umbrella it is held under. */
    @Transactional(readOnly = true)
    public List<KitFile> of(Hosts.HostAtDoor door) {
        return door.event()
                .under()
                .map(umbrella -> store.of(door.organizationId(), umbrella))
                .orElse(List.of());
    }

    /** Empty when it is not there, or another organization's. Outside any transaction. */
    public Optional<Served> open(Actor actor, KitFileId id) {
        actor.must(Permission.SEE_PEOPLE);
        return store.find(actor.organization(), id).flatMap(this::served);
    }

    /** Empty for any file but those of the umbrella that this host holds one under. Outside any transaction. */
    public Optional<Served> open(Hosts.HostAtDoor door, KitFileId id) {
        return store.find(door.organizationId(), id)
                .filter(file ->
                        door.event().under().filter(file.umbrella()::equals).isPresent())
                .flatMap(this::served);
    }

    private Optional<Served> served(KitFile file) {
        return papers.read(file.file())
                .map(bytes -> new Served(bytes, file.file().type().mime(), false, file.name()));
    }
}
