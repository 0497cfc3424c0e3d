package org.rung.texting;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.rung.actions.ActionId;
import org.rung.commitments.CommitmentId;

/** What an answer has done, so that another answer can take it back. Stored as a line each. */
record DoneEffects(List<ActionId> actions, List<CommitmentId> commitments, List<String> tags) {

    static final DoneEffects NONE = new DoneEffects(List.of(), List.of(), List.of());

    static DoneEffects of(String text) {
        return new DoneEffects(
                lines(text, "action ").stream()
                        .map(id -> new ActionId(Long.parseLong(id)))
                        .toList(),
                lines(text, "commitment ").stream()
                        .map(id -> new CommitmentId(Long.parseLong(id)))
                        .toList(),
                lines(text, "tag "));
    }

    String text() {
        return java.util.stream.Stream.of(
                        actions.stream().map(action -> "action " + action.value()),
                        commitments.stream().map(commitment -> "commitment " + commitment.value()),
                        tags.stream().map(tag -> "tag " + tag))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static List<String> lines(String text, String kind) {
        return Arrays.stream(text.split("\n"))
                .filter(line -> line.startsWith(kind))
                .map(line -> line.substring(kind.length()))
                .toList();
    }
}
