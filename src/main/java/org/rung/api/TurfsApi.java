package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.filters.SupporterFilter;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.turf.Turf;
import org.rung.turf.TurfId;
import org.rung.turf.TurfKind;
import org.rung.turf.Turfs;
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
@RequestMapping("/api/v1/turfs")
@Tag(name = "Turf", description = "Cuts of supporters: saved filters and frozen lists")
class TurfsApi {
    private final Turfs turfs;
    private final Supporters supporters;
    private final Repeats repeats;

    TurfsApi(Turfs turfs, Supporters supporters, Repeats repeats) {
        this.repeats = repeats;
        this.turfs = turfs;
        this.supporters = supporters;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.CUT_TURF)
    @Operation(
            summary = "Cut a turf",
            description =
                    "Give `search` and `filters` for a filter that is asked anew each time (nothing of both: everyone),"
                            + " or `supporters` for a frozen list, with at least one of them.")
    ResponseEntity<Shown> cut(
            Actor.Token token,
            @Parameter(description = Repeats.WORDS, example = "7f9c2a52-2f0e-4c7e-9f0e-9f3b8f1f2d11")
                    @RequestHeader(name = Repeats.HEADER, required = false)
                    @Nullable
                    String key,
            @RequestBody Draft draft) {
        return repeats.once(token, "turfs", key, draft, Shown.class, () -> cut(token, draft));
    }

    private ResponseEntity<Shown> cut(Actor.Token token, Draft draft) {
        var name = Given.need("name", draft.name());
        var listed = Given.list("supporters", draft.supporters());
        // A program that found nobody means nobody, and would text everyone.
        if (draft.supporters() != null && listed.isEmpty())
            throw new Problem.Invalid("supporters", "problem.list-empty");
        var id = listed.isEmpty()
                ? turfs.cut(token, name, draft.filter())
                : turfs.list(token, name, known(token, draft.people(listed)));
        return ResponseEntity.created(URI.create("/api/v1/turfs/" + id.text())).body(shown(token, id));
    }

    private List<SupporterId> known(Actor actor, List<SupporterId> listed) {
        var known = supporters.all(actor.organization(), listed);
        for (var id : listed) {
            if (!known.containsKey(id)) throw new Problem.Missing("supporter", id);
        }
        return listed;
    }

    @GetMapping
    @Needs(Permission.CUT_TURF)
    @Operation(summary = "All turfs, by name")
    PageBody<Shown> all(
            Actor.Token token,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        var page = Paging.slice(turfs.all(token), turf -> turf.turfId().text(), Paging.wanted(limit, after));
        return PageBody.of(
                page, rows -> rows.stream().map(turf -> Shown.of(turf, null)).toList());
    }

    @GetMapping("/{id}")
    @Needs(Permission.CUT_TURF)
    @Operation(summary = "A turf, with how many numbers in it could be texted now")
    Shown get(Actor.Token token, @PathVariable String id) {
        return shown(token, new TurfId(Id.parse("id", id)));
    }

    private Shown shown(Actor.Token token, TurfId id) {
        return Shown.of(turfs.get(token, id), turfs.textable(token, id));
    }

    @Schema(name = "TurfDraft")
    record Draft(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Ward 3 tenants") @Nullable
            String name,

            @Schema(description = "Words to search for in names, numbers and e-mail addresses.", example = "") @Nullable
            String search,

            @Schema(description = "Conditions that must all hold.") @Nullable
            List<FilterBody.Line> filters,

            @Schema(description = "How `groups` go together: `all` (when not said) or `any`.", example = "all")
            @Nullable
            String match,

            @Schema(description = "Groups of conditions, in place of `filters`.") @Nullable
            List<FilterBody.Group> groups,

            @Schema(description = "Ids of supporters, for a frozen list of at most 1,000.") @Nullable
            List<String> supporters) {

        SupporterFilter filter() {
            return new FilterBody(search, filters, match, groups).filter();
        }

        List<SupporterId> people(List<String> listed) {
            if (search != null || filters != null || groups != null) {
                throw new Problem.Invalid("supporters", "problem.people-beside");
            }
            var people = new ArrayList<SupporterId>();
            for (var id : listed) people.add(new SupporterId(Id.parse("supporters[" + people.size() + "]", id)));
            return people;
        }
    }

    @Schema(name = "Turf")
    record Shown(
            @Schema(example = "0QKDP6Y8R9T3V") String id,
            @Schema(example = "Ward 3 tenants") String name,
            TurfKind kind,
            String search,

            @Schema(description = "Conditions that must all hold; empty when `groups` say it.")
            List<FilterBody.Line> filters,

            @Schema(description = "How `groups` go together; absent without them.", example = "all") @Nullable
            String match,

            @Schema(description = "Groups of conditions; absent for plain `filters`.") @Nullable
            List<FilterBody.Group> groups,

            @Schema(
                    description = "How many different numbers could be texted now; only for a single turf.",
                    example = "812")
            @Nullable
            Long textable,

            Instant createdAt) {

        static Shown of(Turf turf, @Nullable Long textable) {
            var filter = FilterBody.of(turf.filter());
            return new Shown(
                    turf.turfId().text(),
                    turf.name(),
                    turf.kind(),
                    turf.filter().search(),
                    Given.list("filters", filter.filters()),
                    filter.match(),
                    filter.groups(),
                    textable,
                    turf.createdAt());
        }
    }
}
