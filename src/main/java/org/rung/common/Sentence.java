package org.rung.common;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;

/**
 * Something to tell a person, kept as what it says and not as words: a key of words/*.properties, whose first part names
 * the file, and what stands in its places. It is said where it is read, in the language of whoever reads it.
 *
 * @param arguments numbers, texts, sentences, and collections of sentences, which are said one after another
 */
public record Sentence(String key, List<Object> arguments) {
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final String BETWEEN = "\t";

    public Sentence {
        arguments = List.copyOf(arguments);
    }

    public static Sentence of(String key, Object... arguments) {
        return new Sentence(key, List.of(arguments));
    }

    public String in(Locale locale) {
        var words = words(locale);
        return arguments.isEmpty()
                ? words
                : new MessageFormat(words, locale)
                        .format(arguments.stream().map(one -> said(one, locale)).toArray());
    }

    /** True when the message files know it. */
    public boolean known() {
        return !words(Locale.ENGLISH).equals(key);
    }

    private String words(Locale locale) {
        int end = key.indexOf('.');
        if (end < 1 || key.contains(" ")) return key;
        try {
            return ResourceBundle.getBundle("words." + key.substring(0, end), locale, NO_FALLBACK)
                    .getString(key);
        } catch (MissingResourceException unknown) {
            return key;
        }
    }

    private static Object said(Object argument, Locale locale) {
        return switch (argument) {
            case Sentence sentence -> sentence.in(locale);
            case Collection<?> several ->
                several.stream().map(one -> said(one, locale).toString()).collect(Collectors.joining(" "));
            default -> argument;
        };
    }

    /** As it is stored, for {@link #read}; sentences within it keep their key alone. */
    public String text() {
        var text = new StringBuilder(key);
        for (var argument : arguments) {
            text.append(BETWEEN)
                    .append(
                            switch (argument) {
                                case Long number -> "#" + number;
                                case Integer number -> "#" + number;
                                case Sentence sentence -> "@" + sentence.key();
                                default -> "=" + argument.toString().replace(BETWEEN, " ");
                            });
        }
        return text.toString();
    }

    /** Stored words in that language where they have a key, else as they are. */
    public static String said(String stored, Locale locale) {
        return read(stored).map(sentence -> sentence.in(locale)).orElse(stored);
    }

    /** From its stored form; empty for words that were stored as words. */
    public static Optional<Sentence> read(String text) {
        var parts = text.split(BETWEEN, -1);
        var arguments = new ArrayList<Object>();
        for (int i = 1; i < parts.length; i++) {
            if (!parts[i].matches("#-?\\d{1,18}|[@=](?s:.*)")) return Optional.empty();
            var rest = parts[i].substring(1);
            arguments.add(
                    switch (parts[i].charAt(0)) {
                        case '#' -> Long.parseLong(rest);
                        case '@' -> Sentence.of(rest);
                        default -> rest;
                    });
        }
        return Optional.of(new Sentence(parts[0], arguments)).filter(Sentence::known);
    }
}
