package org.rung.senders.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What a simulated supporter answers, in the language they were written to, by temper and by how long they have talked. */
final class SimulatedWits {
    private static final int TALKS_AT_MOST = 4;

    private SimulatedWits() {}

    /** {@code said} is how often they have answered before; empty when they have nothing more to say. */
    static Optional<String> answer(Temper temper, String heard, int said, RandomGenerator random) {
        if (said >= TALKS_AT_MOST || closing(heard)) {
            return Optional.empty();
        }
        boolean spanish = spanish(heard);
        boolean asked = heard.contains("?");
        return Optional.of(
                        switch (temper) {
                            case SILENT, OFF, GONE -> List.<String>of();
                            case STOP -> said == 0 ? List.of("STOP", "Stop", "stop.") : List.<String>of();
                            case WRONG_NUMBER ->
                                said > 0
                                        ? List.<String>of()
                                        : spanish
                                                ? List.of("Número equivocado", "Se equivocó de número, no soy yo")
                                                : List.of(
                                                        "Wrong number",
                                                        "sorry, wrong number",
                                                        "I think you have the wrong person");
                            case YES, SLOW -> yes(spanish, said, asked);
                            case NO -> no(spanish, said);
                            case MAYBE -> maybe(spanish, said, asked);
                            case QUESTION -> question(spanish, said, asked);
                        })
                .filter(words -> !words.isEmpty())
                .map(words -> words.get(random.nextInt(words.size())));
    }

    private static List<String> yes(boolean spanish, int said, boolean asked) {
        if (said == 0) {
            return spanish
                    ? List.of("¡Sí, cuenta conmigo!", "Claro que sí", "Sí! ¿Qué llevo?", "Ahí estaré 🙌")
                    : List.of(
                            "Yes! Count me in",
                            "I'm in 🙌",
                            "Sure, sounds good",
                            "Yes, happy to help",
                            "Yep, I'll be there!");
        }
        return !asked && said > 1
                ? List.of()
                : spanish
                        ? List.of("Sí", "Perfecto, gracias", "Va, me lo apunto", "Puedo llevar a mi vecina")
                        : List.of(
                                "Yes",
                                "Perfect, thanks!",
                                "Can I bring my sister?",
                                "Works for me",
                                "Saturday is good");
    }

    private static List<String> no(boolean spanish, int said) {
        return said > 0
                ? List.of()
                : spanish
                        ? List.of("No, gracias", "No puedo, trabajo ese día", "Esta vez no")
                        : List.of("No thanks", "Can't, I work weekends", "Not this time, sorry", "No, not interested");
    }

    private static List<String> maybe(boolean spanish, int said, boolean asked) {
        if (said == 0) {
            return spanish
                    ? List.of("Tal vez, depende del trabajo", "A lo mejor, te aviso", "No sé todavía")
                    : List.of(
                            "Maybe, depends on work",
                            "Possibly! Let me check with my partner",
                            "Not sure yet",
                            "Maybe next week?");
        }
        return asked
                ? spanish
                        ? List.of("Bueno, está bien, voy", "Todavía no sé")
                        : List.of("Ok fine, I'll come", "Still not sure", "Ask me on Thursday")
                : List.of();
    }

    private static List<String> question(boolean spanish, int said, boolean asked) {
        return switch (said) {
            case 0 ->
                spanish
                        ? List.of(
                                "¿Quién es?",
                                "¿De dónde sacaron mi número?",
                                "¿Dónde es?",
                                "¿Puedo llevar a mis hijos?")
                        : List.of(
                                "Who is this?",
                                "Where is it?",
                                "How did you get my number?",
                                "What time does it start?",
                                "Is there parking?",
                                "Can I bring my kids?");
            case 1 ->
                spanish
                        ? List.of("Ah, ok. ¡Entonces sí!", "Gracias por la info. Lo pienso")
                        : List.of("Ah ok. Then yes!", "Thanks, that helps. I'm in", "Got it. Let me think about it");
            default -> asked ? spanish ? List.of("Sí") : List.of("Yes", "Yeah I can do that") : List.of();
        };
    }

    private static boolean closing(String heard) {
        String lower = heard.toLowerCase(Locale.ROOT);
        return lower.contains("unsubscribed") || lower.contains("diste de baja");
    }

    private static boolean spanish(String heard) {
        return heard.matches("(?is).*([¿¡ñ]|\\b(hola|gracias|puedes|quieres|nos vemos|mañana|sábado|vecinos)\\b).*");
    }
}
