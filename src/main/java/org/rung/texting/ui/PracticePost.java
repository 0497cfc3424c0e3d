package org.rung.texting.ui;

import java.time.Clock;
import java.time.Duration;
import org.rung.practice.PracticeTalk;

/**
 * How practice texts leave and are answered, at the pace of real ones; nothing of it goes through the outbox.
 *
 * @param undo for how long a text may be taken back
 * @param moved what shows that something has happened
 */
record PracticePost(Later later, Duration undo, Clock clock, Runnable moved) {
    /** Nobody practises to wait. */
    private static final Duration LONGEST_UNDO = Duration.ofSeconds(5);

    static Duration undo(Duration organizations) {
        return organizations.compareTo(LONGEST_UNDO) < 0 ? organizations : LONGEST_UNDO;
    }

    /** The number of the text. */
    int send(PracticeTalk talk, String words) {
        int number = talk.send(words, clock.instant());
        later.after(undo, () -> {
            talk.leave(number);
            moved.run();
        });
        later.after(undo.plus(talk.temper().pause()), () -> {
            if (talk.hear(number, clock.instant())) {
                moved.run();
            }
        });
        return number;
    }
}
