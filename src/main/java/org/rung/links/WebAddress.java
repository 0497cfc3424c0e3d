package org.rung.links;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.rung.common.Problem;

/**
 * Where a link may lead: an ordinary public web address, as it travels in a header. Names are not looked up: what they
 * mean can change after the text has left, and Rung itself never opens them.
 */
record WebAddress(String url, String host) {
    private static final Pattern PARTS = Pattern.compile("(?i)([a-z][a-z0-9+.-]*):(//)?([^/?#]*)(.*)", Pattern.DOTALL);
    private static final Pattern PORT = Pattern.compile(":([0-9]{0,5})$");
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST = 2_000;
    private static final String KEPT = "-._~:/?#@!$&'()*+,;=%";

    /** @throws Problem.Invalid text, with a sentence that names what is wrong with this address */
    static WebAddress of(String written) {
        if (written.length() > LONGEST) throw refused("problem.link-long", LONGEST);
        if (written.codePoints().anyMatch(WebAddress::unseen)) throw refused("problem.link-unseen");
        var parts = PARTS.matcher(written);
        if (!parts.matches()) throw refused("problem.link-unreadable", clip(written));
        var scheme = parts.group(1).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) throw refused("problem.link-scheme", clip(scheme));
        var authority = parts.group(3);
        if (authority.contains("@")) throw refused("problem.link-user");
        if (authority.contains("\\") || authority.isEmpty() || parts.group(2) == null)
            throw refused("problem.link-unreadable", clip(written));
        var port = PORT.matcher(authority);
        var hasPort = port.find() && !authority.endsWith("]");
        if (hasPort && port.group(1).length() == 5 && Integer.parseInt(port.group(1)) > HIGHEST_PORT)
            throw refused("problem.link-unreadable", clip(written));
        var host = HostName.of("text", hasPort ? authority.substring(0, port.start()) : authority);
        if (Shorteners.has(host.text())) throw shortener(host.text());
        var number = hasPort ? port.group(1) : "";
        var url = scheme + "://" + host.text() + (number.isEmpty() ? "" : ":" + number) + ascii(parts.group(4));
        try {
            new URI(url);
        } catch (URISyntaxException odd) {
            throw refused("problem.link-unreadable", clip(written));
        }
        if (url.length() > LONGEST) throw refused("problem.link-long", LONGEST);
        return new WebAddress(url, host.text());
    }

    static Problem.Invalid shortener(String host) {
        return refused("problem.link-shortener", host);
    }

    boolean under(String path) {
        return URI.create(url).getRawPath().startsWith(path);
    }

    String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private static Problem.Invalid refused(String key, Object... arguments) {
        return new Problem.Invalid("text", key, arguments);
    }

    /** Escapes all that has no place in an address; an escape that is there already stays. */
    private static String ascii(String path) {
        var escaped = new StringBuilder();
        for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
            char sign = (char) (unit & 0xff);
            boolean kept = sign < 128 && (Character.isLetterOrDigit(sign) || KEPT.indexOf(sign) >= 0);
            escaped.append(kept ? String.valueOf(sign) : "%%%02X".formatted((int) sign));
        }
        // A lone percent sign, and a second fragment, are nothing that a reader of addresses takes.
        var whole = escaped.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
        int fragment = whole.indexOf('#');
        return fragment < 0
                ? whole
                : whole.substring(0, fragment + 1)
                        + whole.substring(fragment + 1).replace("#", "%23");
    }

    private static boolean unseen(int sign) {
        int type = Character.getType(sign);
        return type == Character.FORMAT || type == Character.CONTROL || Character.isWhitespace(sign);
    }

    private static String clip(String written) {
        return written.length() > 60 ? written.substring(0, 60) + "…" : written;
    }
}
