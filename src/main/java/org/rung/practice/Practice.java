package org.rung.practice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One practice: three people to text, who answer each in their own way. */
public record Practice(List<PracticeTalk> talks) {
    public Practice {
        talks = List.copyOf(talks);
    }

    /** Whose turn it is: who waits for the texter first, then who is going to answer; nobody once all are done with. */
    public Optional<PracticeTalk> next() {
        return talks.stream()
                .filter(talk -> talk.texted() && talk.moment() != Moment.DONE)
                .min(Comparator.comparing(talk -> switch (talk.moment()) {
                    case ANSWER, OPTED_OUT -> 0;
                    default -> 1;
                }));
    }

    /** Whether anybody was texted and has answered. */
    public boolean happened() {
        return talks.stream().anyMatch(talk -> talk.said() > 0);
    }
}
