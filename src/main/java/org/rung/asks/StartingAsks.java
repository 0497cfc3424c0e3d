package org.rung.asks;

import static org.rung.commitments.AskFamily.BRING;
import static org.rung.commitments.AskFamily.COME;
import static org.rung.commitments.AskFamily.DEVELOP;
import static org.rung.commitments.AskFamily.HOST;
import static org.rung.commitments.AskFamily.LEAD;
import static org.rung.commitments.AskFamily.REPLY;
import static org.rung.commitments.AskFamily.SHIFT;
import static org.rung.commitments.AskFamily.SIGN;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rung.commitments.AskFamily;
import org.rung.commitments.AskId;
import org.rung.common.Id;
import org.rung.ladder.LadderStarted;
import org.rung.ladder.StartingWords;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a new organization has to propose, in its language. */
@Component
class StartingAsks {
    private static final int COOLDOWN_DAYS = 14;

    /** By rung of the commitment ladder, from the lowest. */
    private static final List<List<AskFamily>> BY_RUNG = List.of(
            List.of(SIGN, REPLY), List.of(COME), List.of(BRING), List.of(SHIFT, HOST), List.of(LEAD), List.of(DEVELOP));

    private final LibraryStore library;
    private final Clock clock;

    StartingAsks(LibraryStore library, Clock clock) {
        this.library = library;
        this.clock = clock;
    }

    @EventListener
    void started(LadderStarted started) {
        library.add(
                started.organizationId(),
                started.ladderId(),
                asks(started.locale()),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static List<Ask> asks(Locale locale) {
        var asks = new ArrayList<Ask>();
        for (int i = 0; i < BY_RUNG.size(); i++) {
            for (var family : BY_RUNG.get(i)) {
                asks.add(new Ask(
                        new AskId(Id.next()),
                        i + 1,
                        family,
                        StartingWords.first(locale, "ask." + family + ".title"),
                        StartingWords.first(locale, "ask." + family + ".words"),
                        Optional.empty(),
                        COOLDOWN_DAYS));
            }
        }
        return asks;
    }
}
