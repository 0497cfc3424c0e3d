package org.rung.scripts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Changes;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.media.Pictures;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Scripts and their versions. */
@Service
public class Scripts {
    private record Key(OrganizationId organizationId, ScriptVersionId scriptVersionId) {}

    private final ScriptStore store;
    private final Pictures pictures;
    private final AuditLog audit;
    private final Clock clock;
    private final Cache<Key, ScriptTree> versions =
            Caffeine.newBuilder().maximumSize(500).build();

    Scripts(ScriptStore store, Pictures pictures, AuditLog audit, Clock clock) {
        this.audit = audit;
        this.store = store;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** At its latest version. */
    @Transactional(readOnly = true)
    public Script get(Actor actor, ScriptId scriptId) {
        Looking.must(actor);
        return latest(actor, scriptId);
    }

    /** At its latest version, without roles, for rooms above. */
    @Transactional(readOnly = true)
    public Optional<Script> find(OrganizationId organizationId, ScriptId scriptId) {
        return store.latest(organizationId, scriptId);
    }

    /** Cached: versions never change. Without roles, for rooms above. @throws Problem.Missing */
    public ScriptTree version(OrganizationId organizationId, ScriptVersionId scriptVersionId) {
        return versions.get(
                new Key(organizationId, scriptVersionId),
                key -> store.version(organizationId, scriptVersionId)
                        .orElseThrow(() -> new Problem.Missing("script version", scriptVersionId)));
    }

    /** With its number and who saved it. Without roles, for rooms above. */
    @Transactional(readOnly = true)
    public Optional<ScriptVersion> saved(OrganizationId organizationId, ScriptVersionId scriptVersionId) {
        return store.saved(organizationId, scriptVersionId);
    }

    /** The last written first; at most 1,000, without retired ones. */
    @Transactional(readOnly = true)
    public List<Script> all(Actor actor) {
        Looking.must(actor);
        return store.all(actor.organization());
    }

    /** The versions of one, the latest first; before: the number that they are below. */
    @Transactional(readOnly = true)
    public List<ScriptVersion> versions(Actor actor, ScriptId scriptId, Optional<Integer> before, int size) {
        Looking.must(actor);
        latest(actor, scriptId);
        return store.versions(actor.organization(), scriptId, before, size);
    }

    @Transactional
    public ScriptId write(Actor actor, String name, ScriptTree tree) {
        actor.must(Permission.WRITE_SCRIPTS);
        var now = clock.instant();
        pictures.keep(actor.organization(), tree.pictures());
        var scriptId = store.make(actor.organization(), named(name), now);
        store.addVersion(actor, scriptId, 1, tree, now);
        audit.add(actor, "script.made", "script", Optional.of(scriptId.value()), named(name));
        return scriptId;
    }

    /**
     * Makes the next version; running campaigns keep theirs.
     *
     * @param basedOn the number of the version that the change began from
     * @throws Problem.Conflict when that is not the latest any more; nothing is stored then
     */
    @Transactional
    public Script change(Actor actor, ScriptId scriptId, String name, ScriptTree tree, int basedOn) {
        actor.must(Permission.WRITE_SCRIPTS);
        if (!store.lock(actor.organization(), scriptId)) throw new Problem.Missing("script", scriptId);
        var latest = latest(actor, scriptId);
        if (latest.number() != basedOn) throw new Problem.Conflict("problem.script-newer", latest.number(), basedOn);
        var now = clock.instant();
        store.rename(actor.organization(), scriptId, named(name), now);
        if (!latest.tree().equals(tree)) {
            pictures.keep(actor.organization(), tree.pictures());
            store.addVersion(actor, scriptId, latest.number() + 1, tree, now);
        }
        var after = latest(actor, scriptId);
        // The texts themselves stand in the versions, which are kept.
        audit.add(
                actor,
                "script.changed",
                "script",
                Optional.of(scriptId.value()),
                Changes.of()
                        .field("name", latest.name(), after.name())
                        .field("version", latest.number(), after.number())
                        .end());
        return after;
    }

    /** Takes it off the list; campaigns that use it keep it. */
    @Transactional
    public void retire(Actor actor, ScriptId scriptId) {
        actor.must(Permission.WRITE_SCRIPTS);
        store.retire(actor.organization(), scriptId, clock.instant());
        audit.add(actor, "script.retired", "script", Optional.of(scriptId.value()), "");
    }

    private Script latest(Actor actor, ScriptId scriptId) {
        return store.latest(actor.organization(), scriptId).orElseThrow(() -> new Problem.Missing("script", scriptId));
    }

    private static String named(String name) {
        var stripped = name.strip();
        if (stripped.isEmpty()) throw new Problem.Invalid("name", "problem.script-name-empty");
        ScriptLimits.text("name", stripped, 120);
        return stripped;
    }
}
