package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rung.answers.Forecast;
import org.rung.answers.ManyAnswers;
import org.rung.answers.Outcome;
import org.rung.answers.Progress;
import org.rung.answers.ReplyDeed;
import org.rung.answers.ReplyJob;
import org.rung.answers.ReplyJobId;
import org.rung.answers.ReplyKind;
import org.rung.answers.ReplyState;
import org.rung.answers.ReplyWish;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.texting.ConversationId;
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
@RequestMapping("/api/v1/many-answers")
@Tag(name = "Many answers", description = "One text, or one recorded answer, for many conversations")
class ManyAnswersApi {
    private final ManyAnswers answers;
    private final Texters texters;
    private final Repeats repeats;

    ManyAnswersApi(ManyAnswers answers, Texters texters, Repeats repeats) {
        this.answers = answers;
        this.texters = texters;
        this.repeats = repeats;
    }

    @PostMapping(path = "/forecast", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.REPLY_TO_ANYONE)
    @Operation(
            summary = "See who would get it, and who not and why",
            description = "It is done and nothing of it stays, so it takes some milliseconds for each conversation.")
    Foreseen forecast(Actor.Token token, @RequestBody Draft draft) {
        return Foreseen.of(answers.forecast(token, texters.find(token, "from", draft.from()), draft.wish()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs(Permission.REPLY_TO_ANYONE)
    @Operation(
            summary = "Answer many conversations",
            description =
                    "Give `text`, or `campaign`, `question` and `answer`. Each leaves as a single answer does: within hours, to"
                            + " nobody who may not be texted, and once to a number. The first leaves after fifteen seconds. It goes on"
                            + " in the background and survives a restart: ask for it by its id until `state` is DONE, CANCELLED or"
                            + " FAILED.")
    ResponseEntity<Shown> start(
            Actor.Token token,
            @Parameter(description = Repeats.WORDS, example = "7f9c2a52-2f0e-4c7e-9f0e-9f3b8f1f2d11")
                    @RequestHeader(name = Repeats.HEADER, required = false)
                    @Nullable
                    String key,
            @RequestBody Draft draft) {
        return repeats.once(token, "many-answers", key, draft, Shown.class, () -> {
            var id = answers.start(
                    token,
                    texters.find(token, "from", draft.from()),
                    draft.wish(),
                    UUID.randomUUID().toString(),
                    Boolean.TRUE.equals(draft.sure()));
            return ResponseEntity.accepted()
                    .location(java.net.URI.create("/api/v1/many-answers/" + id.text()))
                    .body(shown(token, id));
        });
    }

    @GetMapping
    @Needs(Permission.REPLY_TO_ANYONE)
    @Operation(summary = "All of them, the newest first")
    PageBody<Shown> all(
            Actor.Token token,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageBody.of(answers.page(token, Paging.wanted(limit, after)), rows -> {
            var progress = answers.progress(
                    token, rows.stream().map(ReplyJob::replyJobId).toList());
            return rows.stream()
                    .map(job -> Shown.of(job, Optional.ofNullable(progress.get(job.replyJobId()))))
                    .toList();
        });
    }

    @GetMapping("/{id}")
    @Needs(Permission.REPLY_TO_ANYONE)
    @Operation(summary = "How far it is")
    Shown get(Actor.Token token, @PathVariable String id) {
        return shown(token, id(id));
    }

    @PostMapping("/{id}/stop")
    @Needs(Permission.REPLY_TO_ANYONE)
    @Operation(
            summary = "Stop it",
            description = "Nobody gets it any more, and what has not left yet is taken back; what has left has.")
    Shown stop(Actor.Token token, @PathVariable String id) {
        answers.stop(token, id(id));
        return shown(token, id(id));
    }

    private Shown shown(Actor.Token token, ReplyJobId id) {
        return Shown.of(
                answers.get(token, id),
                Optional.ofNullable(answers.progress(token, List.of(id)).get(id)));
    }

    private static ReplyJobId id(String id) {
        return new ReplyJobId(Id.parse("id", id));
    }

    @Schema(name = "ManyAnswersDraft")
    record Draft(
            @Schema(
                    description = "The member in whose name: an id or an e-mail address.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "ora@example.org")
            @Nullable
            String from,

            @Schema(description = "Ids of conversations, at most 500.", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            List<String> conversations,

            @Schema(
                    description = "Words with merge fields and their fallbacks.",
                    example = "Thank you, {firstName|friend}! See you on Saturday.")
            @Nullable
            String text,

            @Schema(
                    description = "In place of a text: the campaign whose script has the question.",
                    example = "0QKDP6Y8R9T3V")
            @Nullable
            String campaign,

            @Schema(example = "coming") @Nullable String question,

            @Schema(example = "yes") @Nullable String answer,

            @Schema(description = "Words that are watched are meant.") @Nullable
            Boolean sure) {

        ReplyWish wish() {
            Set<ConversationId> chosen = new HashSet<>();
            for (var id : Given.list("conversations", conversations))
                chosen.add(new ConversationId(Id.parse("conversations", id)));
            if ((text == null) == (campaign == null)) throw new Problem.Invalid("text", "problem.replies-either");
            return new ReplyWish(
                    chosen,
                    text != null
                            ? new ReplyDeed.Reply(text)
                            : new ReplyDeed.Recorded(
                                    new CampaignId(Given.id("campaign", Given.need("campaign", campaign))),
                                    Given.need("question", question),
                                    Given.need("answer", answer)));
        }
    }

    @Schema(name = "ManyAnswersForecast")
    record Foreseen(
            @Schema(description = "How many would get it.", example = "41")
            int getting,

            @Schema(description = "How many conversations would end how.", example = "{\"SENT\":41,\"CLOSED\":2}")
            Map<Outcome, Integer> outcomes,

            @Schema(description = "The text as one of them reads it.") @Nullable
            String sample,

            @Schema(description = "What is to be looked at in the text.")
            List<String> checks,

            @Schema(description = "What is asked before it leaves, unless `sure`.") @Nullable
            String asks) {
        static Foreseen of(Forecast forecast) {
            return new Foreseen(
                    forecast.getting(),
                    forecast.outcomes(),
                    forecast.sample().orElse(null),
                    forecast.checks().stream()
                            .map(check -> check.said().in(Locale.ENGLISH))
                            .toList(),
                    forecast.asks().map(asked -> asked.in(Locale.ENGLISH)).orElse(null));
        }
    }

    @Schema(name = "ManyAnswers")
    record Shown(
            @Schema(example = "0QKDP6Y8R9T3V") String id,
            ReplyKind kind,
            ReplyState state,

            @Schema(description = "Of how many conversations.", example = "43")
            int total,

            @Schema(description = "What became of those whose turn came.", example = "{\"SENT\":40,\"CLOSED\":2}")
            Map<Outcome, Integer> outcomes,

            @Schema(description = "Why it failed.") @Nullable
            String problem,

            Instant createdAt,

            @Schema(description = "Nothing leaves before.") Instant leavesAt) {
        static Shown of(ReplyJob job, Optional<Progress> progress) {
            return new Shown(
                    job.replyJobId().text(),
                    job.deed().kind(),
                    job.state(),
                    progress.map(Progress::total).orElse(0),
                    progress.map(Progress::outcomes).orElse(Map.of()),
                    job.problem().map(Problem.Invalid::getMessage).orElse(null),
                    job.createdAt(),
                    job.leavesAt());
        }
    }
}
