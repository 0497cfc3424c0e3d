package org.rung.messaging;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rung.senders.Meaning;

/** A sentence that only sounds like an opt-out or a wrong number: a suggestion, never an act. */
public enum SoftWords {
    OPT_OUT,
    WRONG_NUMBER;

    private static final Pattern WRONG = Pattern.compile("\\b(wrong (number|person|guy|phone)|"
            + "numero (equivocado|incorrecto)|se equivoco de numero|numero no es de|no soy esa persona)\\b");
    private static final Pattern OUT = Pattern.compile("\\b("
            + String.join("|", Meaning.stopWords()).toLowerCase(Locale.ROOT)
            + "|opt out|opt me out|remove me|take me off|lose my number|delete my number|leave me alone|"
            + "(do not|don t|dont|never) (text|message|contact) me|no more texts|"
            + "alto|parar|baja|cancelar|no me (escriban|escribas|manden|mandes|contacten)|"
            + "borr(a|e|en) mi numero|quiten?me|no mas mensajes)\\b");

    /** What the sentence sounds like, in English or Spanish; ask only of a text whose {@link Meaning} is PLAIN. */
    public static Optional<SoftWords> in(String body) {
        String folded = Normalizer.normalize(body, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .toLowerCase(Locale.ROOT);
        return WRONG.matcher(folded).find()
                ? Optional.of(WRONG_NUMBER)
                : OUT.matcher(folded).find() ? Optional.of(OPT_OUT) : Optional.empty();
    }
}
