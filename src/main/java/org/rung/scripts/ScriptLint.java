package org.rung.scripts;

import static org.rung.scripts.ScriptChecks.HERE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may be said and still does harm: words that carriers filter, shouting, and branches that lead nowhere. */
final class ScriptLint {
    private static final Pattern RISKY = Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])("
            + words("/scripts/carrier-risk.txt").stream().map(Pattern::quote).collect(Collectors.joining("|"))
            + ")(?![\\p{L}\\p{N}])");

    /** What is meant to stand in capital letters. */
    private static final Pattern COMMANDS =
            Pattern.compile("\\b(STOP|HELP|JOIN|START|QUIT|UNSUBSCRIBE|CANCEL|ALTO|AYUDA)\\b");

    private static final Pattern LOUD =
            Pattern.compile("(?u)(?<![\\p{L}\\p{N}])\\p{Lu}{2,}(\\s+\\p{Lu}{2,}){2,}(?![\\p{L}\\p{N}])|!{2,}");

    private ScriptLint() {}

    static List<Check> of(ScriptTree tree) {
        var found = new ArrayList<Check>();
        risky(tree).ifPresent(found::add);
        loud(tree).ifPresent(found::add);
        tree.question().ifPresent(first -> branches(first, found));
        return found;
    }

    /** The first word at fault, and where it stands. */
    static Optional<Check> risky(ScriptTree tree) {
        for (var text : ScriptChecks.texts(tree).entrySet()) {
            var match = RISKY.matcher(text.getValue());
            if (match.find())
                return Optional.of(HERE.look("carrierWords", match.group(), match.start() + 1, text.getKey()));
        }
        return Optional.empty();
    }

    static Optional<Check> loud(ScriptTree tree) {
        for (var text : ScriptChecks.texts(tree).entrySet()) {
            var match = LOUD.matcher(COMMANDS.matcher(text.getValue()).replaceAll("stop"));
            if (match.find()) return Optional.of(HERE.look("loud", match.group(), text.getKey()));
        }
        return Optional.empty();
    }

    private static void branches(Question question, List<Check> found) {
        if (question.answers().isEmpty()) found.add(HERE.look("deadEnd", question.words()));
        var labels = new HashSet<String>();
        for (var answer : question.answers()) {
            var label = answer.label().strip();
            if (label.isEmpty()) found.add(HERE.look("noLabel", question.words()));
            else if (!labels.add(label.toLowerCase(Locale.ROOT)))
                found.add(HERE.look("twice", label, question.words()));
            boolean leaves = answer.effects().stream().anyMatch(Effect.OptOut.class::isInstance);
            if (leaves && answer.next().isPresent()) found.add(HERE.look("unreachable", label));
            answer.next().ifPresent(next -> branches(next, found));
        }
    }

    private static List<String> words(String resource) {
        try (var stream = Objects.requireNonNull(ScriptLint.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
