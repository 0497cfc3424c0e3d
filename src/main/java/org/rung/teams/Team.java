package org.rung.teams;

import java.time.Instant;
import java.util.Optional;

/** Some members of an organization. Archived, it leads nowhere and helps nobody, and can be brought back. */
public record Team(TeamId teamId, String name, Optional<Instant> archivedAt) {
    public boolean archived() {
        return archivedAt.isPresent();
    }
}
