package org.rung.common;

import java.util.Locale;
import java.util.Optional;

/**
 * What can go wrong in a way a person or a calling program can do something about. What it says is a whole sentence of
 * words/problem.properties, safe to show, without personal data. None of these is worth a stack trace in the log.
 */
public abstract sealed class Problem extends RuntimeException {
    private final Sentence sentence;

    private Problem(Sentence sentence) {
        super(null, null, false, false);
        this.sentence = sentence;
    }

    public Sentence sentence() {
        return sentence;
    }

    /** For whoever reads that language. */
    public String in(Locale locale) {
        return sentence.in(locale);
    }

    /** In English, for programs and logs. */
    @Override
    public String getMessage() {
        return in(Locale.ENGLISH);
    }

    /** Input that cannot be taken: which field, and why, as the rest of a sentence that starts with the field. */
    public static final class Invalid extends Problem {
        private static final char BETWEEN = '\t';

        private final String field;

        public Invalid(String field, String key, Object... arguments) {
            this(field, Sentence.of(key, arguments));
        }

        public Invalid(String field, Sentence why) {
            super(why);
            this.field = field;
        }

        /** What programs call it. */
        public String field() {
            return field;
        }

        /** In English, without the field. */
        public String why() {
            return sentence().in(Locale.ENGLISH);
        }

        /** As it is stored, for {@link #read}. */
        public String text() {
            return field.replace(BETWEEN, ' ') + BETWEEN + sentence().text();
        }

        /** From its stored form; empty for words that were stored as words. */
        public static Optional<Invalid> read(String text) {
            int end = text.indexOf(BETWEEN);
            return end < 0
                    ? Optional.empty()
                    : Sentence.read(text.substring(end + 1)).map(why -> new Invalid(text.substring(0, end), why));
        }

        /** The same of another field. */
        public Invalid about(String other) {
            return new Invalid(other, sentence());
        }

        /** With the name that a person knows the field by. */
        @Override
        public String in(Locale locale) {
            var label = Sentence.of("problem.field." + field.replace(' ', '-'));
            var said = Sentence.of("problem.invalid", label.known() ? label : field, sentence())
                    .in(locale);
            var sentence = Character.toUpperCase(said.charAt(0)) + said.substring(1);
            return sentence.endsWith(".") ? sentence : sentence + ".";
        }

        /** With the name that programs know the field by. */
        @Override
        public String getMessage() {
            return field + " " + why();
        }
    }

    /** No such thing in this organization (also when it exists in another one). */
    public static final class Missing extends Problem {
        private final String id;

        /** @param what as in problem.missing.… */
        public Missing(String what, Object id) {
            super(Sentence.of("problem.missing." + what.replace(' ', '-')));
            this.id = id instanceof Id known ? known.text() : id.toString();
        }

        public Missing(String key) {
            super(Sentence.of(key));
            this.id = "";
        }

        /** With the id, which says nothing to a person. */
        @Override
        public String getMessage() {
            return id.isEmpty() ? in(Locale.ENGLISH) : in(Locale.ENGLISH) + " (" + id + ")";
        }
    }

    /** Someone or something else was first, or the state has moved on; look again and decide anew. */
    public static final class Conflict extends Problem {
        public Conflict(String key, Object... arguments) {
            super(Sentence.of(key, arguments));
        }
    }

    /** The actor may not do this. */
    public static final class Refused extends Problem {
        public Refused(String key, Object... arguments) {
            super(Sentence.of(key, arguments));
        }
    }
}
