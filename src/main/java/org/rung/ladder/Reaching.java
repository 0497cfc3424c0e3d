package org.rung.ladder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells other rooms how to know who came to a rung, whatever was changed about its ladder since. */
@Service
public class Reaching {
    private final LadderStore ladders;
    private final VersionStore versions;

    Reaching(LadderStore ladders, VersionStore versions) {
        this.ladders = ladders;
        this.versions = versions;
    }

    /** Of a rung in use; empty for one of another organization, or that is no more. */
    @Transactional(readOnly = true)
    public Optional<Reached> of(OrganizationId organizationId, RungId rungId) {
        for (Ladder ladder : ladders.of(organizationId))
            for (Rung rung : ladder.rungs())
                if (rung.rungId().equals(rungId))
                    return Optional.of(new Reached(
                            ladder.ladderId(),
                            rung,
                            positions(ladder, rung, versions.of(organizationId, ladder.ladderId()))));
        return Optional.empty();
    }

    private static Map<Integer, Integer> positions(Ladder today, Rung rung, List<LadderVersion> versions) {
        Map<Integer, Integer> positions = new HashMap<>();
        for (LadderVersion one : versions) {
            int position = one.shape().position(rung.rungId());
            if (position > 0) positions.put(one.version(), position);
        }
        positions.put(today.version(), rung.position());
        return positions;
    }
}
