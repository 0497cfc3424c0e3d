package org.rung.common;

import java.util.regex.Pattern;

/**
 * Sentences without what they say of people: databases and libraries quote the values that they trip over. Kept out are
 * phone numbers and e-mail addresses wherever they stand, and whatever a database server quotes as a value.
 */
public final class Unsaid {
    private static final Pattern QUOTED = Pattern.compile(
            "(?s)(Duplicate entry |value: |value |near |literal: )'.*?'(?= for (?:key|column|function)| at (?:row|line)|$)",
            Pattern.MULTILINE);
    private static final Pattern STATEMENT = Pattern.compile("(?s)SQL \\[.*?\\](?=;|$)", Pattern.MULTILINE);
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9][0-9 ().-]{4,16}[0-9]");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}");

    private Unsaid() {}

    public static String of(String words) {
        String text = words;
        if (text.indexOf('\'') >= 0) {
            text = QUOTED.matcher(text).replaceAll("$1'…'");
        }
        if (text.contains("SQL [")) {
            text = STATEMENT.matcher(text).replaceAll("SQL […]");
        }
        if (text.indexOf('+') >= 0) {
            text = PHONE.matcher(text).replaceAll("+…");
        }
        return text.indexOf('@') >= 0 ? EMAIL.matcher(text).replaceAll("…@…") : text;
    }
}
