package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.saved.SavedFilter;
import org.rung.saved.SavedFilterId;
import org.rung.saved.SavedFilters;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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
@RequestMapping("/api/v1/saved-filters")
@Tag(name = "Saved filters", description = "Filters kept under a name; turfs may name them by the kind `saved`")
class SavedFiltersApi {
    private final SavedFilters saved;
    private final Repeats repeats;

    SavedFiltersApi(SavedFilters saved, Repeats repeats) {
        this.saved = saved;
        this.repeats = repeats;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Needs({Permission.CUT_TURF, Permission.SEE_PEOPLE})
    @Operation(summary = "Save a filter", description = "A name that is taken is refused with 409.")
    ResponseEntity<Shown> save(
            Actor.Token token,
            @Parameter(description = Repeats.WORDS, example = "7f9c2a52-2f0e-4c7e-9f0e-9f3b8f1f2d11")
                    @RequestHeader(name = Repeats.HEADER, required = false)
                    @Nullable
                    String key,
            @RequestBody Draft draft) {
        return repeats.once(token, "saved-filters", key, draft, Shown.class, () -> {
            var id = saved.save(
                    token,
                    Given.need("name", draft.name()),
                    Given.need("filter", draft.filter()).filter());
            return ResponseEntity.created(URI.create("/api/v1/saved-filters/" + id.text()))
                    .body(Shown.of(saved.get(token, id)));
        });
    }

    @GetMapping
    @Needs(Permission.SEE_PEOPLE)
    @Operation(summary = "All saved filters, by name")
    PageBody<Shown> all(
            Actor.Token token,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageBody.of(
                saved.page(token, Paging.wanted(limit, after)),
                rows -> rows.stream().map(Shown::of).toList());
    }

    @GetMapping("/{id}")
    @Needs(Permission.SEE_PEOPLE)
    @Operation(summary = "A saved filter")
    Shown get(Actor.Token token, @PathVariable String id) {
        return Shown.of(saved.get(token, new SavedFilterId(Id.parse("id", id))));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Permission.CUT_TURF, Permission.SEE_PEOPLE})
    @Operation(summary = "Delete a saved filter", description = "Refused with 409 while a turf names it.")
    void remove(Actor.Token token, @PathVariable String id) {
        saved.remove(token, new SavedFilterId(Id.parse("id", id)));
    }

    @Schema(name = "SavedFilterDraft")
    record Draft(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Drivers of ward 3") @Nullable
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            FilterBody filter) {}

    @Schema(name = "SavedFilter")
    record Shown(
            @Schema(example = "0QKDP6Y8R9T3V") String id,
            @Schema(example = "Drivers of ward 3") String name,
            FilterBody filter,
            Instant createdAt) {
        static Shown of(SavedFilter saved) {
            return new Shown(
                    saved.savedFilterId().text(), saved.name(), FilterBody.of(saved.filter()), saved.createdAt());
        }
    }
}
