package org.rung.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.DigestUtils;

/**
 * The rooms' styles in one file, at an address that changes with any of them: as a file that imports twenty others they
 * are twenty questions, asked one after another before a phone on 3G paints anything.
 */
final class OneStylesheet {
    static final String PATH = "styles/one.css";
    private static final String FOLDER = "META-INF/resources/styles/";
    private static final Pattern IMPORT = Pattern.compile("@import url\\(\"([\\w-]+\\.css)\"\\);");

    static final String TEXT = IMPORT.matcher(read("rung.css")).replaceAll(OneStylesheet::imported);
    static final String ADDRESS = PATH + "?v=" + DigestUtils.md5DigestAsHex(TEXT.getBytes(StandardCharsets.UTF_8));

    private OneStylesheet() {}

    private static String imported(MatchResult found) {
        return Matcher.quoteReplacement(read(found.group(1)));
    }

    private static String read(String file) {
        try {
            return new ClassPathResource(FOLDER + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The styles of " + file + " cannot be read", e);
        }
    }
}
