package org.rung.scripts;

import java.util.regex.Pattern;
import org.rung.common.Problem;

/** How big a script may be. */
public final class ScriptLimits {
    public static final int LONGEST_TEXT = 1600;
    static final int DEEPEST = 12;
    static final int MOST_NODES = 200;
    /** 200 nodes of two full texts fit; anything bigger is refused before it is read. */
    static final int LONGEST_JSON = 1_000_000;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

    private ScriptLimits() {}

    static void key(String field, String key) {
        if (!KEY.matcher(key).matches()) throw new Problem.Invalid(field, "problem.key-needed");
    }

    public static void text(String field, String text, int longest) {
        if (text.length() > longest)
            throw new Problem.Invalid(field, "problem.script-text-long", text.length(), longest);
    }
}
