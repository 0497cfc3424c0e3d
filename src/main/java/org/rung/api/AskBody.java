package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rung.asks.AskRow;
import org.rung.asks.Chance;
import org.rung.asks.Risk;
import org.rung.asks.Urgency;
import org.rung.commitments.AskFamily;
import org.rung.ladder.RungId;

@Schema(name = "Ask")
record AskBody(
        @Schema(example = "0QKDP6Y8R9T3V") String id,
        int revision,
        AskFamily family,
        String title,
        String words,
        @Nullable Integer capacity,

        @Schema(description = "How many promised it and have not failed or been released.")
        int taken,

        int cooldownDays,
        Urgency urgency,
        Risk risk,
        List<String> languages,

        @Schema(description = AskVariantBody.WORDS, example = AskVariantBody.EXAMPLE)
        Map<String, AskVariantBody> variants,

        boolean retired,

        @Schema(description = "Its rungs, and how people there answer such an ask.")
        List<Answered> rungs) {
    static AskBody of(AskRow row, List<Answered> rungs) {
        var ask = row.ask();
        return new AskBody(
                ask.askId().text(),
                ask.revision(),
                ask.family(),
                ask.title(),
                ask.words(),
                ask.capacity().orElse(null),
                row.taken(),
                ask.cooldownDays(),
                ask.urgency(),
                ask.risk(),
                ask.languages().stream().sorted().toList(),
                AskVariantBody.of(ask.variants()),
                row.retired(),
                rungs);
    }

    @Schema(name = "AskAnswered")
    record Answered(
            @Schema(example = "0QKDP6Y8R9T3V") String rung,

            @Schema(description = "How likely a yes is, 0 to 100; few answers lean on what is known more widely.")
            int percent,

            @Schema(description = "Asked on this rung in the last year.")
            long asked,

            @Schema(description = "How many of them said yes.")
            long accepted) {
        static Answered of(RungId rung, @Nullable Chance chance) {
            return chance == null
                    ? new Answered(rung.text(), 0, 0, 0)
                    : new Answered(rung.text(), chance.percent(), chance.asked(), chance.accepted());
        }
    }
}
