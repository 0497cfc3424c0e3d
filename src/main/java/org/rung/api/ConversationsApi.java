package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.media.Attachment;
import org.rung.media.Attachments;
import org.rung.messaging.Text;
import org.rung.messaging.Texts;
import org.rung.texting.Answered;
import org.rung.texting.ConversationFilter;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationState;
import org.rung.texting.Conversations;
import org.rung.texting.Correspondence;
import org.rung.texting.Outcomes;
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
@RequestMapping("/api/v1/conversations")
@Tag(name = "Conversations", description = "One campaign with one supporter each")
class ConversationsApi {
    private static final int LONGEST = 1_600;
    private final Conversations conversations;
    private final Correspondence correspondence;
    private final Outcomes outcomes;
    private final Texts texts;
    private final Attachments attachments;
    private final Texters texters;
    private final Numbers numbers;

    ConversationsApi(
            Conversations conversations,
            Correspondence correspondence,
            Outcomes outcomes,
            Texts texts,
            Attachments attachments,
            Texters texters,
            Numbers numbers) {
        this.conversations = conversations;
        this.correspondence = correspondence;
        this.outcomes = outcomes;
        this.texts = texts;
        this.attachments = attachments;
        this.texters = texters;
        this.numbers = numbers;
    }

    @GetMapping
    @Needs(Permission.SEE_CONVERSATIONS)
    @Operation(
            summary = "Conversations, page by page",
            description =
                    "With `state=NEEDS_RESPONSE` those that wait longest come first (with a `texter`, before them those that"
                            + " are not read yet), otherwise the newest.")
    PageBody<ConversationBody.Row> page(
            Actor.Token token,
            @Parameter(description = "Only of this campaign.", example = "0QKDP6Y8R9T3V")
                    @RequestParam(required = false)
                    @Nullable
                    String campaign,
            @Parameter(
                            description = "Only those that this member holds: an id or an e-mail address.",
                            example = "tess@example.org")
                    @RequestParam(required = false)
                    @Nullable
                    String texter,
            @Parameter(description = "Only in this state.") @RequestParam(required = false) @Nullable
                    ConversationState state,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        var filter = new ConversationFilter(
                Optional.ofNullable(campaign).map(id -> new CampaignId(Given.id("campaign", id))),
                Optional.ofNullable(texter).map(who -> texters.find(token, "texter", who)),
                Optional.ofNullable(state),
                ConversationFilter.Among.ALL);
        return PageBody.of(
                conversations.page(token, filter, Paging.wanted(limit, after)),
                rows -> rows.stream().map(ConversationBody.Row::of).toList());
    }

    @GetMapping("/{id}")
    @Needs(Permission.SEE_CONVERSATIONS)
    @Operation(
            summary = "A conversation with its texts, oldest first",
            description =
                    "The texts are all that were ever exchanged with the number; those of this conversation have its id"
                            + " in `conversation`. The number is in the answer when the token also has `SEE_NUMBERS`.")
    ConversationBody get(
            Actor.Token token,
            @PathVariable String id,
            @Parameter(description = "How many texts at most, the latest.") @RequestParam(defaultValue = Paging.USUAL)
                    int limit,
            @Parameter(
                            description = "Only texts before this one, which was the oldest of the page before.",
                            example = "0QKDP6Y8R9T3V")
                    @RequestParam(required = false)
                    @Nullable
                    String before) {
        var conversationId = id(id);
        var conversation = conversations.get(token, conversationId);
        var wanted = Paging.wanted(limit, null);
        var thread = texts.exchanged(
                token.organization(),
                conversation.phone(),
                Optional.ofNullable(before).map(text -> new MessageId(Given.id("before", text))),
                wanted.size());
        return ConversationBody.of(
                conversation,
                numbers.shown(token, "conversation", Optional.of(conversationId.value()), 1),
                thread,
                media(token, thread),
                thread.size() == wanted.size());
    }

    @PostMapping(path = "/{id}/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs(Permission.REPLY_TO_ANYONE)
    @Operation(
            summary = "Send a text",
            description =
                    "The first text where the conversation needs one, else a reply. The same `requestId` again answers"
                            + " with the same message, and nothing is sent twice. Accepted means queued: the text leaves within the"
                            + " supporter's hours, and `state` follows it.")
    ConversationBody.Message send(Actor.Token token, @PathVariable String id, @RequestBody MessageDraft draft) {
        var requestId = Given.need("requestId", draft.requestId());
        if (!requestId.matches("[!-~]{1,60}")) {
            throw new Problem.Invalid("requestId", "problem.request-id");
        }
        var words = Given.need("text", draft.text());
        if (words.isBlank()) throw new Problem.Invalid("text", "problem.text-empty");
        if (words.length() > LONGEST) throw new Problem.Invalid("text", "problem.too-long", 1_600);
        Text sent = correspondence.send(token, id(id), words, requestId, Boolean.TRUE.equals(draft.sure()));
        return ConversationBody.Message.of(sent, media(token, List.of(sent)).getOrDefault(sent.messageId(), List.of()));
    }

    @PostMapping(path = "/{id}/answers", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.REPLY_TO_ANYONE)
    @Operation(
            summary = "Record the supporter's answer to a question of the script",
            description = "Carries out the answer's effects; another answer to the same question replaces it.")
    AnswerBody answer(Actor.Token token, @PathVariable String id, @RequestBody AnswerDraft draft) {
        Answered answered = outcomes.answer(
                token, id(id), Given.need("question", draft.question()), Given.need("answer", draft.answer()));
        return new AnswerBody(
                answered.questionKey(),
                answered.answerKey(),
                answered.reply(),
                answered.nextQuestion().orElse(null));
    }

    private Map<MessageId, List<Attachment>> media(Actor.Token token, List<Text> texts) {
        return attachments.of(
                token.organization(),
                texts.stream()
                        .filter(text -> text.mediaCount() > 0)
                        .map(Text::messageId)
                        .toList());
    }

    private static ConversationId id(String text) {
        return new ConversationId(Id.parse("id", text));
    }

    @Schema(name = "MessageDraft")
    record MessageDraft(
            @Schema(
                    description = "Made by you, another one for each text; the same one again sends nothing.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "7f9c2a52-2f0e-4c7e-9f0e-9f3b8f1f2d11")
            @Nullable
            String requestId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Great, see you Thursday at 7!") @Nullable
            String text,

            @Schema(
                    description =
                            "Send it all the same, though it has words that the organization asks its texters to think about:"
                                    + " without it such a text is refused with 409. Words that are held for a look are held all the same.",
                    example = "false")
            @Nullable
            Boolean sure) {}

    @Schema(name = "AnswerDraft")
    record AnswerDraft(
            @Schema(
                    description = "The question's key.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "coming")
            @Nullable
            String question,

            @Schema(description = "The answer's key.", requiredMode = Schema.RequiredMode.REQUIRED, example = "yes")
            @Nullable
            String answer) {}

    @Schema(name = "Answer")
    record AnswerBody(
            @Schema(example = "coming") String question,
            @Schema(example = "yes") String answer,

            @Schema(description = "The reply that the script proposes, filled in; may be empty.")
            String reply,

            @Schema(description = "The key of the question that comes next.") @Nullable
            String nextQuestion) {}
}
