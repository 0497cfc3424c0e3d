package org.rung.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * The rooms' styles in one file, at an address that changes with any of them: as a file that imports twenty others they
 * are twenty questions, asked one after another before a phone on 3G paints anything.
 */
final class OneStylesheet {
    static final String PATH = "styles/one.css";
    private static final String FOLDER = "META-INF/resources/styles/";
    private static final Pattern IMPORT = Pattern.compile("@import url\\(\"([\\w-]+\\.css)\"\\);");

    static final String TEXT = IMPORT.matcher(read("rung.css")).replaceAll(OneStylesheet::imported);
    static final String ADDRESS = PATH + "?v=" + hash(TEXT);

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

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
