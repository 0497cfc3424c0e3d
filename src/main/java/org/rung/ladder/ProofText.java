package org.rung.ladder;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The evidence of a move as it is stored. */
final class ProofText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProofText() {}

    static String write(List<Fact> evidence) {
        return JSON.writeValueAsString(proofs(evidence));
    }

    static List<Proof> read(@Nullable String stored) {
        return stored == null ? List.of() : JSON.readValue(stored, new TypeReference<List<Proof>>() {});
    }

    static List<Proof> proofs(List<Fact> evidence) {
        return evidence.stream().map(ProofText::proof).toList();
    }

    private static Proof proof(Fact fact) {
        return switch (fact) {
            case Fact.Done done ->
                new Proof("ACTION", done.actionId().text(), done.type().name(), done.at(), done.quantity());
            case Fact.Kept kept ->
                new Proof(
                        "COMMITMENT", kept.commitmentId().text(), kept.family().name(), kept.at(), 1);
            case Fact.Moved moved -> throw new IllegalStateException("a move by hand is no evidence");
            case Fact.Locked locked -> throw new IllegalStateException("a lock is no evidence");
            case Fact.Unlocked unlocked -> throw new IllegalStateException("a lock is no evidence");
        };
    }
}
