package org.rung.people;

import org.rung.common.Problem;

/** What organizers put on supporters. */
public record Tag(TagId tagId, String name) {
    /** The name as it is stored: without spaces around it, at most 60 characters; case and accents do not make another tag. */
    public static String named(String name) {
        var plain = name.strip().replaceAll("\\s+", " ");
        if (plain.isEmpty()) throw new Problem.Invalid("tag", "problem.empty");
        if (plain.codePointCount(0, plain.length()) > 60) throw new Problem.Invalid("tag", "problem.too-long", 60);
        return plain;
    }
}
