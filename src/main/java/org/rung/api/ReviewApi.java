package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.messaging.Direction;
import org.rung.review.ReviewFilter;
import org.rung.review.Reviews;
import org.rung.review.Scores;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationState;
import org.rung.texting.HeldText;
import org.rung.texting.HeldTexts;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Review", description = "All texts, searched; those held for a look; how conversations went")
class ReviewApi {
    private final Reviews reviews;
    private final Scores scores;
    private final HeldTexts held;
    private final Texters texters;

    ReviewApi(Reviews reviews, Scores scores, HeldTexts held, Texters texters) {
        this.reviews = reviews;
        this.scores = scores;
        this.held = held;
        this.texters = texters;
    }

    @GetMapping("/messages")
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(
            summary = "Texts in and out, searched, newest first",
            description =
                    "All that is given must hold. A text can be found some ten seconds after it was stored. A page may be"
                            + " shorter than `limit`, or empty, and still have a `next`: then 20,000 texts were looked through, and the"
                            + " next page goes on behind them. Looking for a `number` needs `SEE_NUMBERS` as well.")
    PageBody<ReviewBody> search(
            Actor.Token token,
            @Parameter(
                            description = "Words that must all be in the text; a \"phrase in quotes\" in its order.",
                            example = "union meeting")
                    @RequestParam(required = false)
                    @Nullable
                    String words,
            @Parameter(
                            description =
                                    "Only of this campaign; `none`: only of conversations without one, which began with whoever"
                                            + " wrote.",
                            example = "0QKDP6Y8R9T3V")
                    @RequestParam(required = false)
                    @Nullable
                    String campaign,
            @Parameter(
                            description =
                                    "Only what this member wrote, or what came in while they held the conversation: an id or an"
                                            + " e-mail address.",
                            example = "tess@example.org")
                    @RequestParam(required = false)
                    @Nullable
                    String texter,
            @Parameter(description = "Only texts in, or only texts out.") @RequestParam(required = false) @Nullable
                    Direction direction,
            @Parameter(description = "Only of conversations in this state now.")
                    @RequestParam(required = false)
                    @Nullable
                    ConversationState state,
            @Parameter(description = "Only with supporters who have this tag.", example = "Coming")
                    @RequestParam(required = false)
                    @Nullable
                    String tag,
            @Parameter(
                            description =
                                    "Only of conversations with this answer: question and answer; needs `campaign`.",
                            example = "coming.yes")
                    @RequestParam(required = false)
                    @Nullable
                    String answer,
            @Parameter(description = "Only what did not arrive: a code of the provider, or `any`.", example = "30007")
                    @RequestParam(required = false)
                    @Nullable
                    String failure,
            @Parameter(description = "Only what was exchanged with this number.", example = "+15105550132")
                    @RequestParam(required = false)
                    @Nullable
                    String number,
            @Parameter(description = "Only what members wrote with watched words.")
                    @RequestParam(defaultValue = "false")
                    boolean flagged,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        var filter = new ReviewFilter(
                Optional.ofNullable(words).orElse(""),
                Optional.ofNullable(campaign)
                        .filter(id -> !id.equals("none"))
                        .map(id -> new CampaignId(Given.id("campaign", id))),
                Optional.ofNullable(texter).map(who -> texters.find(token, "texter", who)),
                Optional.ofNullable(direction),
                Optional.ofNullable(state),
                Optional.ofNullable(tag),
                Optional.ofNullable(answer).map(ReviewFilter.GivenAnswer::read),
                Optional.ofNullable(failure),
                Optional.ofNullable(number).map(ReviewApi::phone),
                flagged,
                "none".equals(campaign));
        return PageBody.of(
                reviews.search(token, filter, Paging.wanted(limit, after)),
                rows -> rows.stream().map(ReviewBody::of).toList());
    }

    private static PhoneNumber phone(String text) {
        try {
            return new PhoneNumber(text);
        } catch (Problem.Invalid wrong) {
            throw wrong.about("number");
        }
    }

    @GetMapping("/held-messages")
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(
            summary = "Texts that are held until somebody has looked at their words",
            description = "Oldest first, at most 200.")
    PageBody<ConversationBody.Message> held(
            Actor.Token token,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageBody.of(
                Paging.slice(
                        held.all(token).stream().filter(HeldText::reviewed).toList(),
                        one -> one.text().messageId().text(),
                        Paging.wanted(limit, after)),
                rows -> rows.stream()
                        .map(one -> ConversationBody.Message.of(one.text(), List.of()))
                        .toList());
    }

    @PostMapping("/held-messages/{id}/released")
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(
            summary = "Let a held text go",
            description = "It leaves as it is written, within the supporter's hours. Again it changes nothing.")
    Decided release(Actor.Token token, @PathVariable String id) {
        return new Decided(held.releaseReviewed(token, List.of(message(id))));
    }

    @PostMapping("/held-messages/{id}/cancelled")
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(
            summary = "Do not send a held text",
            description = "Its texter finds the conversation as before and may write anew. Again it changes nothing.")
    Decided cancel(Actor.Token token, @PathVariable String id) {
        return new Decided(held.cancelReviewed(token, List.of(message(id))));
    }

    private static MessageId message(String id) {
        return new MessageId(Id.parse("id", id));
    }

    @PutMapping(path = "/conversations/{id}/score", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(
            summary = "Say how a conversation went",
            description =
                    "To whoever wrote in it last, who reads it with the name of `from`. In place of what the same member said"
                            + " of it before.")
    ScoreBody score(Actor.Token token, @PathVariable String id, @RequestBody ScoreDraft draft) {
        return ScoreBody.of(scores.say(
                token,
                texters.find(token, "from", draft.from()),
                new ConversationId(Id.parse("id", id)),
                Given.need("score", draft.score()),
                Given.text(draft.note())));
    }

    @GetMapping("/conversations/{id}/scores")
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(summary = "What was said of how a conversation went", description = "The latest first; one a member.")
    PageBody<ScoreBody> scores(
            Actor.Token token,
            @PathVariable String id,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageBody.of(
                Paging.slice(
                        scores.of(token, new ConversationId(Id.parse("id", id))),
                        one -> one.from().text(),
                        Paging.wanted(limit, after)),
                rows -> rows.stream().map(ScoreBody::of).toList());
    }

    @Schema(name = "HeldMessageDecided")
    record Decided(
            @Schema(description = "1, or 0 where it did not wait any more.", example = "1")
            int changed) {}

    @Schema(name = "ScoreDraft")
    record ScoreDraft(
            @Schema(
                    description = "The member who says it: an id or an e-mail address.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "ora@example.org")
            @Nullable
            String from,

            @Schema(
                    description = "1 needs a word, 2 good, 3 wonderful.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "3")
            @Nullable
            Integer score,

            @Schema(description = "A kind note, at most 400 characters.", example = "You listened so well.") @Nullable
            String note) {}
}
