package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.rung.links.LinkRow;

/** An address that texts led to. */
@Schema(name = "Link")
record LinkBody(
        @Schema(description = "The value of a filter's `clicked` line.", example = "0QKDP6Y8R9T3V")
        String id,

        @Schema(example = "https://eastside.example.org/rent")
        String url,

        @Schema(description = "How many texts carried it.", example = "1200")
        long sent,

        @Schema(description = "How many different people opened it.", example = "87")
        long people,

        @Schema(description = "How often people opened it.", example = "112")
        long clicks,

        @Schema(description = "How often programs did; they count for nothing else.", example = "340")
        long scans) {

    static LinkBody of(LinkRow row) {
        return new LinkBody(row.linkTargetId().text(), row.url(), row.sent(), row.people(), row.clicks(), row.scans());
    }
}
