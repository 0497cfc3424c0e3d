package org.rung.maps;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.DigestUtils;

/** Our files of outlines, at addresses that change with them, so that a browser keeps them for a year. */
final class Outlines {
    static final String VERSION = DigestUtils.md5DigestAsHex(
            (digest("us.json") + digest("world.json")).getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    private Outlines() {}

    private static String digest(String file) {
        try (var in = new ClassPathResource("META-INF/resources/maps/" + file).getInputStream()) {
            return DigestUtils.md5DigestAsHex(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The outlines of maps cannot be read", e);
        }
    }
}
