package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.AuditFilter;
import org.rung.accounts.AuditLog;
import org.rung.accounts.AuditRow;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Audit log", description = "Who saw, exported or changed what; nobody can change it")
class AuditApi {
    private final AuditLog log;

    AuditApi(AuditLog log) {
        this.log = log;
    }

    @GetMapping
    @Needs(Permission.ADMINISTER)
    @Operation(summary = "The log, newest first")
    PageBody<Line> all(
            Actor.Token token,
            @Parameter(description = "Id of a member or token.") @RequestParam(required = false) @Nullable String actor,
            @Parameter(description = "What verbs start with; several with commas between.", example = "supporter.")
                    @RequestParam(required = false)
                    @Nullable
                    String verbs,
            @Parameter(description = "Such as supporter, campaign or member.", example = "campaign")
                    @RequestParam(required = false)
                    @Nullable
                    String subject,
            @Parameter(description = "Id of that one thing.", example = "0QKDP6Y8R9T3V")
                    @RequestParam(required = false)
                    @Nullable
                    String subjectId,
            @Parameter(description = "In what was noted, or before and after.")
                    @RequestParam(required = false)
                    @Nullable
                    String words,
            @Parameter(description = "From then on.", example = "2026-11-01T00:00:00Z")
                    @RequestParam(required = false)
                    @Nullable
                    Instant from,
            @Parameter(description = "Before then.", example = "2026-12-01T00:00:00Z")
                    @RequestParam(required = false)
                    @Nullable
                    Instant until,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        var filter = new AuditFilter(
                Optional.ofNullable(actor).map(id -> Id.parse("actor", id)),
                Optional.ofNullable(verbs),
                Optional.ofNullable(subject)
                        .map(kind -> new AuditFilter.Subject(
                                kind, Optional.ofNullable(subjectId).map(id -> Id.parse("subjectId", id)))),
                Optional.ofNullable(words),
                Optional.ofNullable(from),
                Optional.ofNullable(until));
        return PageBody.of(
                log.page(token, filter, Paging.wanted(limit, after)),
                rows -> rows.stream().map(Line::of).toList());
    }

    @Schema(name = "AuditLine")
    record Line(
            Instant happenedAt,

            @Schema(description = "MEMBER, TOKEN or SYSTEM.", example = "MEMBER")
            String actorKind,

            @Nullable String actor,
            @Schema(example = "campaign.changed") String verb,
            @Schema(example = "campaign") String subjectKind,
            @Nullable String subject,
            String detail,

            @Schema(description = "Each field that changed.")
            List<Change> changes) {
        static Line of(AuditRow row) {
            return new Line(
                    row.happenedAt(),
                    row.actorKind(),
                    row.actorId().map(Line::text).orElse(null),
                    row.verb(),
                    row.subjectKind(),
                    row.subjectId().map(Line::text).orElse(null),
                    row.detail(),
                    row.changes()
                            .map(changes -> changes.all().stream()
                                    .map(one -> new Change(one.field(), one.before(), one.after()))
                                    .toList())
                            .orElse(List.of()));
        }

        private static String text(long id) {
            return new MemberId(id).text();
        }
    }

    @Schema(name = "AuditChange")
    record Change(
            @Schema(example = "textingFrom") String field,
            @Schema(example = "09:00") String before,
            @Schema(example = "10:00") String after) {}
}
