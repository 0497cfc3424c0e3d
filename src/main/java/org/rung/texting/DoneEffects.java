package org.rung.texting;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.actions.ActionId;
import org.rung.asks.Answer;
import org.rung.commitments.CommitmentId;

/** What an answer has done, so that another answer can take it back. Stored as a line each. */
record DoneEffects(
        List<ActionId> actions,
        List<CommitmentId> commitments,
        List<String> tags,
        List<Answer> asked,
        List<SaidToCome> coming) {

    static final DoneEffects NONE = new DoneEffects(List.of(), List.of(), List.of(), List.of(), List.of());

    static DoneEffects of(String text) {
        return new DoneEffects(
                lines(text, "action ").stream()
                        .map(id -> new ActionId(Long.parseLong(id)))
                        .toList(),
                lines(text, "commitment ").stream()
                        .map(id -> new CommitmentId(Long.parseLong(id)))
                        .toList(),
                lines(text, "tag "),
                lines(text, "asked ").stream().map(DoneEffects::asked).toList(),
                lines(text, "coming ").stream().map(SaidToCome::of).toList());
    }

    String text() {
        return Stream.of(
                        actions.stream().map(action -> "action " + action.value()),
                        commitments.stream().map(commitment -> "commitment " + commitment.value()),
                        tags.stream().map(tag -> "tag " + tag),
                        asked.stream().map(DoneEffects::asked),
                        coming.stream().map(said -> "coming " + said.text()))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static String asked(Answer answer) {
        return "asked " + answer.asking().map(String::valueOf).orElse("-") + " "
                + answer.restsUntil().map(Instant::toString).orElse("-");
    }

    private static Answer asked(String line) {
        String[] parts = line.split(" ");
        return new Answer(
                Optional.of(parts[0]).filter(part -> !part.equals("-")).map(Long::parseLong),
                Optional.of(parts[1]).filter(part -> !part.equals("-")).map(Instant::parse));
    }

    private static List<String> lines(String text, String kind) {
        return Arrays.stream(text.split("\n"))
                .filter(line -> line.startsWith(kind))
                .map(line -> line.substring(kind.length()))
                .toList();
    }
}
