package org.rung.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Of a text the part around the words that were looked for, in pieces: those words, and what stands between them. */
public record Excerpt(List<Piece> pieces) {
    private static final int BEFORE = 60;
    private static final int LONGEST = 220;
    private static final String CUT = "…";

    public record Piece(String text, boolean found) {}

    /** The whole text. */
    public static Excerpt whole(String text, String lookedFor) {
        return cut(text, lookedFor, Integer.MAX_VALUE);
    }

    public static Excerpt around(String text, String lookedFor) {
        return cut(text, lookedFor, LONGEST);
    }

    private static Excerpt cut(String text, String lookedFor, int longest) {
        Set<String> words = new HashSet<>(Words.of(lookedFor));
        List<Words.Spoken> found = Words.spoken(text).stream()
                .filter(spoken -> words.contains(spoken.word()))
                .toList();
        int from = 0;
        int to = text.length();
        if (to > longest) {
            from = found.isEmpty() ? 0 : Math.max(0, found.getFirst().from() - BEFORE);
            from = Math.min(from, to - longest);
            // Not between the two halves of an emoji.
            if (from > 0 && Character.isLowSurrogate(text.charAt(from))) from--;
            to = from + longest;
            if (Character.isHighSurrogate(text.charAt(to - 1))) to--;
        }
        return new Excerpt(pieces(text, found, from, to));
    }

    private static List<Piece> pieces(String text, List<Words.Spoken> found, int from, int to) {
        List<Piece> pieces = new ArrayList<>();
        if (from > 0) pieces.add(new Piece(CUT, false));
        int at = from;
        for (Words.Spoken spoken : found) {
            if (spoken.from() < at || spoken.to() > to) continue;
            if (spoken.from() > at) pieces.add(new Piece(text.substring(at, spoken.from()), false));
            pieces.add(new Piece(text.substring(spoken.from(), spoken.to()), true));
            at = spoken.to();
        }
        if (at < to) pieces.add(new Piece(text.substring(at, to), false));
        if (to < text.length()) pieces.add(new Piece(CUT, false));
        return pieces;
    }
}
