package org.rung.scripts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rung.people.OwnLinks;

/** Merge fields of scripts and replies; pure. */
public final class MergeText {
    /** What every text may use; custom fields are {@code field.} and their key. */
    public static final List<String> FIELDS =
            List.of("firstName", "lastName", "city", "texter.firstName", "organization.name");

    public static final String CUSTOM = "field.";

    /** Known only where gifts are taken online. */
    public static final String GIVE_LINK = OwnLinks.FIELD;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,70}");

    private MergeText() {}

    /** The fields a text may use: firstName, lastName, city, texter.firstName, organization.name. Fallback after a bar: {firstName|there}. */
    public static String render(String template, Map<String, String> values) {
        return fill(template, values).stream().map(MergeFilled::text).collect(Collectors.joining());
    }

    /** The same in parts, so that a screen can show which words came from whom. */
    public static List<MergeFilled> fill(String template, Map<String, String> values) {
        var filled = new ArrayList<MergeFilled>();
        boolean missing = false;
        for (var piece : pieces(template)) {
            switch (piece) {
                case MergePiece.Field field -> {
                    var value = MergeValues.clean(values.getOrDefault(field.name(), ""));
                    if (value.isEmpty()) value = field.fallback().strip();
                    missing = value.isEmpty();
                    if (!missing) filled.add(new MergeFilled(value, Optional.of(field.name())));
                }
                case MergePiece.Words words -> {
                    add(filled, words.stored(), missing);
                    missing = false;
                }
                case MergePiece.Broken broken -> filled.add(new MergeFilled(broken.stored(), Optional.empty()));
            }
        }
        return missing ? withoutLastSpace(filled) : filled;
    }

    /** Where a field came out empty, the words close up: no double space, no space before a comma, no comma first. */
    private static void add(List<MergeFilled> filled, String words, boolean afterNothing) {
        if (!afterNothing || words.isEmpty()) {
            put(filled, words);
        } else if (filled.isEmpty()) {
            put(filled, words.replaceFirst("^[ ,;:]+", ""));
        } else {
            boolean spaceBefore = filled.getLast().text().endsWith(" ");
            if (spaceBefore && ".,;:!?)".indexOf(words.charAt(0)) >= 0) withoutLastSpace(filled);
            put(filled, spaceBefore ? words.replaceFirst("^ ", "") : words);
        }
    }

    private static void put(List<MergeFilled> filled, String words) {
        if (!words.isEmpty()) filled.add(new MergeFilled(words, Optional.empty()));
    }

    private static List<MergeFilled> withoutLastSpace(List<MergeFilled> filled) {
        if (!filled.isEmpty() && filled.getLast().field().isEmpty()) {
            var last = filled.removeLast();
            filled.add(new MergeFilled(last.text().stripTrailing(), Optional.empty()));
        }
        return filled;
    }

    /** Unknown fields and braces without a partner, in order. */
    public static List<MergeFlaw> flaws(String template, Set<String> known) {
        var flaws = new ArrayList<MergeFlaw>();
        for (var piece : pieces(template)) {
            switch (piece) {
                case MergePiece.Broken broken ->
                    flaws.add(new MergeFlaw(MergeFlaw.Kind.BROKEN_BRACE, broken.at(), broken.stored()));
                case MergePiece.Field field
                when !known.contains(field.name()) ->
                    flaws.add(new MergeFlaw(MergeFlaw.Kind.UNKNOWN_FIELD, field.at(), field.stored()));
                default -> {}
            }
        }
        return flaws;
    }

    /** Never throws; all pieces' stored forms together are the template. */
    public static List<MergePiece> pieces(String template) {
        var pieces = new ArrayList<MergePiece>();
        int from = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c != '{' && c != '}') continue;
            if (i > from) pieces.add(new MergePiece.Words(from, template.substring(from, i)));
            int end = c == '{' ? closing(template, i) : -1;
            pieces.add(
                    end < 0
                            ? new MergePiece.Broken(i, template.substring(i, i + 1))
                            : field(i, template.substring(i, end + 1)));
            i = Math.max(i, end);
            from = i + 1;
        }
        if (from < template.length()) pieces.add(new MergePiece.Words(from, template.substring(from)));
        return pieces;
    }

    private static int closing(String template, int open) {
        for (int i = open + 1; i < template.length(); i++) {
            if (template.charAt(i) == '}') return i;
            if (template.charAt(i) == '{') return -1;
        }
        return -1;
    }

    private static MergePiece field(int at, String stored) {
        var inside = stored.substring(1, stored.length() - 1);
        int bar = inside.indexOf('|');
        var name = (bar < 0 ? inside : inside.substring(0, bar)).strip();
        return NAME.matcher(name).matches()
                ? new MergePiece.Field(at, stored, name, bar < 0 ? "" : inside.substring(bar + 1))
                : new MergePiece.Broken(at, stored);
    }
}
