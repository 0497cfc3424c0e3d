package org.rung.links;

import java.net.IDN;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.rung.common.Problem;

/** The name of a computer that everyone can reach, in the letters that the network uses (punycode), in lower case. */
record HostName(String text) {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    /** As browsers read numbers: 127.0.0.1 may be written 2130706433, 0x7f.1 or 0177.0.0.1. */
    private static final Pattern NUMBER = Pattern.compile("(?:0x[0-9a-f]*|[0-9]+)");

    private static final List<String> NOT_PUBLIC = List.of(
            "localhost",
            "localdomain",
            "local",
            "internal",
            "intranet",
            "lan",
            "home",
            "corp",
            "private",
            "home.arpa",
            "test",
            "invalid",
            "onion");

    /** Letters of other alphabets that nobody can tell from Latin ones. */
    private static final String LOOKALIKES = "асԁеһіјӏкмнорԛгѕтцуԝхьвзпαινορτυχκεηγω";

    private static final int LONGEST = 190;

    /** @throws Problem.Invalid naming the field, with the host as the network writes it */
    static HostName of(String field, String written) {
        var plain = written.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (plain.startsWith("[") || isNumber(plain))
            throw new Problem.Invalid(field, "problem.link-number", shown(plain));
        var ascii = ascii(field, plain);
        var labels = ascii.split("\\.", -1);
        for (var label : labels) {
            if (!LABEL.matcher(label).matches()) throw new Problem.Invalid(field, "problem.link-no-site", shown(ascii));
        }
        if (labels.length < 2 || NOT_PUBLIC.stream().anyMatch(end -> ascii.equals(end) || ascii.endsWith("." + end)))
            throw new Problem.Invalid(field, "problem.link-private", shown(ascii));
        return new HostName(ascii);
    }

    private static String ascii(String field, String plain) {
        String ascii;
        try {
            ascii = IDN.toASCII(plain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException odd) {
            throw new Problem.Invalid(field, "problem.link-no-site", shown(plain));
        }
        if (ascii.length() > LONGEST) throw new Problem.Invalid(field, "problem.link-long", LONGEST);
        var unicode = IDN.toUnicode(ascii, IDN.ALLOW_UNASSIGNED).split("\\.", -1);
        var latinEnd = unicode[unicode.length - 1].chars().allMatch(sign -> sign < 128);
        for (var label : unicode) {
            if (label.startsWith("xn--")) throw new Problem.Invalid(field, "problem.link-no-site", shown(ascii));
            if (mixes(label) || (latinEnd && poses(label)))
                throw new Problem.Invalid(field, "problem.link-imitates", shown(ascii));
        }
        return ascii;
    }

    /** Alphabets in one word; what all of them share, such as digits, says nothing. */
    private static boolean mixes(String label) {
        Set<Character.UnicodeScript> scripts = EnumSet.noneOf(Character.UnicodeScript.class);
        label.codePoints().mapToObj(Character.UnicodeScript::of).forEach(scripts::add);
        scripts.remove(Character.UnicodeScript.COMMON);
        scripts.remove(Character.UnicodeScript.INHERITED);
        // Japanese and Korean are written in several at once.
        if (scripts.contains(Character.UnicodeScript.HIRAGANA) || scripts.contains(Character.UnicodeScript.KATAKANA)) {
            scripts.remove(Character.UnicodeScript.HIRAGANA);
            scripts.remove(Character.UnicodeScript.KATAKANA);
            scripts.add(Character.UnicodeScript.HAN);
        }
        if (scripts.remove(Character.UnicodeScript.HANGUL)) scripts.add(Character.UnicodeScript.HAN);
        return scripts.size() > 1;
    }

    /** A whole word of lookalikes, such as аррӏе. */
    private static boolean poses(String label) {
        return label.codePoints().anyMatch(sign -> sign > 127)
                && label.codePoints().filter(Character::isLetter).allMatch(sign -> LOOKALIKES.indexOf(sign) >= 0);
    }

    private static boolean isNumber(String host) {
        var parts = host.split("\\.", -1);
        return NUMBER.matcher(parts[parts.length - 1]).matches();
    }

    private static String shown(String host) {
        return host.length() > 80 ? host.substring(0, 80) + "…" : host;
    }
}
