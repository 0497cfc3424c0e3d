package org.rung.scripts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rung.common.Sentence;

/** One thing looked at before people are texted. details fill its words. */
public record Check(Room room, String key, Level level, List<Object> details, Optional<Fix> fix) {
    public enum Level {
        OK,
        LOOK,
        /** A campaign does not start while one of these stands. */
        MUST,
        COST
    }

    /** Replacing one by the other in the script mends it. */
    public record Fix(String from, String to) {}

    /** The room that looked, whose message files have the words. */
    public record Room(String name) {
        public Check ok(String key, Object... details) {
            return check(key, Level.OK, details);
        }

        public Check look(String key, Object... details) {
            return check(key, Level.LOOK, details);
        }

        public Check must(String key, Object... details) {
            return check(key, Level.MUST, details);
        }

        public Check cost(String key, Object... details) {
            return check(key, Level.COST, details);
        }

        private Check check(String key, Level level, Object... details) {
            return new Check(this, key, level, List.of(details), Optional.empty());
        }
    }

    /** The key of its words in the message files. */
    public String words() {
        return room.name() + ".check." + key + "." + level.name().toLowerCase(Locale.ROOT);
    }

    public Sentence said() {
        return new Sentence(words(), details);
    }
}
