package org.rung.scripts;

import java.util.List;
import java.util.Optional;
import org.rung.actions.ActionType;

/** Scripts as tests need them. */
public final class Scripted {
    private Scripted() {}

    /** Passes every check. */
    public static ScriptTree good() {
        return saying(
                "Hi {firstName|there}, it's {texter.firstName} with {organization.name}. Will you come? Reply STOP to end");
    }

    public static ScriptTree saying(String firstText) {
        return new ScriptTree(
                firstText,
                Optional.of(new Question(
                        "coming",
                        "Coming?",
                        List.of(
                                new AnswerChoice(
                                        "yes",
                                        "Yes",
                                        "Great, {firstName}!",
                                        List.of(new Effect.RecordAction(ActionType.RSVPED)),
                                        Optional.empty()),
                                new AnswerChoice(
                                        "stop", "Stop", "", List.of(new Effect.OptOut()), Optional.empty())))));
    }
}
