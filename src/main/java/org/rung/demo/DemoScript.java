package org.rung.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.rung.actions.ActionType;
import org.rung.commitments.AskFamily;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.Effect;
import org.rung.scripts.Question;
import org.rung.scripts.ScriptTree;
import org.rung.scripts.Split;
import org.rung.texting.ConversationId;

/** The running campaign's script. */
final class DemoScript {
    private static final String FIRST_TEXT =
            "Hi {firstName|there}, it's {texter.firstName} with Eastside Tenants Union."
                    + " Thanks for signing our rent petition! We meet Thursday at 7. Will you come? Reply STOP to end";

    /** Tried beside it. */
    private static final String OTHER =
            "Hello {firstName|there}, {texter.firstName} from Eastside Tenants Union. You signed our"
                    + " rent petition, thank you! Can you come on Thursday at 7? Reply STOP to end";

    private DemoScript() {}

    /** As the script says it to them. */
    static String firstText(ConversationId conversationId) {
        return Split.of(conversationId.value(), 2) == 0 ? FIRST_TEXT : OTHER;
    }

    static ScriptTree tree(ZoneId zone, Instant now) {
        var thursday = now.atZone(zone)
                .toLocalDate()
                .with(TemporalAdjusters.next(DayOfWeek.THURSDAY))
                .atTime(LocalTime.of(19, 0))
                .atZone(zone)
                .toInstant();
        return new ScriptTree(
                        FIRST_TEXT,
                        Optional.of(new Question(
                                "thursday",
                                "Coming Thursday?",
                                List.of(
                                        answer(
                                                "yes",
                                                "Yes, coming",
                                                "Great, see you there! Could you bring one neighbour?",
                                                List.of(
                                                        new Effect.RecordAction(ActionType.RSVPED),
                                                        new Effect.Promise(
                                                                AskFamily.COME,
                                                                "Come to Thursday's meeting",
                                                                Optional.of(thursday))),
                                                Optional.of(neighbour())),
                                        answer(
                                                "maybe",
                                                "Maybe",
                                                "Totally fine. Can I check in with you on Wednesday?",
                                                List.of(new Effect.AddTag("Check in Wednesday")),
                                                Optional.empty()),
                                        answer(
                                                "supports",
                                                "Can't, but supports",
                                                "Understood, thank you! Would you sign our letter to the landlord instead?",
                                                List.of(new Effect.RecordAction(ActionType.ANSWERED)),
                                                Optional.empty()),
                                        answer(
                                                "no",
                                                "Not now",
                                                "No problem, thanks for telling me.",
                                                List.of(new Effect.Decline()),
                                                Optional.empty()),
                                        answer(
                                                "stop",
                                                "Opt out",
                                                "",
                                                List.of(new Effect.OptOut()),
                                                Optional.empty())))))
                .worded(List.of(OTHER));
    }

    private static Question neighbour() {
        return new Question(
                "neighbour",
                "Brings a neighbour?",
                List.of(
                        answer(
                                "brings",
                                "Will bring one",
                                "Wonderful! What is their name? I'll put you both down.",
                                List.of(new Effect.Promise(
                                        AskFamily.BRING, "Bring a neighbour on Thursday", Optional.empty())),
                                Optional.empty()),
                        answer(
                                "hosts",
                                "Would host",
                                "A meeting at your place would be great. Can Ora call you about it?",
                                List.of(new Effect.AddTag("Offered to host")),
                                Optional.empty()),
                        answer(
                                "alone",
                                "Comes alone",
                                "That is just as good. See you Thursday!",
                                List.of(),
                                Optional.empty())));
    }

    private static AnswerChoice answer(
            String key, String label, String reply, List<Effect> effects, Optional<Question> next) {
        return new AnswerChoice(key, label, reply, effects, next);
    }
}
