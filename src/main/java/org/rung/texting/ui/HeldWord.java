package org.rung.texting.ui;

import java.util.List;
import java.util.Optional;
import org.rung.texting.HeldText;

/**
 * What a person may say of a text that waits for them, by the keys of its words: on the button, read aloud with the name,
 * and for all of a group; sure and sureAll: what is asked before.
 */
record HeldWord(
        Kind kind,
        String words,
        String aloud,
        String all,
        boolean quiet,
        Optional<String> sure,
        Optional<String> sureAll) {
    enum Kind {
        SEND,
        GIVE_UP,
        ARRIVED
    }

    private static final List<HeldWord> ON_REFUSED = List.of(
            new HeldWord(
                    Kind.SEND,
                    "texting.held.release",
                    "texting.held.releaseTo",
                    "texting.held.releaseAll",
                    false,
                    Optional.empty(),
                    Optional.empty()),
            new HeldWord(
                    Kind.GIVE_UP,
                    "texting.held.cancel",
                    "texting.held.cancelTo",
                    "texting.held.cancelAll",
                    true,
                    Optional.empty(),
                    Optional.of("texting.held.sure")));

    private static final List<HeldWord> ON_REVIEWED = List.of(
            new HeldWord(
                    Kind.SEND,
                    "texting.held.letGo",
                    "texting.held.letGoTo",
                    "texting.held.letGoAll",
                    false,
                    Optional.empty(),
                    Optional.of("texting.held.sureLetGo")),
            new HeldWord(
                    Kind.GIVE_UP,
                    "texting.held.cancel",
                    "texting.held.cancelTo",
                    "texting.held.cancelAll",
                    true,
                    Optional.empty(),
                    Optional.of("texting.held.sure")));

    private static final List<HeldWord> ON_DOUBTS = List.of(
            new HeldWord(
                    Kind.ARRIVED,
                    "texting.held.arrived",
                    "texting.held.arrivedTo",
                    "texting.held.arrivedAll",
                    false,
                    Optional.empty(),
                    Optional.of("texting.held.sureArrived")),
            new HeldWord(
                    Kind.SEND,
                    "texting.held.again",
                    "texting.held.againTo",
                    "texting.held.againAll",
                    true,
                    Optional.of("texting.held.sureAgain"),
                    Optional.of("texting.held.sureAgain")),
            new HeldWord(
                    Kind.GIVE_UP,
                    "texting.held.giveUp",
                    "texting.held.giveUpTo",
                    "texting.held.giveUpAll",
                    true,
                    Optional.empty(),
                    Optional.of("texting.held.sureGiveUp")));

    static List<HeldWord> on(HeldText held) {
        if (held.reviewed()) return ON_REVIEWED;
        return held.doubtful() ? ON_DOUBTS : ON_REFUSED;
    }
}
