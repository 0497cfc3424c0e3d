package org.rung.campaigns;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** One thing looked at before people are texted. details fill its words. */
public record Check(String key, Level level, List<Object> details, Optional<Fix> fix) {
    public enum Level {
        OK,
        LOOK,
        /** A campaign does not start while one of these stands. */
        MUST,
        COST
    }

    /** Replacing one by the other in the script mends it. */
    public record Fix(String from, String to) {}

    static Check ok(String key, Object... details) {
        return new Check(key, Level.OK, List.of(details), Optional.empty());
    }

    static Check look(String key, Object... details) {
        return new Check(key, Level.LOOK, List.of(details), Optional.empty());
    }

    static Check must(String key, Object... details) {
        return new Check(key, Level.MUST, List.of(details), Optional.empty());
    }

    /** The key of its words in the message files. */
    public String words() {
        return "campaigns.check." + key + "." + level.name().toLowerCase(Locale.ROOT);
    }

    /** In English, for programs. */
    public String sentence() {
        var words = ResourceBundle.getBundle("words.campaigns", Locale.ROOT).getString(words());
        return details.isEmpty() ? words : new MessageFormat(words, Locale.ENGLISH).format(details.toArray());
    }
}
