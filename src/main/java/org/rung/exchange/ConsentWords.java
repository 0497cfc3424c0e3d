package org.rung.exchange;

import java.util.Optional;
import java.util.Set;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;
import org.rung.people.FieldKey;

/** How lists say, in English and Spanish, that somebody may be texted or may not. */
final class ConsentWords {
    /** Columns that ask whether somebody agreed. */
    private static final Set<String> ASKED = Set.of(
            "consent",
            "consents",
            "consent_status",
            "sms_consent",
            "text_consent",
            "texting_consent",
            "opted_in",
            "opt_in",
            "sms_opt_in",
            "text_opt_in",
            "subscribed",
            "consentimiento",
            "acepta_mensajes",
            "suscrito");

    /** Columns whose name is the refusal: a yes in them is a no. */
    private static final Set<String> REFUSED = Set.of(
            "opted_out",
            "opt_out",
            "optout",
            "opted_out_at",
            "sms_opt_out",
            "text_opt_out",
            "is_opted_out",
            "unsubscribed",
            "unsubscribed_at",
            "do_not_text",
            "do_not_sms",
            "do_not_contact",
            "dnt",
            "dnc",
            "no_texts",
            "baja",
            "dado_de_baja",
            "dada_de_baja",
            "no_contactar",
            "no_enviar_mensajes",
            "no_escribir");

    private static final Set<String> IN = Set.of(
            "opted_in",
            "opt_in",
            "optin",
            "in",
            "subscribed",
            "active",
            "consented",
            "granted",
            "agreed",
            "yes",
            "y",
            "true",
            "t",
            "1",
            "x",
            "ok",
            "si",
            "s",
            "verdadero",
            "acepta",
            "acepto",
            "alta",
            "suscrito",
            "suscrita");

    private static final Set<String> OUT = Set.of(
            "opted_out",
            "opt_out",
            "optout",
            "out",
            "unsubscribed",
            "unsubscribe",
            "stop",
            "stopped",
            "do_not_text",
            "do_not_contact",
            "do_not_sms",
            "dnt",
            "dnc",
            "declined",
            "refused",
            "revoked",
            "withdrawn",
            "blocked",
            "no",
            "n",
            "false",
            "f",
            "0",
            "none",
            "no_consent",
            "falso",
            "baja",
            "dado_de_baja",
            "dada_de_baja",
            "no_acepta",
            "no_contactar",
            "rechazado");

    /** In a column of refusals. */
    private static final Set<String> NOT_REFUSED =
            Set.of("no", "n", "false", "f", "0", "falso", "opted_in", "opt_in", "subscribed", "active", "alta");

    private static final Set<String> WRONG =
            Set.of("wrong_number", "wrong", "wrong_person", "numero_equivocado", "equivocado");

    private ConsentWords() {}

    static boolean head(String key) {
        return ASKED.contains(key) || REFUSED.contains(key);
    }

    /**
     * What a cell forbids; empty where it forbids nothing.
     *
     * @throws Problem.Invalid for words that could mean either: nobody is texted on a guess
     */
    static Optional<ConsentKind> refusal(String label, String written) {
        if (written.isBlank()) return Optional.empty();
        var said = FieldKey.of(written).text();
        if (WRONG.contains(said)) return Optional.of(ConsentKind.WRONG_NUMBER);
        if (REFUSED.contains(FieldKey.of(label).text()))
            // A date, a reason, a mark: whatever is not a no stands there because they said stop.
            return NOT_REFUSED.contains(said) ? Optional.empty() : Optional.of(ConsentKind.OPTED_OUT);
        if (OUT.contains(said)) return Optional.of(ConsentKind.OPTED_OUT);
        if (IN.contains(said)) return Optional.empty();
        throw new Problem.Invalid("consent", "problem.consent-unknown");
    }
}
