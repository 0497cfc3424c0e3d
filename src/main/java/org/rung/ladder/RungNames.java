package org.rung.ladder;

import java.util.List;
import java.util.Map;

/** What the rungs of a history are called, those that were retired too. */
public final class RungNames {
    private final List<Ladder> ladders;
    private final Map<LadderId, List<LadderVersion>> versions;

    RungNames(List<Ladder> ladders, Map<LadderId, List<LadderVersion>> versions) {
        this.ladders = ladders;
        this.versions = versions;
    }

    public String from(MoveRow move) {
        return name(move.ladderId(), move.version(), move.from());
    }

    public String to(MoveRow move) {
        return name(move.ladderId(), move.version(), move.to());
    }

    /** As it is called today; one that is no more, as it was called then. */
    private String name(LadderId ladderId, int version, int position) {
        Ladder today = ladders.stream()
                .filter(ladder -> ladder.ladderId().equals(ladderId))
                .findFirst()
                .orElseThrow();
        return versions.getOrDefault(ladderId, List.of()).stream()
                .filter(one -> one.version() == version && version != today.version())
                .findFirst()
                .map(one -> {
                    Rung then = one.of(today).rung(position);
                    return today.rungs().stream()
                            .filter(rung -> rung.rungId().equals(then.rungId()))
                            .findFirst()
                            .orElse(then)
                            .name();
                })
                .orElseGet(() -> today.rung(position).name());
    }
}
