package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rung.asks.AskDraft;
import org.rung.asks.AskVariant;
import org.rung.asks.Library;
import org.rung.asks.Risk;
import org.rung.asks.Urgency;
import org.rung.commitments.AskFamily;
import org.rung.commitments.AskId;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.ladder.LadderKind;
import org.rung.ladder.Ladders;
import org.rung.ladder.RungId;
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
@RequestMapping("/api/v1/asks")
@Tag(name = "Asks", description = "What there is to propose, and how people answer it")
class AsksApi {
    private final Library library;
    private final Ladders ladders;

    AsksApi(Library library, Ladders ladders) {
        this.library = library;
        this.ladders = ladders;
    }

    @GetMapping
    @Needs(Permission.SEE_LADDER)
    @Operation(summary = "The library of asks, the lowest rung first, those that were retired last")
    PageBody<AskBody> all(
            Actor.Token token,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        var rungs = ladders.of(token.organization(), LadderKind.COMMITMENT).rungs();
        return PageBody.of(
                Paging.slice(library.all(token), row -> row.ask().askId().text(), Paging.wanted(limit, after)),
                rows -> rows.stream()
                        .map(row -> AskBody.of(
                                row,
                                rungs.stream()
                                        .filter(rung -> row.ask().positions().contains(rung.position()))
                                        .map(rung -> AskBody.Answered.of(
                                                rung.rungId(), row.chances().get(rung.position())))
                                        .toList()))
                        .toList());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.EDIT_LADDER)
    @Operation(summary = "Add an ask")
    AskBody add(Actor.Token token, @RequestBody Draft draft) {
        return one(token, library.add(token, draft.draft(Map.of())));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.EDIT_LADDER)
    @Operation(
            summary = "Change an ask",
            description = "Send the `revision` that you read: 409 when somebody else has changed it since. Without"
                    + " `variants` those that it has stay.")
    AskBody change(Actor.Token token, @PathVariable String id, @RequestBody Draft draft) {
        var askId = new AskId(Id.parse("id", id));
        library.change(
                token,
                askId,
                Given.need("revision", draft.revision()),
                draft.draft(draft.variants() == null ? library.variants(token, askId) : Map.of()));
        return one(token, askId);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.EDIT_LADDER)
    @Operation(summary = "Ask nobody that any more", description = "What was promised stands.")
    void retire(Actor.Token token, @PathVariable String id) {
        library.retire(token, new AskId(Id.parse("id", id)));
    }

    private AskBody one(Actor.Token token, AskId askId) {
        return all(token, 1_000, null).items().stream()
                .filter(shown -> shown.id().equals(askId.text()))
                .findFirst()
                .orElseThrow(() -> new Problem.Missing("ask", askId));
    }

    @Schema(name = "AskDraft")
    record Draft(
            @Schema(description = "For a change: the revision that you read.", example = "1") @Nullable
            Integer revision,

            @Schema(description = "Ids of rungs of the commitment ladder.", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            List<String> rungs,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "COME") @Nullable
            AskFamily family,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Come to the rent meeting") @Nullable
            String title,

            @Schema(description = "What to say, at most 320 characters.") @Nullable
            String words,

            @Schema(description = "How many may promise it; absent: any number.", example = "40") @Nullable
            Integer capacity,

            @Schema(description = "Days until the same person is asked the same again; 14 if absent.", example = "14")
            @Nullable
            Integer cooldownDays,

            @Schema(description = "How soon it is needed; USUAL if absent.", example = "HIGH") @Nullable
            Urgency urgency,

            @Schema(description = "How much it is to ask; LOW if absent. HIGH is not put to people who are slipping.")
            @Nullable
            Risk risk,

            @Schema(description = "Codes of the languages of those to whom it is put; none: everyone.") @Nullable
            List<String> languages,

            @Schema(description = AskVariantBody.WORDS, example = AskVariantBody.EXAMPLE) @Nullable
            Map<String, AskVariantBody> variants) {
        /** @param kept the variants where none are given */
        AskDraft draft(Map<String, AskVariant> kept) {
            Set<RungId> all = Given.list("rungs", rungs).stream()
                    .map(text -> new RungId(Id.parse("rungs", text)))
                    .collect(Collectors.toSet());
            return new AskDraft(
                    all,
                    Given.need("family", family),
                    Given.need("title", title),
                    Given.text(words),
                    Optional.ofNullable(capacity),
                    cooldownDays == null ? 14 : cooldownDays,
                    urgency == null ? Urgency.USUAL : urgency,
                    risk == null ? Risk.LOW : risk,
                    new HashSet<>(Given.list("languages", languages)),
                    AskVariantBody.read(variants).orElse(kept));
        }
    }
}
