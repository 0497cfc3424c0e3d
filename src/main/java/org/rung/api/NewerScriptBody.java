package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rung.campaigns.NewerScript;
import org.rung.campaigns.ScriptUse;
import org.rung.scripts.ScriptChange;

@Schema(name = "NewerScript")
record NewerScriptBody(
        boolean newer,

        @Schema(description = "The version that the campaign says.", example = "0QKDP6Y8R9T3V") @Nullable
        String from,

        @Schema(description = "The latest version of its script.", example = "0QKDP6Y8R9T3W") @Nullable
        String to,

        @Schema(description = "Whether the first text is another, in the usual language.")
        boolean firstText,

        @Schema(description = "Questions that are new, gone or changed.")
        List<OfQuestion> questions,

        @Schema(description = "Where conversations that are not closed stand.")
        List<Standing> standings,

        @Schema(description = "How many of them stand at a question that is gone.", example = "12")
        long uprooted) {

    static final NewerScriptBody NONE = new NewerScriptBody(false, null, null, false, List.of(), List.of(), 0);

    static NewerScriptBody of(NewerScript newer) {
        return new NewerScriptBody(
                true,
                newer.said().scriptVersionId().text(),
                newer.latest().scriptVersionId().text(),
                newer.change().firstText(),
                newer.change().questions().stream()
                        .filter(question -> question.kind() != ScriptChange.Kind.SAME)
                        .map(OfQuestion::of)
                        .toList(),
                newer.standings().stream().map(Standing::of).toList(),
                newer.uprooted());
    }

    @Schema(name = "ChangedQuestion")
    record OfQuestion(
            @Schema(example = "coming") String question,
            @Schema(example = "Coming on Thursday?") String words,
            ScriptChange.Kind change,
            List<OfAnswer> answers) {
        static OfQuestion of(ScriptChange.OfQuestion question) {
            return new OfQuestion(
                    question.key(),
                    question.words(),
                    question.kind(),
                    question.answers().stream()
                            .map(answer -> new OfAnswer(answer.key(), answer.label(), answer.kind()))
                            .toList());
        }
    }

    @Schema(name = "ChangedAnswer")
    record OfAnswer(
            @Schema(example = "yes") String answer,
            @Schema(example = "Yes") String label,
            ScriptChange.Kind change) {}

    @Schema(name = "ScriptStanding")
    record Standing(
            @Schema(description = "The question that is asked next; none before the first answer and after the last.")
            @Nullable
            String question,

            boolean texted,
            boolean answered,
            @Schema(example = "120") long conversations) {
        static Standing of(ScriptUse.Standing standing) {
            return new Standing(
                    standing.question().orElse(null), standing.texted(), standing.answered(), standing.conversations());
        }
    }
}
