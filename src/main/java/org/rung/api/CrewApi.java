package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.crew.Crew;
import org.rung.crew.Talks;
import org.rung.crew.TexterState;
import org.rung.live.Audience;
import org.rung.live.TexterNotes;
import org.rung.teams.TeamId;
import org.rung.texters.TermsOfTexters;
import org.rung.texters.TexterTerms;
import org.rung.texting.Vettings;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** All texters of an organization. */
@RestController
@RequestMapping("/api/v1/texters")
@Tag(name = "Texters", description = "Who texts in all campaigns, who is new, and what holds for each")
class CrewApi {
    private static final int NEW = 200;

    private final Crew crew;
    private final Vettings vettings;
    private final Talks talks;
    private final TermsOfTexters terms;
    private final TexterNotes notes;
    private final Texters texters;

    CrewApi(Crew crew, Vettings vettings, Talks talks, TermsOfTexters terms, TexterNotes notes, Texters texters) {
        this.crew = crew;
        this.vettings = vettings;
        this.talks = talks;
        this.terms = terms;
        this.notes = notes;
        this.texters = texters;
    }

    @GetMapping
    @Needs(Permission.ASSIGN)
    @Operation(
            summary = "Texters with what they hold, what they did in seven days, and who waits or is late",
            description = "Those who are late, and for whom somebody waits longest, come first.")
    CrewBody texters(
            Actor.Token token,
            @Parameter(description = "Only those who are like that now.") @RequestParam(defaultValue = "ALL")
                    TexterState state,
            @Parameter(description = "A part of their names.", example = "tess") @RequestParam(defaultValue = "")
                    String name,
            @Parameter(description = "How many to leave out.", example = "0") @RequestParam(defaultValue = "0")
                    int from,
            @Parameter(description = "How many to show, 1 to 200.", example = "50") @RequestParam(defaultValue = "50")
                    int most) {
        return CrewBody.of(crew.page(token, state, name, Math.max(0, from), most));
    }

    @PutMapping(path = "/{texter}/terms", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.ASSIGN)
    @Operation(
            summary = "Say how many first texts a texter takes in a day, and what they write beside the usual language",
            description =
                    "Both at once. `dayCap` counts all campaigns together and takes the place of their own caps; without it"
                            + " those hold. Supporters who speak one of the languages are given to them first.")
    Terms terms(
            Actor.Token token,
            @Parameter(description = "A member's id or e-mail address.", example = "tess@example.org") @PathVariable
                    String texter,
            @RequestBody Terms wanted) {
        var member = texters.find(token, "texter", texter);
        terms.speaks(token, member, new HashSet<>(Given.list("languages", wanted.languages())));
        terms.cap(token, member, Optional.ofNullable(wanted.dayCap()));
        return Terms.of(terms.of(token, member));
    }

    @GetMapping("/new")
    @Needs(Permission.ASSIGN)
    @Operation(
            summary = "New texters whose first texts wait for somebody to look at them",
            description = "Who waits longest comes first, at most 200. Let them go with `reviewed`.")
    List<NewTexterBody> fresh(Actor.Token token) {
        return vettings.waiting(token, NEW).stream().map(NewTexterBody::of).toList();
    }

    @PostMapping("/{texter}/review-more")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.ASSIGN)
    @Operation(
            summary = "Let a new texter send as many first texts again, and then wait once more",
            description = "As many as the organization's rule says.")
    void more(
            Actor.Token token,
            @Parameter(description = "A member's id or e-mail address.", example = "tess@example.org") @PathVariable
                    String texter) {
        vettings.lookAtMore(token, texters.find(token, "texter", texter));
    }

    @PostMapping(path = "/{texter}/talk", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Permission.ASSIGN, Permission.RUN_CAMPAIGNS})
    @Operation(
            summary = "Say a kind word to a new texter about their first texts",
            description = "They read it at home, and go on waiting until somebody lets them go.")
    void talk(
            Actor.Token token,
            @Parameter(description = "A member's id or e-mail address.", example = "tess@example.org") @PathVariable
                    String texter,
            @RequestBody LiveApi.Words words) {
        talks.say(token, texters.find(token, "texter", texter), Given.need("words", words.words()));
    }

    @PostMapping(path = "/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(
            summary = "Tell texters something: all of them, those of a team, those of a language, or one",
            description =
                    "Each of them sees it at home until they have read it. Name one of the three, or none for all.")
    LiveApi.Message tell(Actor.Token token, @RequestBody Told told) {
        return new LiveApi.Message(notes.tell(token, audience(token, told), Given.need("words", told.words()))
                .text());
    }

    private Audience audience(Actor.Token token, Told told) {
        if (told.texter() != null) return new Audience.One(texters.find(token, "texter", told.texter()));
        if (told.team() != null) return new Audience.OfTeam(new TeamId(Given.id("team", told.team())));
        return told.language() == null ? new Audience.Everyone() : new Audience.Speaking(told.language());
    }

    @Schema(name = "TexterTerms")
    record Terms(
            @Schema(description = "First texts in a day, in all campaigns together.", example = "100") @Nullable
            Integer dayCap,

            @Schema(description = "Codes of two or three letters.", example = "[\"es\"]") @Nullable
            List<String> languages) {
        static Terms of(TexterTerms terms) {
            return new Terms(
                    terms.dayCap().orElse(null),
                    terms.languages().stream().sorted().toList());
        }
    }

    @Schema(name = "TextersToldDraft")
    record Told(
            @Schema(
                    description = "1 to 500 characters.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "The meeting has moved to the school at Oak Street.")
            @Nullable
            String words,

            @Schema(description = "A team's id.", example = "0QKDP6Y8R9T3V") @Nullable
            String team,

            @Schema(description = "A language's code.", example = "es") @Nullable
            String language,

            @Schema(description = "A member's id or e-mail address.", example = "tess@example.org") @Nullable
            String texter) {}
}
