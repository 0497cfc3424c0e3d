package org.rung.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.actions.ActionType;
import org.rung.commitments.AskFamily;
import org.rung.common.Problem;
import org.rung.events.EventId;
import org.rung.events.ShiftId;
import org.rung.media.AttachmentId;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.Effect;
import org.rung.scripts.Question;
import org.rung.scripts.ScriptTree;

/** A script's tree as the API writes it; a tree that is too deep or too wide is refused by the tree itself. */
final class ScriptBody {
    private ScriptBody() {}

    static ScriptTree tree(
            @Nullable String firstText,
            @Nullable List<String> wordings,
            @Nullable String picture,
            @Nullable Asking question) {
        return new ScriptTree(
                        Given.need("firstText", firstText),
                        picture("picture", picture),
                        Optional.ofNullable(question).map(first -> first.read("question")))
                .worded(Given.list("wordings", wordings));
    }

    private static Optional<AttachmentId> picture(String path, @Nullable String id) {
        return Optional.ofNullable(id).map(given -> new AttachmentId(Given.id(path, given)));
    }

    @Schema(name = "Question")
    record Asking(
            @Schema(
                    description = "Unique in the script; answers are recorded under it.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "coming")
            @Nullable
            String key,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Are they coming?") @Nullable
            String words,

            @Nullable List<Choice> answers) {

        Question read(String path) {
            var choices = new ArrayList<AnswerChoice>();
            for (var choice : Given.list(path + ".answers", answers)) {
                choices.add(choice.read(path + ".answers[" + choices.size() + "]"));
            }
            return new Question(Given.need(path + ".key", key), Given.need(path + ".words", words), choices);
        }

        static Asking of(Question question) {
            return new Asking(
                    question.key(),
                    question.words(),
                    question.answers().stream().map(Choice::of).toList());
        }
    }

    @Schema(name = "AnswerChoice")
    record Choice(
            @Schema(
                    description = "Unique in its question.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "yes")
            @Nullable
            String key,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Yes, coming") @Nullable
            String label,

            @Schema(description = "A reply proposed to the texter.", example = "Great, see you Thursday at 7!")
            @Nullable
            String reply,

            @Schema(
                    description = "The picture that leaves with the reply: one that was chosen in the script editor.",
                    example = "0QKDP6Y8R9T3V")
            @Nullable
            String picture,

            @Schema(description = "What recording the answer does besides.") @Nullable
            List<Deed> effects,

            @Schema(description = "The question that follows this answer.") @Nullable
            Asking next) {

        AnswerChoice read(String path) {
            var deeds = new ArrayList<Effect>();
            for (var deed : Given.list(path + ".effects", effects)) {
                deeds.add(deed.read(path + ".effects[" + deeds.size() + "]"));
            }
            return new AnswerChoice(
                    Given.need(path + ".key", key),
                    Given.need(path + ".label", label),
                    Given.text(reply),
                    ScriptBody.picture(path + ".picture", picture),
                    deeds,
                    Optional.ofNullable(next).map(follows -> follows.read(path + ".next")));
        }

        static Choice of(AnswerChoice choice) {
            return new Choice(
                    choice.key(),
                    choice.label(),
                    choice.reply(),
                    choice.picture().map(AttachmentId::text).orElse(null),
                    choice.effects().stream().map(Deed::of).toList(),
                    choice.next().map(Asking::of).orElse(null));
        }
    }

    /** What a deed can be. */
    enum Do {
        TAG,
        ACTION,
        PROMISE,
        RSVP,
        DECLINE,
        OPT_OUT
    }

    @Schema(
            name = "Effect",
            description =
                    "TAG needs tag; ACTION needs action; PROMISE needs family and title and may have due; RSVP needs event"
                            + " and may have title and shift: they get a place or one on the waiting list; DECLINE (a no:"
                            + " they are asked for nothing for 30 days) and OPT_OUT need nothing.")
    record Deed(
            @Schema(name = "do", requiredMode = Schema.RequiredMode.REQUIRED, example = "ACTION")
            @JsonProperty("do")
            @Nullable
            Do does,

            @Schema(example = "coming Thursday") @Nullable String tag,
            @Nullable ActionType action,
            @Nullable AskFamily family,

            @Schema(example = "Come to the rent meeting") @Nullable
            String title,

            @Schema(example = "2026-11-26T19:00:00Z") @Nullable
            Instant due,

            @Schema(description = "Of an RSVP.", example = "0QKDP6Y8R9T3V") @Nullable
            String event,

            @Schema(description = "Of an RSVP; without it the next one that is open.", example = "0QKDP6Y8R9T3V")
            @Nullable
            String shift) {

        Effect read(String path) {
            return switch (Given.need(path + ".do", does)) {
                case TAG -> new Effect.AddTag(Given.need(path + ".tag", tag));
                case ACTION -> new Effect.RecordAction(theirs(path, Given.need(path + ".action", action)));
                case PROMISE ->
                    new Effect.Promise(
                            Given.need(path + ".family", family),
                            Given.need(path + ".title", title),
                            Optional.ofNullable(due));
                case RSVP ->
                    new Effect.Rsvp(
                            new EventId(Given.id(path + ".event", event)),
                            Optional.ofNullable(shift).map(text -> new ShiftId(Given.id(path + ".shift", text))),
                            Given.text(title));
                case DECLINE -> new Effect.Decline();
                case OPT_OUT -> new Effect.OptOut();
            };
        }

        private static ActionType theirs(String path, ActionType type) {
            if (type == ActionType.RECRUIT_ROSE) {
                throw new Problem.Invalid(path + ".action", "problem.recruit-rose");
            }
            return type;
        }

        static Deed of(Effect effect) {
            return switch (effect) {
                case Effect.AddTag add -> new Deed(Do.TAG, add.tag(), null, null, null, null, null, null);
                case Effect.RecordAction action ->
                    new Deed(Do.ACTION, null, action.type(), null, null, null, null, null);
                case Effect.Promise promise ->
                    new Deed(
                            Do.PROMISE,
                            null,
                            null,
                            promise.family(),
                            promise.title(),
                            promise.due().orElse(null),
                            null,
                            null);
                case Effect.Rsvp rsvp ->
                    new Deed(
                            Do.RSVP,
                            null,
                            null,
                            null,
                            rsvp.title(),
                            null,
                            rsvp.event().text(),
                            rsvp.shift().map(ShiftId::text).orElse(null));
                case Effect.Decline no -> new Deed(Do.DECLINE, null, null, null, null, null, null, null);
                case Effect.OptOut out -> new Deed(Do.OPT_OUT, null, null, null, null, null, null, null);
            };
        }
    }
}
