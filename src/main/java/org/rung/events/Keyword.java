package org.rung.events;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rung.common.Problem;

/** A word that one texts to sign up: letters and digits, in capitals. What carriers listen for is never one. */
public record Keyword(String text) {
    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9]{2,19}");
    private static final Set<String> CARRIERS = Set.of(
            "STOP",
            "STOPALL",
            "UNSUBSCRIBE",
            "CANCEL",
            "END",
            "QUIT",
            "START",
            "UNSTOP",
            "YES",
            "HELP",
            "INFO",
            "OPTOUT",
            "REVOKE",
            "ARRET",
            "PARAR",
            "BAJA",
            "ALTO",
            "AYUDA",
            "SI",
            "NO",
            "OK",
            "HERE",
            "AQUI");

    public Keyword {
        text = text.strip().toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(text).matches()) throw new Problem.Invalid("keyword", "problem.keyword");
        if (CARRIERS.contains(text)) throw new Problem.Invalid("keyword", "problem.keyword-taken", text);
    }

    /** Nothing for empty text. */
    public static Optional<Keyword> of(String written) {
        return written.isBlank() ? Optional.empty() : Optional.of(new Keyword(written));
    }

    @Override
    public String toString() {
        return text;
    }
}
