package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.merging.Duplicates;
import org.rung.merging.MergeDraft;
import org.rung.merging.MergeId;
import org.rung.merging.Merges;
import org.rung.merging.Part;
import org.rung.merging.Side;
import org.rung.people.SupporterId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Merges", description = "People who are in the list twice, and making one of two")
class MergesApi {
    private final Merges merges;
    private final Duplicates duplicates;

    MergesApi(Merges merges, Duplicates duplicates) {
        this.merges = merges;
        this.duplicates = duplicates;
    }

    @GetMapping("/duplicates")
    @Needs(Permission.EDIT_PEOPLE)
    @Operation(
            summary = "Pairs of supporters who look like one person, the most alike first",
            description = "Compared every few minutes while new people come in, else once a day.")
    PageBody<DuplicateBody> page(
            Actor.Token token,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageBody.of(
                duplicates.page(token, Paging.wanted(limit, after)),
                rows -> rows.stream().map(DuplicateBody::of).toList());
    }

    @GetMapping("/supporters/{id}/duplicates")
    @Needs(Permission.EDIT_PEOPLE)
    @Operation(summary = "Who looks like this supporter, as of now", description = "At most 20, the most alike first.")
    PageBody<DuplicateBody> of(
            Actor.Token token,
            @PathVariable String id,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        List<DuplicateBody> all = duplicates.of(token, new SupporterId(Id.parse("id", id))).stream()
                .map(DuplicateBody::of)
                .toList();
        return PageBody.of(
                Paging.slice(all, pair -> pair.first().id() + pair.other().id(), Paging.wanted(limit, after)),
                rows -> rows);
    }

    @PostMapping(path = "/duplicates/told-apart", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.EDIT_PEOPLE)
    @Operation(
            summary = "Say that two supporters are not the same person",
            description = "They are not suggested again. Saying it again changes nothing.")
    void tellApart(Actor.Token token, @RequestBody Two two) {
        duplicates.tellApart(
                token,
                new SupporterId(Given.id("first", two.first())),
                new SupporterId(Given.id("other", two.other())));
    }

    @PostMapping(path = "/supporters/{id}/merges", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.EDIT_PEOPLE)
    @Operation(
            summary = "Merge another supporter into this one",
            description =
                    "Every conversation, action, gift, promise, note, tag and list of both is this one's then; what was said"
                            + " about being texted stays with each number. If one of the two texting numbers opted out, it is the"
                            + " texting number of both. A campaign in which either was reached sends the other no first text any"
                            + " more. It can be undone for 30 days.")
    MergeBody merge(Actor.Token token, @PathVariable String id, @RequestBody Wish wish) {
        var merge = merges.merge(
                token,
                new MergeDraft(
                        new SupporterId(Id.parse("id", id)),
                        new SupporterId(Given.id("from", wish.from())),
                        sides("values", wish.values()),
                        sides("fields", wish.fields())));
        return MergeBody.of(merges.get(token, merge));
    }

    private static <K> Map<K, Side> sides(String field, @Nullable Map<K, @Nullable Side> given) {
        if (given == null) return Map.of();
        var sides = new HashMap<K, Side>();
        given.forEach((key, side) -> sides.put(key, Given.need(field + "." + key, side)));
        return sides;
    }

    @GetMapping("/merges")
    @Needs(Permission.EDIT_PEOPLE)
    @Operation(
            summary = "Merges, the newest first",
            description = "For programs that keep supporters' ids: whoever was merged into another has that one's.")
    PageBody<MergeBody> merges(
            Actor.Token token,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageBody.of(
                merges.page(token, Paging.wanted(limit, after)),
                rows -> rows.stream().map(MergeBody::of).toList());
    }

    @PostMapping("/merges/{id}/undo")
    @Needs(Permission.EDIT_PEOPLE)
    @Operation(
            summary = "Undo a merge",
            description =
                    "Both are as they were; what has come to the kept one since stays with them. 409 when it is too"
                            + " late, was undone already, or a later merge of theirs has to be undone first.")
    MergeBody undo(Actor.Token token, @PathVariable String id) {
        var merge = new MergeId(Id.parse("id", id));
        merges.undo(token, merge);
        return MergeBody.of(merges.get(token, merge));
    }

    @Schema(name = "TwoSupporters")
    record Two(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "0QKDP6Y8R9T3V") @Nullable
            String first,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "0QKDP6Y8R9T3W") @Nullable
            String other) {}

    @Schema(name = "MergeDraft")
    record Wish(
            @Schema(
                    description = "Who is merged into this one, and is gone then.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "0QKDP6Y8R9T3W")
            @Nullable
            String from,

            @Schema(
                    description =
                            "Whose value stays where both have one; what is not said is chosen by Rung: the fuller"
                                    + " or the newer.",
                    example = "{\"EMAIL\": \"GONE\", \"PLACE\": \"KEPT\"}")
            @Nullable
            Map<Part, @Nullable Side> values,

            @Schema(description = "The same for custom fields, by their keys.", example = "{\"building\": \"GONE\"}")
            @Nullable
            Map<String, @Nullable Side> fields) {}
}
