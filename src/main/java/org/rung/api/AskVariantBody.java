package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rung.asks.AskVariant;
import org.rung.common.Problem;

@Schema(name = "AskVariant", description = "An ask in another language; what is absent is said as the ask has it.")
record AskVariantBody(
        @Schema(description = "At most 120 characters.", example = "Ven a la reunión de inquilinos") @Nullable
        String title,

        @Schema(description = "What to say, at most 320 characters.", example = "¿Te gustaría venir el jueves?")
        @Nullable
        String words) {
    static final String WORDS =
            "The ask in other languages by their code, such as `es`: whoever is known to speak it is"
                    + " asked in it, everyone else as the ask has it.";
    static final String EXAMPLE = "{\"es\": {\"title\": \"Ven a la reunión\", \"words\": \"¿Vienes el jueves?\"}}";

    /** Empty where a body says nothing of them. */
    static Optional<Map<String, AskVariant>> read(@Nullable Map<String, AskVariantBody> variants) {
        if (variants == null) return Optional.empty();
        var all = new HashMap<String, AskVariant>();
        variants.forEach((language, said) -> {
            var path = "variants." + language;
            if (!language.matches("[a-z]{2,3}")) throw new Problem.Invalid(path, "problem.language-unknown");
            all.put(language, Given.need(path, said).variant());
        });
        return Optional.of(all);
    }

    private AskVariant variant() {
        return new AskVariant(Given.text(title), Given.text(words));
    }

    static Map<String, AskVariantBody> of(Map<String, AskVariant> variants) {
        var all = new TreeMap<String, AskVariantBody>();
        variants.forEach((language, said) -> all.put(language, new AskVariantBody(said.title(), said.words())));
        return all;
    }
}
