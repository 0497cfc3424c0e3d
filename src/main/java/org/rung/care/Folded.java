package org.rung.care;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words without marks, case and disguise: signs and digits that stand for letters, and letters of other scripts that look alike. */
final class Folded {
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}@$!*]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{M}\\p{Cf}'’‘`´]+");
    private static final Pattern AROUND = Pattern.compile("^!+|!+$");
    private static final String LOOK_ALIKES = "аaеeоoрpсcуyхxіiкkмmтtвbнh";
    private static final String SIGNS = "@a$s!i0o3e4a5s7t8b";

    private Folded() {}

    static List<String> tokens(String text) {
        String plain = UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        List<String> tokens = new ArrayList<>();
        Matcher found = TOKEN.matcher(plain);
        while (found.find()) {
            String token = AROUND.matcher(found.group()).replaceAll("");
            if (!token.isEmpty()) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    /** A number stays one; beside letters its digits are read as letters. */
    static String letters(String token, char one) {
        if (token.chars().noneMatch(Character::isLetter)) {
            return token;
        }
        var letters = new StringBuilder(token.length());
        for (char each : token.toCharArray()) {
            letters.append(each == '1' ? one : mapped(SIGNS, mapped(LOOK_ALIKES, each)));
        }
        return letters.toString();
    }

    private static char mapped(String pairs, char each) {
        for (int i = 0; i < pairs.length(); i += 2) {
            if (pairs.charAt(i) == each) {
                return pairs.charAt(i + 1);
            }
        }
        return each;
    }

    /** Each letter once where it is repeated. */
    static String once(String word) {
        var once = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (i == 0 || word.charAt(i) != word.charAt(i - 1)) {
                once.append(word.charAt(i));
            }
        }
        return once.toString();
    }

    /** Whether a word is another with some letters drawn out: at least three of one in a row, and nowhere fewer. */
    static boolean drawnOut(String drawn, String word) {
        int i = 0;
        int j = 0;
        boolean long3 = false;
        while (i < drawn.length() && j < word.length()) {
            int runOfDrawn = run(drawn, i);
            int runOfWord = run(word, j);
            if (drawn.charAt(i) != word.charAt(j)
                    || runOfDrawn < runOfWord
                    || (runOfDrawn > runOfWord && runOfDrawn < 3)) {
                return false;
            }
            long3 |= runOfDrawn >= 3;
            i += runOfDrawn;
            j += runOfWord;
        }
        return long3 && i == drawn.length() && j == word.length();
    }

    private static int run(String word, int from) {
        int to = from;
        while (to < word.length() && word.charAt(to) == word.charAt(from)) {
            to++;
        }
        return to - from;
    }
}
