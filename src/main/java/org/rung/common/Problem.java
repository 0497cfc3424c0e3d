package org.rung.common;

import java.util.Locale;

/**
 * What can go wrong in a way a person or a calling program can do something about. The message is a whole sentence,
 * safe to show, without personal data. None of these is worth a stack trace in the log.
 */
public abstract sealed class Problem extends RuntimeException {
    private static final int KEY = 60;

    private final String key;

    private Problem(String message) {
        this(message, message);
    }

    private Problem(String message, String names) {
        super(message, null, false, false);
        String slug = names.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        this.key = "problem." + slug.substring(0, Math.min(KEY, slug.length()));
    }

    /** Under what the words of other languages keep this sentence: its own first letters, so that no catalogue is kept twice. */
    public String key() {
        return key;
    }

    /** Input that cannot be taken: which field, and why, as the rest of a sentence that starts with the field. */
    public static final class Invalid extends Problem {
        private final String field;
        private final String why;

        public Invalid(String field, String why) {
            super(field + " " + why);
            this.field = field;
            this.why = why;
        }

        public String field() {
            return field;
        }

        public String why() {
            return why;
        }
    }

    /** No such thing in this organization (also when it exists in another one). */
    public static final class Missing extends Problem {
        public Missing(String what, Object id) {
            super("There is no " + what + " " + id + " here. It may have been removed.", "missing " + what);
        }

        public Missing(String sentence) {
            super(sentence);
        }
    }

    /** Someone or something else was first, or the state has moved on; look again and decide anew. */
    public static final class Conflict extends Problem {
        public Conflict(String sentence) {
            super(sentence);
        }
    }

    /** The actor may not do this. */
    public static final class Refused extends Problem {
        public Refused(String sentence) {
            super(sentence);
        }
    }
}
