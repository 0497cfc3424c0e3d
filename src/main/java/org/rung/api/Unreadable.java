package org.rung.api;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rung.common.Problem;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says of a body that cannot be read which field it was and what would have been right, without quoting it. */
final class Unreadable {
    private static final Told TOO_LARGE = Told.told(
            413,
            "too-large",
            "The body is too large",
            "The body is larger than 2 MB or nested too deep. Send it in several parts.");

    private Unreadable() {}

    static Told told(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            // Deepest first: a reader wraps what stopped it in what it was reading.
            if (cause instanceof Problem.Invalid invalid) return Told.invalid(invalid.field(), invalid.why());
            if (cause instanceof StreamConstraintsException) return TOO_LARGE;
        }
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnrecognizedPropertyException unknown -> {
                    return Told.invalid(path(unknown), "is not known: the fields are " + names(unknown));
                }
                case MismatchedInputException wrong -> {
                    return Told.invalid(path(wrong), wanted(wrong.getTargetType()));
                }
                case DatabindException wrong -> {
                    return Told.invalid(path(wrong), "cannot be read: compare it with /v3/api-docs");
                }
                case JacksonException broken -> {
                    return Told.invalid(
                            "body",
                            "is not JSON that can be read" + place(broken) + ": check brackets, quotes and commas");
                }
                default -> {}
            }
        }
        return Told.invalid("body", "is missing: send JSON as described at /v3/api-docs");
    }

    /** The end of a sentence about a value of the wrong kind. */
    static String wanted(@Nullable Class<?> type) {
        if (type == null) return "cannot be read: compare it with /v3/api-docs";
        if (type.isEnum()) {
            return "must be one of "
                    + List.of(type.getEnumConstants()).stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (type == String.class) return "must be text in quotes";
        if (type == Instant.class) return "must be a time such as 2026-11-24T18:30:00Z";
        if (type == LocalTime.class) return "must be a time of day such as 09:00";
        if (type == Boolean.class || type == boolean.class) return "must be true or false";
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) return "must be a whole number";
        if (Collection.class.isAssignableFrom(type)) return "must be a list";
        return Map.class.isAssignableFrom(type) || type.isRecord() ? "must be an object" : "cannot be read";
    }

    private static String path(DatabindException wrong) {
        var path = new StringBuilder();
        for (var step : wrong.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static String names(UnrecognizedPropertyException unknown) {
        var known = unknown.getKnownPropertyIds();
        return known == null
                ? "at /v3/api-docs"
                : known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String place(JacksonException broken) {
        var at = broken.getLocation();
        return at == null || at.getLineNr() < 1 ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
