package org.rung.maps;

import java.util.Optional;
import java.util.Set;
import org.rung.accounts.AuditLog;
import org.rung.accounts.PictureHosts;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The server of map pictures that an organization named. Without one, a map asks nobody but us. With one, that server learns
 * which part of the world a member looks at, and their network address.
 */
@Service
public class Tiles implements PictureHosts {
    private final TileStore store;
    private final AuditLog audit;

    Tiles(TileStore store, AuditLog audit) {
        this.store = store;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Optional<TileServer> of(OrganizationId organizationId) {
        return store.of(organizationId);
    }

    /** Pages that are open already show them once they are loaded anew. */
    @Transactional
    public void name(Actor actor, TileServer server) {
        actor.must(Permission.ADMINISTER);
        store.name(actor.organization(), server);
        audit.add(
                actor,
                "maps.tiles-named",
                "organization",
                Optional.of(actor.organization().value()),
                server.host());
    }

    @Transactional
    public void forget(Actor actor) {
        actor.must(Permission.ADMINISTER);
        if (store.forget(actor.organization()))
            audit.add(
                    actor,
                    "maps.tiles-forgotten",
                    "organization",
                    Optional.of(actor.organization().value()),
                    "");
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> hosts(Actor.Member reader) {
        // A page keeps its rule while one goes from screen to screen, so it holds for whoever may come to a map, and
        // for no
        // one else.
        if (!reader.may(Permission.SEE_PEOPLE)) return Set.of();
        return store.of(reader.organization())
                .map(TileServer::host)
                .map(Set::of)
                .orElse(Set.of());
    }
}
