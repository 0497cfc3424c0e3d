package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.media.AttachmentId;
import org.rung.scripts.Script;
import org.rung.scripts.ScriptId;
import org.rung.scripts.Scripts;
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
@RequestMapping("/api/v1/scripts")
@Tag(name = "Scripts", description = "The first text and the tree of questions that follows it")
class ScriptsApi {
    private static final String WORDINGS =
            "Other ways to say the first text, at most 3: everyone gets one of all, in equal"
                    + " parts, and the campaign's page shows how people took each.";

    private final Scripts scripts;
    private final Repeats repeats;

    ScriptsApi(Scripts scripts, Repeats repeats) {
        this.repeats = repeats;
        this.scripts = scripts;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.WRITE_SCRIPTS)
    @Operation(
            summary = "Write a script",
            description = "Texts may hold the merge fields `{firstName|there}`, `{lastName}`, `{city}`,"
                    + " `{texter.firstName}`, `{organization.name}` and, where there is a page to give on,"
                    + " `{giveLink}`; what stands behind the bar is used where the field is empty. Whether the first"
                    + " text may be sent is checked when a campaign starts.")
    ResponseEntity<Shown> write(
            Actor.Token token,
            @Parameter(description = Repeats.WORDS, example = "7f9c2a52-2f0e-4c7e-9f0e-9f3b8f1f2d11")
                    @RequestHeader(name = Repeats.HEADER, required = false)
                    @Nullable
                    String key,
            @RequestBody Draft draft) {
        return repeats.once(token, "scripts", key, draft, Shown.class, () -> write(token, draft));
    }

    private ResponseEntity<Shown> write(Actor.Token token, Draft draft) {
        var id = scripts.write(
                token,
                Given.need("name", draft.name()),
                VariantBody.read(
                        ScriptBody.tree(draft.firstText(), draft.wordings(), draft.picture(), draft.question()),
                        draft.variants()));
        return ResponseEntity.created(URI.create("/api/v1/scripts/" + id.text()))
                .body(Shown.of(scripts.get(token, id)));
    }

    @GetMapping
    @Needs(Permission.WRITE_SCRIPTS)
    @Operation(summary = "All scripts at their latest version")
    PageBody<Shown> all(
            Actor.Token token,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        var page = Paging.slice(scripts.all(token), script -> script.scriptId().text(), Paging.wanted(limit, after));
        return PageBody.of(page, rows -> rows.stream().map(Shown::of).toList());
    }

    @GetMapping("/{id}")
    @Needs(Permission.WRITE_SCRIPTS)
    @Operation(summary = "A script at its latest version")
    Shown get(Actor.Token token, @PathVariable String id) {
        return Shown.of(scripts.get(token, new ScriptId(Id.parse("id", id))));
    }

    @Schema(name = "ScriptDraft")
    record Draft(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Rent meeting") @Nullable
            String name,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "Hi {firstName|there}, it's {texter.firstName} with {organization.name}. Will you come on"
                            + " Thursday? Reply STOP to opt out.")
            @Nullable
            String firstText,

            @Schema(description = WORDINGS) @Nullable List<String> wordings,

            @Schema(
                    description =
                            "The picture that leaves with the first text: one that was chosen in the script editor.",
                    example = "0QKDP6Y8R9T3V")
            @Nullable
            String picture,

            @Schema(description = "The first question; others hang on its answers.")
            ScriptBody.@Nullable Asking question,

            @Schema(description = VariantBody.WORDS, example = VariantBody.EXAMPLE) @Nullable
            Map<String, VariantBody> variants) {}

    @Schema(name = "Script")
    record Shown(
            @Schema(example = "0QKDP6Y8R9T3V") String id,
            @Schema(example = "Rent meeting") String name,

            @Schema(description = "Counts the versions from 1.", example = "1")
            int version,

            String firstText,

            @Schema(description = WORDINGS + " Absent where there are none.") @Nullable
            List<String> wordings,

            @Schema(description = "The picture that leaves with the first text.", example = "0QKDP6Y8R9T3V") @Nullable
            String picture,

            ScriptBody.@Nullable Asking question,

            @Schema(description = VariantBody.WORDS + " Absent where there are none.", example = VariantBody.EXAMPLE)
            @Nullable
            Map<String, VariantBody> variants,

            Instant updatedAt) {

        static Shown of(Script script) {
            return new Shown(
                    script.scriptId().text(),
                    script.name(),
                    script.number(),
                    script.tree().firstText(),
                    script.tree().wordings().isEmpty() ? null : script.tree().wordings(),
                    script.tree().picture().map(AttachmentId::text).orElse(null),
                    script.tree().question().map(ScriptBody.Asking::of).orElse(null),
                    VariantBody.of(script.tree()),
                    script.updatedAt());
        }
    }
}
