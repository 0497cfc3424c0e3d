package org.rung.care;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One language's slurs and threats: words in all their forms, phrases, and phrases in which such a word means no harm. */
final class WordList {
    private final Set<String> words = new HashSet<>();
    private final Map<String, List<String>> byLetters = new HashMap<>();
    private final List<String> phrases = new ArrayList<>();
    private final List<String> spared = new ArrayList<>();

    private WordList() {}

    /** From care/hurtful_LANGUAGE.txt: forms of a word on a line, a "phrase" in quotes, and after a minus what is spared. */
    static WordList read(String language) {
        var list = new WordList();
        String file = "/care/hurtful_" + language + ".txt";
        try (InputStream in = Objects.requireNonNull(WordList.class.getResourceAsStream(file), file)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(list::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return list;
    }

    private void add(String line) {
        List<String> folded = Folded.tokens(line).stream()
                .map(one -> Folded.letters(one, 'i'))
                .toList();
        if (line.startsWith("\"")) {
            phrases.add(padded(folded));
        } else if (line.startsWith("-")) {
            spared.add(padded(folded));
        } else {
            folded.forEach(word -> {
                words.add(word);
                byLetters
                        .computeIfAbsent(Folded.once(word), letters -> new ArrayList<>())
                        .add(word);
            });
        }
    }

    boolean hurts(List<String> said) {
        String sentence = padded(said);
        for (String harmless : spared) {
            sentence = sentence.replace(harmless, " . ");
        }
        String left = sentence;
        return phrases.stream().anyMatch(left::contains)
                || List.of(left.strip().split(" ")).stream().anyMatch(this::word);
    }

    private boolean word(String said) {
        return words.contains(said)
                || byLetters.getOrDefault(Folded.once(said), List.of()).stream()
                        .anyMatch(word -> Folded.drawnOut(said, word))
                || (said.indexOf('*') > 0 && words.stream().anyMatch(word -> starred(said, word)));
    }

    /** With some letters replaced by stars, and half of them still there. */
    private static boolean starred(String said, String word) {
        if (said.length() != word.length()
                || said.chars().filter(each -> each == '*').count() * 2 > said.length()) {
            return false;
        }
        for (int i = 0; i < said.length(); i++) {
            if (said.charAt(i) != '*' && said.charAt(i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String padded(List<String> words) {
        return " " + String.join(" ", words) + " ";
    }
}
