package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.ladder.LadderId;
import org.rung.ladder.LadderVersion;
import org.rung.ladder.LadderVersions;
import org.rung.ladder.RuleSentences;
import org.rung.ladder.Rung;
import org.rung.ladder.RungId;
import org.rung.ladder.Shape;
import org.rung.reshaping.Drafts;
import org.rung.reshaping.LadderDraft;
import org.rung.reshaping.LadderRun;
import org.rung.reshaping.LadderRunId;
import org.rung.reshaping.LadderRuns;
import org.rung.reshaping.RunKind;
import org.rung.reshaping.RunPerson;
import org.rung.reshaping.RunState;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/ladders/{id}")
@Tag(name = "Ladders", description = "Commitment and giving, never merged")
class LadderDraftsApi {
    private final Drafts drafts;
    private final LadderRuns runs;
    private final LadderVersions versions;

    LadderDraftsApi(Drafts drafts, LadderRuns runs, LadderVersions versions) {
        this.drafts = drafts;
        this.runs = runs;
        this.versions = versions;
    }

    @GetMapping("/draft")
    @Needs(Permission.EDIT_LADDER)
    @Operation(
            summary = "What the ladder is to become, or what it is",
            description = "`revision` is 0 while nobody has begun a draft; the rungs are then those of today.")
    Draft get(Actor.Token token, @PathVariable String id) {
        return Draft.of(drafts.of(token, ladder(id)));
    }

    @PutMapping(path = "/draft", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.EDIT_LADDER)
    @Operation(
            summary = "Change the draft",
            description =
                    "Send the `revision` that you read: 409 when somebody else has changed it since. Rungs without an id are"
                            + " new. Each rung of today that is left out is named in `gone`, with the rung on which its people go on."
                            + " Nothing counts before it is applied.")
    Draft put(Actor.Token token, @PathVariable String id, @RequestBody Draft draft) {
        return Draft.of(drafts.save(token, ladder(id), Given.need("revision", draft.revision()), draft.shape()));
    }

