package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rung.bulk.BulkJob;
import org.rung.bulk.BulkJobId;
import org.rung.bulk.BulkKind;
import org.rung.bulk.BulkState;
import org.rung.bulk.BulkWish;
import org.rung.bulk.BulkWork;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.consent.SuppressionWay;
import org.rung.filters.SupporterFilter;
import org.rung.people.SupporterId;
import org.rung.turf.TurfId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/bulk")
@Tag(name = "Bulk", description = "Work on many people at once, done by a job")
class BulkApi {
    private final BulkWork work;
    private final Repeats repeats;

    BulkApi(BulkWork work, Repeats repeats) {
        this.work = work;
        this.repeats = repeats;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs(Permission.SEE_PEOPLE)
    @Operation(
            summary = "Tag, untag, list, suppress or erase many people",
            description =
                    "Give `supporters` or a `filter`. TAG, UNTAG, SUPPRESS and ERASE need `EDIT_PEOPLE` as well, LIST needs"
                            + " `CUT_TURF`. It goes on in the background and survives a restart: ask for it by its id until `state`"
                            + " is DONE, CANCELLED or FAILED.")
    ResponseEntity<Shown> start(
            Actor.Token token,
            @Parameter(description = Repeats.WORDS, example = "7f9c2a52-2f0e-4c7e-9f0e-9f3b8f1f2d11")
                    @RequestHeader(name = Repeats.HEADER, required = false)
                    @Nullable
                    String key,
            @RequestBody Draft draft) {
        return repeats.once(token, "bulk", key, draft, Shown.class, () -> {
            var id = work.start(token, draft.wish());
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/bulk/" + id.text()))
                    .body(Shown.of(work.get(token, id)));
        });
    }

    @GetMapping
    @Needs(Permission.SEE_PEOPLE)
    @Operation(summary = "All such work, the newest first")
    PageBody<Shown> all(
            Actor.Token token,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageBody.of(
                work.page(token, Paging.wanted(limit, after)),
                rows -> rows.stream().map(Shown::of).toList());
    }

    @GetMapping("/{id}")
    @Needs(Permission.SEE_PEOPLE)
    @Operation(summary = "How far it is")
    Shown get(Actor.Token token, @PathVariable String id) {
        return Shown.of(work.get(token, id(id)));
    }

    @PostMapping("/{id}/undo")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs(Permission.SEE_PEOPLE)
    @Operation(
            summary = "Change back what it changed",
            description =
                    "And only that: who had the tag before keeps it. Of TAG, UNTAG, LIST and SUPPRESS, for seven days.")
    Shown undo(Actor.Token token, @PathVariable String id) {
        work.undo(token, id(id));
        return Shown.of(work.get(token, id(id)));
    }

    @PostMapping("/{id}/cancel")
    @Needs(Permission.SEE_PEOPLE)
    @Operation(summary = "Stop it after the batch it is at", description = "What it changed stays.")
    Shown cancel(Actor.Token token, @PathVariable String id) {
        work.cancel(token, id(id));
        return Shown.of(work.get(token, id(id)));
    }

    private static BulkJobId id(String id) {
        return new BulkJobId(Id.parse("id", id));
    }

    /** What programs may begin: the file of an export is for people who are signed in. */
    enum Deed {
        TAG,
        UNTAG,
        LIST,
        SUPPRESS,
        ERASE
    }

    @Schema(name = "BulkDraft")
    record Draft(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "TAG") @Nullable
            Deed kind,

            @Schema(description = "The name of a tag, for TAG and UNTAG.", example = "host") @Nullable
            String tag,

            @Schema(description = "The id of a frozen list, for LIST.", example = "0QKDP6Y8R9T3V") @Nullable
            String turf,

            @Schema(description = "Everyone whom this matches when it begins.") @Nullable
            FilterBody filter,

            @Schema(description = "Ids of supporters, at most 1,000, in place of a filter.") @Nullable
            List<String> supporters,

            @Schema(description = "For SUPPRESS: how long they are not to be texted, and why.") @Nullable
            SuppressionBody suppression,

            @Schema(description = "For ERASE: how many people they are, as a guard.", example = "812") @Nullable
            Long confirmed) {

        BulkWish wish() {
            var deed = Given.need("kind", kind);
            Set<SupporterId> chosen = new HashSet<>();
            for (var id : Given.list("supporters", supporters)) chosen.add(new SupporterId(Id.parse("supporters", id)));
            // Neither said would mean everyone, and a program that found nobody means nobody.
            if (chosen.isEmpty() && filter == null || supporters != null && chosen.isEmpty())
                throw new Problem.Invalid("supporters", "problem.list-empty");
            if (!chosen.isEmpty() && filter != null) throw new Problem.Invalid("supporters", "problem.people-beside");
            return new BulkWish(
                    BulkKind.valueOf(deed.name()),
                    Given.text(tag),
                    Optional.ofNullable(turf).map(id -> new TurfId(Id.parse("turf", id))),
                    filter == null ? SupporterFilter.EVERYONE : filter.filter(),
                    chosen,
                    Optional.ofNullable(suppression).map(body -> body.draft(SuppressionWay.MANY)),
                    Optional.ofNullable(confirmed));
        }
    }

    @Schema(name = "BulkJob")
    record Shown(
            @Schema(example = "0QKDP6Y8R9T3V") String id,
            BulkKind kind,
            BulkState state,

            @Schema(description = "The tag or the list.", example = "host")
            String target,

            @Schema(description = "How many people it is about; absent until that is known.", example = "812") @Nullable
            Long total,

            @Schema(example = "400") long done,

            @Schema(description = "Whom it changed: who has a tag already is left as they are.", example = "388")
            long changed,

            @Schema(description = "Why it failed.") @Nullable
            String problem,

            Instant createdAt) {
        static Shown of(BulkJob job) {
            return new Shown(
                    job.bulkJobId().text(),
                    job.kind(),
                    job.state(),
                    job.target(),
                    job.total().orElse(null),
                    job.done(),
                    job.changed(),
                    job.problem().map(Problem.Invalid::getMessage).orElse(null),
                    job.createdAt());
        }
    }
}
