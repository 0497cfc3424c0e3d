package org.rung.common;

/** What people and programs write beside an act, held to its size. */
public final class Written {
    private Written() {}

    /** Why they did it, in 1 to 320 characters. */
    public static String reason(String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > 320) {
            throw new Problem.Invalid("reason", "problem.reason");
        }
        return why;
    }

    /** The same key again does nothing new: 1 to 120 printable characters. */
    public static String onceKey(String key) {
        if (key.isEmpty() || key.length() > 120 || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new Problem.Invalid("onceKey", "problem.once-key");
        }
        return key;
    }

    /** So many characters at most, without the blanks around them. */
    public static String within(String field, String words, int longest) {
        String plain = words.strip();
        if (plain.length() > longest) throw new Problem.Invalid(field, "problem.too-long", longest);
        return plain;
    }
}