    @DeleteMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.EDIT_LADDER)
    @Operation(summary = "Throw the draft away")
    void discard(
            Actor.Token token,
            @PathVariable String id,
            @Parameter(description = "The draft as you saw it: refused with 409 when it has moved on.", example = "3")
                    @RequestParam
                    int revision) {
        drafts.discard(token, ladder(id), revision);
    }

    @PostMapping("/draft/preview")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs(Permission.EDIT_LADDER)
    @Operation(
            summary = "Look at whom the draft would move",
            description = "It goes on in the background: ask for it by its id until `state` is DONE.")
    Run preview(
            Actor.Token token,
            @PathVariable String id,
            @Parameter(description = "The draft as you saw it: refused with 409 when it has moved on.", example = "3")
                    @RequestParam
                    int revision) {
        return Run.of(runs.get(token, drafts.preview(token, ladder(id), revision)));
    }

    @PostMapping("/draft/apply")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs(Permission.EDIT_LADDER)
    @Operation(
            summary = "Let the draft hold from now on",
            description = "After a preview of this revision. Standings follow in the background.")
    Run apply(
            Actor.Token token,
            @PathVariable String id,
            @Parameter(description = "The draft as you saw it: refused with 409 when it has moved on.", example = "3")
                    @RequestParam
                    int revision,
            @Parameter(description = "Why, at most 160 characters.") @RequestParam(defaultValue = "") String note) {
        return Run.of(runs.get(token, drafts.apply(token, ladder(id), revision, note)));
    }

    @PostMapping("/undo")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs(Permission.EDIT_LADDER)
    @Operation(summary = "Let the version before hold again", description = "`version` is that of today, as a guard.")
    Run undo(
            Actor.Token token,
            @PathVariable String id,
            @Parameter(description = "The version whose change is taken back, which must be the newest.", example = "4")
                    @RequestParam
                    int version) {
        return Run.of(runs.get(token, drafts.undo(token, ladder(id), version)));
    }

    @GetMapping("/versions")
    @Needs(Permission.SEE_LADDER)
    @Operation(summary = "What the ladder was, the newest first", description = "None while it was never changed.")
    PageBody<Version> versions(
            Actor.Token token,
            @PathVariable String id,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageBody.of(
                Paging.slice(
                        versions.of(token, ladder(id)),
                        one -> Integer.toString(one.version()),
                        Paging.wanted(limit, after)),
                rows -> rows.stream().map(Version::of).toList());
    }

    @GetMapping("/runs/{run}")
    @Needs(Permission.EDIT_LADDER)
    @Operation(summary = "How far a preview or a change is")
    Run run(
            Actor.Token token,
            @PathVariable String id,
            @Parameter(description = "The id of a preview or of a change.") @PathVariable String run) {
        ladder(id);
        return Run.of(runs.get(token, run(run)));
    }

    @GetMapping("/runs/{run}/people")
    @Needs({Permission.EDIT_LADDER, Permission.SEE_PEOPLE})
    @Operation(summary = "Whom a preview would move, each with the reason")
    PageBody<Person> people(
            Actor.Token token,
            @PathVariable String id,
            @Parameter(description = "The id of a preview or of a change.") @PathVariable String run,
            @Parameter(description = "Those who rise; else those who fall.") @RequestParam(defaultValue = "true")
                    boolean rises,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        ladder(id);
        return PageBody.of(
                runs.people(token, run(run), rises, Optional.empty(), Paging.wanted(limit, after)),
                rows -> rows.stream().map(Person::of).toList());
    }

    private static LadderId ladder(String id) {
        return new LadderId(Id.parse("id", id));
    }

    private static LadderRunId run(String id) {
        return new LadderRunId(Id.parse("run", id));
    }

    @Schema(name = "LadderDraft")
    record Draft(
            @Schema(description = "How often it was changed.", example = "3") @Nullable
            Integer revision,

            @Schema(description = "The version of the ladder that it starts from.", example = "1") @Nullable
            Integer base,

            @Schema(description = "The lowest first.") @Nullable
            List<DraftRung> rungs,

            @Schema(description = "Ids of rungs that go, each with the id of the one on which its people go on.")
            @Nullable
            Map<String, String> gone) {

        static Draft of(LadderDraft draft) {
            Map<String, String> gone = new HashMap<>();
            draft.shape().gone().forEach((from, to) -> gone.put(from.text(), to.text()));
            return new Draft(
                    draft.revision(),
                    draft.base(),
                    draft.shape().rungs().stream().map(DraftRung::of).toList(),
                    gone);
        }

        Shape shape() {
            List<Rung> all = new ArrayList<>();
            for (DraftRung rung : Given.list("rungs", rungs)) all.add(rung.rung(all.size() + 1));
            Map<RungId, RungId> went = new HashMap<>();
            Given.map("gone", gone)
                    .forEach((from, to) ->
                            went.put(new RungId(Id.parse("gone", from)), new RungId(Id.parse("gone", to))));
            return new Shape(all, went);
        }
    }

    @Schema(name = "LadderDraftRung")
    record DraftRung(
            @Schema(description = "Absent for a new one.", example = "0QKDP6Y8R9T3V") @Nullable
            String id,

            @Schema(example = "Endorsing") @Nullable String name,

            @Schema(description = "What it means to be there.") @Nullable
            String blurb,

            @Schema(description = "Absent: reached by a member's decision alone (or the lowest).") @Nullable
            RuleBody rule,

            @Schema(description = "Whoever meets the rule is proposed, and a member decides.") @Nullable
            Boolean confirmed,

            @Schema(description = "The rule in words; not read.") @Nullable
            List<String> sentences) {

        static DraftRung of(Rung rung) {
            return new DraftRung(
                    rung.rungId().text(),
                    rung.name(),
                    rung.blurb(),
                    rung.rule().map(RuleBody::of).orElse(null),
                    rung.confirmed(),
                    rung.rule()
                            .map(rule -> RuleSentences.of(rule, Locale.ENGLISH))
                            .orElse(List.of()));
        }

        Rung rung(int position) {
            return new Rung(
                    new RungId(id == null ? Id.next() : Id.parse("rungs", id)),
                    position,
                    Given.need("name", name),
                    Given.text(blurb),
                    Optional.ofNullable(rule).map(RuleBody::rule),
                    Boolean.TRUE.equals(confirmed));
        }
    }

    @Schema(name = "LadderVersion")
    record Version(
            @Schema(example = "2") int version,
            Instant since,

            @Schema(description = "Why.") String note,

            @Schema(description = "The version whose rungs and rules it took up again.") @Nullable
            Integer backTo,

            @Schema(description = "The lowest first.") List<DraftRung> rungs) {
        static Version of(LadderVersion version) {
            return new Version(
                    version.version(),
                    version.since(),
                    version.note(),
                    version.backTo().orElse(null),
                    version.shape().rungs().stream().map(DraftRung::of).toList());
        }
    }

    @Schema(name = "LadderRun")
    record Run(
            @Schema(example = "0QKDP6Y8R9T3V") String id,
            RunKind kind,
            RunState state,

            @Schema(description = "How many people there are to look at.", example = "41200")
            long total,

            @Schema(example = "8000") long done,

            @Schema(description = "How many move up.", example = "312")
            long rises,

            @Schema(description = "How many move down.", example = "40")
            long falls) {
        static Run of(LadderRun run) {
            return new Run(
                    run.runId().text(), run.kind(), run.state(), run.total(), run.done(), run.rises(), run.falls());
        }
    }

    @Schema(name = "LadderRunPerson")
    record Person(
            @Schema(example = "0QKDP6Y8R9T3V") String supporter,

            @Schema(description = "Where they stand today, as the ladder of today counts.", example = "2")
            int from,

            @Schema(description = "Where they would stand, as the draft counts.", example = "3")
            int to,

            @Schema(description = "Why they would stand there.", example = "Signed on Nov 12")
            String reason) {
        static Person of(RunPerson person) {
            return new Person(
                    person.supporterId().text(),
                    person.stands(),
                    person.to(),
                    person.reason().in(Locale.ENGLISH, ZoneOffset.UTC));
        }
    }
}
