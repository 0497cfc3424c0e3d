package org.rung.media;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A bucket on this machine: it keeps, hands out and deletes, and believes only whoever signs with its key (AWS Signature
 * Version 4, written from its description, not from the client's code).
 */
class FakeBucket implements AutoCloseable {
    static final String KEY = "AKIATEST";
    static final String SECRET = "a-secret-of-the-test";

    private static final Pattern SIGNED = Pattern.compile("AWS4-HMAC-SHA256 Credential=" + KEY
            + "/(\\d{8})/([a-z0-9-]+)/s3/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})");

    final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    volatile int failures;
    private final HttpServer server;

    FakeBucket() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("s3://pictures/of/rung?region=eu-west-3&endpoint=http://127.0.0.1:"
                + server.getAddress().getPort());
    }

    private void answer(HttpExchange asked) throws IOException {
        try (asked) {
            byte[] body = asked.getRequestBody().readAllBytes();
            String path = asked.getRequestURI().getRawPath();
            if (failures > 0) {
                failures--;
                send(asked, 503, "<Error><Code>SlowDown</Code></Error>");
            } else if (!signed(asked, body)) {
                send(asked, 403, "<Error><Code>SignatureDoesNotMatch</Code></Error>");
            } else {
                switch (asked.getRequestMethod()) {
                    case "PUT" -> {
                        kept.put(path, body);
                        send(asked, 200, "");
                    }
                    case "GET" -> {
                        byte[] found = kept.get(path);
                        if (found == null) {
                            send(asked, 404, "<Error><Code>NoSuchKey</Code></Error>");
                        } else {
                            asked.sendResponseHeaders(200, found.length);
                            asked.getResponseBody().write(found);
                        }
                    }
                    case "DELETE" -> {
                        kept.remove(path);
                        send(asked, 204, "");
                    }
                    default -> send(asked, 405, "");
                }
            }
        }
    }

    private static void send(HttpExchange asked, int status, String xml) throws IOException {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        asked.getResponseHeaders().add("Content-Type", "application/xml");
        asked.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        asked.getResponseBody().write(bytes);
    }

    private static boolean signed(HttpExchange asked, byte[] body) {
        String given = asked.getRequestHeaders().getFirst("Authorization");
        Matcher signed = SIGNED.matcher(given == null ? "" : given);
        String digest = asked.getRequestHeaders().getFirst("X-Amz-Content-Sha256");
        // Where nothing is sent, nothing need be signed of it.
        boolean whole = hex(sha(body)).equals(digest) || (body.length == 0 && "UNSIGNED-PAYLOAD".equals(digest));
        if (!signed.matches() || !whole) {
            return false;
        }
        var request = new StringBuilder(asked.getRequestMethod())
                .append('\n')
                .append(asked.getRequestURI().getRawPath())
                .append("\n\n");
        for (String name : signed.group(3).split(";")) {
            request.append(name)
                    .append(':')
                    .append(asked.getRequestHeaders().getFirst(name).strip())
                    .append('\n');
        }
        request.append('\n').append(signed.group(3)).append('\n').append(digest);
        String day = signed.group(1);
        String region = signed.group(2);
        String words = "AWS4-HMAC-SHA256\n" + asked.getRequestHeaders().getFirst("X-Amz-Date") + "\n" + day + "/"
                + region + "/s3/aws4_request\n"
                + hex(sha(request.toString().getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
        for (String part : new String[] {day, region, "s3", "aws4_request"}) {
            key = mac(key, part);
        }
        return region.equals("eu-west-3") && hex(mac(key, words)).equals(signed.group(4));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] mac(byte[] key, String words) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
