package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rung.crew.TexterCounts;
import org.rung.crew.TexterPage;
import org.rung.crew.TexterRow;
import org.rung.texting.Batch;

@Schema(name = "Crew")
record CrewBody(List<Texter> texters, boolean more, TexterCounts counts) {

    static CrewBody of(TexterPage page) {
        return new CrewBody(
                page.rows().stream().map(row -> Texter.of(row, page.at())).toList(), page.more(), page.counts());
    }

    @Schema(name = "CrewTexter")
    record Texter(
            @Schema(example = "0QKDP6Y8R9T3V") String texter,
            @Schema(example = "Tess Rivera") String name,
            boolean suspended,
            boolean atWork,

            @Schema(description = "First texts that they hold.", example = "12")
            int firstTexts,

            @Schema(description = "Replies that wait for them.", example = "3")
            int replies,

            @Schema(description = "Replies that wait longer than their campaign's lease.", example = "1")
            int late,

            @Schema(description = "Why they got less than they asked for, where they wait for work.")
            Batch.@Nullable Short waitsFor,

            boolean toReview,
            TexterRow.Week week,
            CrewApi.Terms terms) {
        static Texter of(TexterRow row, Instant now) {
            return new Texter(
                    row.texter().text(),
                    row.name(),
                    row.suspended(),
                    row.atWork(now),
                    row.firstTexts(),
                    row.replies(),
                    row.late(),
                    row.waits(now) ? row.shortage().map(TexterRow.Shortage::why).orElse(null) : null,
                    row.review(),
                    row.week(),
                    CrewApi.Terms.of(row.terms()));
        }
    }
}
