package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.commitments.AskFamily;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.common.Permission;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.promises.PromiseDraft;
import org.rung.promises.Promises;
import org.rung.texting.ConversationId;
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
@Tag(name = "Commitments", description = "What supporters promised; a kept promise moves them on the ladder")
class PromisesApi {
    /** As many as one supporter ever makes. */
    private static final int ALL = 1_000;

    private final Promises promises;
    private final Commitments commitments;
    private final Supporters supporters;

    PromisesApi(Promises promises, Commitments commitments, Supporters supporters) {
        this.promises = promises;
        this.commitments = commitments;
        this.supporters = supporters;
    }

    @PostMapping(path = "/conversations/{id}/commitments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.REPLY_TO_ANYONE)
    @Operation(
            summary = "Write down what they promised in a conversation",
            description =
                    "An RSVP is a commitment of the family COME. It keeps the conversation and the text that says so"
                            + " as its cause and credits the conversation's texter; if they had been asked for something"
                            + " of the family, that is their yes. The same `requestId` again answers with the same"
                            + " commitment and writes nothing.")
    CommitmentBody write(Actor.Token token, @PathVariable String id, @RequestBody Draft draft) {
        return CommitmentBody.of(promises.writeDown(
                token,
                new ConversationId(Id.parse("id", id)),
                new PromiseDraft(
                        Given.need("family", draft.family()),
                        Given.text(draft.title()),
                        Optional.ofNullable(draft.day()),
                        Given.text(draft.note()),
                        Optional.ofNullable(draft.target()),
                        Optional.ofNullable(draft.message()).map(text -> new MessageId(Given.id("message", text))),
                        Optional.ofNullable(draft.amount()).map(amount -> amount.read("amount"))),
                Given.need("requestId", draft.requestId())));
    }

    @GetMapping("/supporters/{id}/commitments")
    @Needs(Permission.SEE_PEOPLE)
    @Operation(summary = "What a supporter promised, the latest first", description = "At most the latest 1,000.")
    PageBody<CommitmentBody> of(
            Actor.Token token,
            @PathVariable String id,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        var supporterId = new SupporterId(Id.parse("id", id));
        supporters.mustBeOurs(token.organization(), supporterId);
        return PageBody.of(
                Paging.slice(
                        commitments.of(token, supporterId, ALL),
                        one -> one.commitmentId().text(),
                        Paging.wanted(limit, after)),
                rows -> rows.stream().map(CommitmentBody::of).toList());
    }

    @Schema(name = "CommitmentDraft")
    record Draft(
            @Schema(
                    description = "Made by you, another one for each commitment; the same one again writes nothing.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "7f9c2a52-2f0e-4c7e-9f0e-9f3b8f1f2d11")
            @Nullable
            String requestId,

            @Schema(
                    description =
                            "COME to something, SHIFT (take one), HOST, BRING a friend, GIVE, CONTACT (call or write to"
                                    + " whoever decides), SIGN, REPLY, LEAD, DEVELOP (a leader).",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "COME")
            @Nullable
            AskFamily family,

            @Schema(description = "In words, at most 160 characters.", example = "Come to the rent meeting") @Nullable
            String title,

            @Schema(description = "By the supporter's calendar, from today on.", example = "2026-12-05") @Nullable
            LocalDate day,

            @Schema(description = "For whoever deals with it, at most 300 characters.", example = "brings a cake")
            @Nullable
            String note,

            @Schema(description = "What it is about, in your own words for it: kept as it is.", example = "event:4711")
            @Nullable
            String target,

            @Schema(
                    description = "Their text that says so; without it the latest one that they wrote.",
                    example = "0QKDP6Y8R9T3V")
            @Nullable
            String message,

            @Schema(description = "Of a pledge, for the family GIVE: kept once their gifts add up to it.")
            ActionBody.@Nullable Amount amount) {}
}
