package org.rung.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rung.common.Problem;
import org.rung.database.DatabaseAway;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What an exception means to the program that called: one table of all there are. */
record Told(
        int status,
        String type,
        String title,
        String detail,
        @Nullable String field) {

    /** Seconds after which it is worth asking again while the database is away. */
    static final int A_MOMENT = 3;

    /** In English but for the detail, which is said in the caller's language where a person may be shown it. */
    static Told of(Exception thrown, Locale language) {
        var told = of(thrown);
        return thrown instanceof Problem problem && language.getLanguage().equals("es")
                ? new Told(told.status, told.type, told.title, problem.in(language), told.field)
                : told;
    }

    static Told of(Exception thrown) {
        return switch (thrown) {
            case Problem.Invalid invalid -> invalid(invalid.field(), invalid.why());
            case Problem.Missing missing -> told(404, "missing", "There is no such thing", missing.getMessage());
            case Problem.Conflict conflict -> told(409, "conflict", "Something else was first", conflict.getMessage());
            case Problem.Refused refused -> told(403, "refused", "This token may not do that", refused.getMessage());
            case MissingScope scope -> told(403, "scope", "A scope is missing", scope.getMessage());
            case Pace.TooFast fast ->
                told(
                        429,
                        "too-fast",
                        "Too many calls",
                        "This token called too often. Wait " + fast.seconds() + " s and go on at no more than "
                                + Pace.PER_SECOND + " calls a second.");
            case TooLarge large -> told(413, "too-large", "The body is too large", large.getMessage());
            case HttpMessageNotReadableException unreadable -> Unreadable.told(unreadable);
            case MissingServletRequestParameterException parameter ->
                invalid(parameter.getParameterName(), "is missing: give it in the query");
            case MethodArgumentTypeMismatchException wrong ->
                invalid(wrong.getName(), Unreadable.wanted(wrong.getRequiredType()));
            case HttpRequestMethodNotSupportedException method ->
                told(
                        405,
                        "method",
                        "This method does not work here",
                        "This path does not take " + brief(method.getMethod())
                                + ". It takes what the header Allow lists.");
            case HttpMediaTypeNotSupportedException media ->
                told(
                        415,
                        "media-type",
                        "This content type does not work here",
                        "Send the body with Content-Type "
                                + media.getSupportedMediaTypes().stream()
                                        .map(Object::toString)
                                        .reduce((one, other) -> one + " or " + other)
                                        .orElse("application/json")
                                + ".");
            case NoResourceFoundException nowhere ->
                told(
                        404,
                        "missing",
                        "There is no such thing",
                        "There is nothing at this path. The paths are listed at /v3/api-docs.");
            case ErrorResponse known
            when known.getStatusCode().is4xxClientError() ->
                told(
                        known.getStatusCode().value(),
                        "request",
                        "The request cannot be taken",
                        "The request cannot be taken as it is. Compare it with /v3/api-docs.");
            default -> broken(thrown);
        };
    }

    private static Told broken(Exception thrown) {
        // A commit whose answer was lost may have happened: nobody may be told that nothing was stored.
        return DatabaseAway.because(thrown)
                ? told(
                        503,
                        "away",
                        "The database does not answer",
                        "The database does not answer just now, and whether this was stored is not known."
                                + " Ask again in a moment, with the same requestId, onceKey or Idempotency-Key:"
                                + " nothing happens twice.")
                : told(
                        500,
                        "internal",
                        "The fault is ours",
                        "Something broke on our side, and nothing was stored. Try again later; if it stays, name the instance.");
    }

    static Told invalid(String field, String why) {
        var said = brief(field) + " " + why;
        return new Told(
                400, "invalid", "A field cannot be taken", said.endsWith(".") ? said : said + ".", brief(field));
    }

    static Told told(int status, String type, String title, @Nullable String detail) {
        return new Told(status, type, title, detail == null ? title + "." : detail, null);
    }

    /** What came from outside, fit to stand in an answer. */
    static String brief(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
