package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.exchange.Import;
import org.rung.exchange.ImportId;
import org.rung.exchange.ImportSettings;
import org.rung.exchange.ImportState;
import org.rung.exchange.Imports;
import org.rung.exchange.Rejects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports", description = "Lists of people as CSV, taken in by a job")
class ImportsApi {
    private static final String CSV = "text/csv";
    private final Imports imports;
    private final Rejects rejects;
    private final Repeats repeats;

    ImportsApi(Imports imports, Rejects rejects, Repeats repeats) {
        this.repeats = repeats;
        this.imports = imports;
        this.rejects = rejects;
    }

    @PostMapping(consumes = CSV)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs(Permission.IMPORT)
    @Operation(
            summary = "Import a list of people",
            description =
                    "The body is the file itself: UTF-8 or Windows-1252, with commas, semicolons or tabs, a header in the"
                            + " first row, at most 200 MB. What the columns mean is guessed from the header; one must hold phone"
                            + " numbers; columns that are not known become custom fields. The import runs at once and survives a"
                            + " restart: ask for it by its id until `state` is DONE, CANCELLED or FAILED.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            description = "The file.",
                            content =
                                    @Content(
                                            mediaType = CSV,
                                            schema = @Schema(type = "string"),
                                            examples =
                                                    @ExampleObject(
                                                            "First name,Last name,Mobile,Tags\nNia,Adeyemi,(510) 555-0132,tenant\n"))))
    @ApiResponse(
            responseCode = "202",
            description = "It is being worked on.",
            headers =
                    @Header(name = "Location", description = "Where to ask for it.", schema = @Schema(type = "string")))
    ResponseEntity<Shown> take(
            Actor.Token token,
            InputStream body,
            @Parameter(description = "Where this list comes from.", example = "petition of May") @RequestParam
                    String source,
            @Parameter(
                            description = "How these people agreed to be texted, in the words they saw.",
                            example = "Checked \"Text me about my building\"")
                    @RequestParam
                    String consent,
            @Parameter(
                            description =
                                    "The country of numbers written without one, ISO 3166; the organization's when not said.",
                            example = "US")
                    @RequestParam(required = false)
                    @Nullable
                    String country,
            @Parameter(description = "What to call the file.", example = "petition.csv")
                    @RequestParam(defaultValue = "list.csv")
                    String fileName,
            @Parameter(description = Repeats.WORDS, example = "7f9c2a52-2f0e-4c7e-9f0e-9f3b8f1f2d11")
                    @RequestHeader(name = Repeats.HEADER, required = false)
                    @Nullable
                    String key) {
        said("source", source, 120);
        said("consent", consent, 1_000);
        Optional<String> there = Optional.ofNullable(country).filter(text -> !text.isBlank());
        // Before the file is taken, so that a typing error does not cost the way of 200 MB.
        there.ifPresent(text -> new ImportSettings(List.of(), text, source, consent));
        var digest = Repeats.digest();
        Repeats.add(digest, source, consent, country, fileName);
        var file = new DigestInputStream(body, digest);
        Optional<String> before = repeats.before(token, "imports", key);
        if (key != null && before.isPresent()) {
            return again(token, key, file);
        }
        var made = imports.upload(token, fileName, file);
        var settings = new ImportSettings(
                made.settings().columns(), there.orElse(made.settings().country()), source, consent);
        try {
            var answer = key == null
                    ? run(token, made, settings)
                    : repeats.onceAs(
                            token,
                            "imports",
                            key,
                            Repeats.hex(digest.digest()),
                            Shown.class,
                            () -> run(token, made, settings));
            // Another request with this key was faster: its import is the answer, and ours was in vain.
            if (!Objects.requireNonNull(answer.getBody())
                    .id()
                    .equals(made.importId().text())) {
                imports.cancel(token, made.importId());
            }
            return answer;
        } catch (Problem incomplete) {
            imports.cancel(token, made.importId());
            throw incomplete;
        }
    }

    private ResponseEntity<Shown> run(Actor.Token token, Import made, ImportSettings settings) {
        imports.configure(token, made.importId(), settings);
        imports.run(token, made.importId());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + made.importId().text()))
                .body(Shown.of(imports.get(token, made.importId())));
    }

    /** The file is read to its end, since only then is it known to be the same, but kept no second time. */
    private ResponseEntity<Shown> again(Actor.Token token, String key, DigestInputStream file) {
        try {
            file.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            throw new Problem.Invalid("body", "problem.broke-off");
        }
        return repeats.onceAs(
                token, "imports", key, Repeats.hex(file.getMessageDigest().digest()), Shown.class, () -> {
                    throw Repeats.otherBody();
                });
    }

    @GetMapping
    @Needs(Permission.IMPORT)
    @Operation(summary = "Imports, newest first")
    PageBody<Shown> page(
            Actor.Token token,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageBody.of(
                imports.page(token, Paging.wanted(limit, after)),
                rows -> rows.stream().map(Shown::of).toList());
    }

    @GetMapping("/{id}")
    @Needs(Permission.IMPORT)
    @Operation(summary = "How far an import is")
    Shown get(Actor.Token token, @PathVariable String id) {
        return Shown.of(imports.get(token, id(id)));
    }

    @GetMapping(path = "/{id}/rejects")
    @Needs(Permission.IMPORT)
    @Operation(
            summary = "The rows that were not taken, as CSV",
            description = "The line of the file, the reason, then the row's own cells. Kept for 30 days.")
    @ApiResponse(
            responseCode = "200",
            description = "The rejected rows, in the order of the file.",
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(type = "string"),
                            examples =
                                    @ExampleObject(
                                            "Line,Reason,First name,Mobile\n7,Phone is not a valid number in US: check the digits.,Nia,12\n")))
    void rejects(Actor.Token token, @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var importId = id(id);
        imports.get(token, importId);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"rejects-" + importId.text() + ".csv\"");
        rejects.write(token, importId, Problems.language(request), response.getOutputStream());
    }

    private static void said(String field, String text, int longest) {
        if (text.isBlank()) throw new Problem.Invalid(field, "problem.query-empty");
        if (text.length() > longest) throw new Problem.Invalid(field, "problem.too-long", longest);
    }

    private static ImportId id(String text) {
        return new ImportId(Id.parse("id", text));
    }

    @Schema(name = "Import")
    record Shown(
            @Schema(example = "0QKDP6Y8R9T3V") String id,
            ImportState state,
            @Schema(example = "petition.csv") String fileName,
            @Schema(example = "petition of May") String source,

            @Schema(description = "From 0 to 1.", example = "0.4")
            double progress,

            @Schema(example = "812") long created,
            @Schema(example = "40") long updated,
            @Schema(example = "7") long unchanged,
            @Schema(example = "3") long rejected,

            @Schema(description = "Why it failed, where it did.") @Nullable
            String problem,

            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {

        static Shown of(Import one) {
            return new Shown(
                    one.importId().text(),
                    one.state(),
                    one.fileName(),
                    one.settings().source(),
                    one.progress(),
                    one.counts().created(),
                    one.counts().updated(),
                    one.counts().unchanged(),
                    one.counts().rejected(),
                    one.problem().map(why -> why.in(Locale.ENGLISH)).orElse(null),
                    one.createdAt(),
                    one.startedAt().orElse(null),
                    one.endedAt().orElse(null));
        }
    }
}
