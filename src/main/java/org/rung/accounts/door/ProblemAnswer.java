package org.rung.accounts.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.rung.common.Id;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;

/** Refusals of the door as problem+json (RFC 9457). */
final class ProblemAnswer {
    private ProblemAnswer() {}

    static void unauthorized(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(
                response,
                401,
                "token",
                "No token lets this in",
                "Send a token of your organization as Authorization: Bearer …"
                        + " An admin makes one in Settings, API tokens; a revoked one does not come back.");
    }

    static void tooMany(HttpServletResponse response, Duration wait) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds())));
        write(
                response,
                429,
                "too-many-attempts",
                "Too many wrong tokens",
                "Too many wrong tokens came from your address. Try again in " + Math.max(1, wait.toSeconds())
                        + " seconds with a token that exists.");
    }

    static void away(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "3");
        write(
                response,
                503,
                "away",
                "The database does not answer",
                "The database does not answer just now, so nothing of this was done. Ask again in a moment.");
    }

    private static void write(HttpServletResponse response, int status, String type, String title, String detail)
            throws IOException {
        var instance = "urn:rung:request:" + new Occurrence(Id.next()).text();
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write(
                        "{\"type\":\"urn:rung:problem:%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"instance\":\"%s\"}"
                                .formatted(type, title, status, detail, instance));
    }

    private record Occurrence(long value) implements Id {}
}
