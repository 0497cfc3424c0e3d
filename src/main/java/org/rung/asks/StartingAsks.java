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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.commitments.AskFamily;
import org.rung.commitments.AskId;
import org.rung.common.Id;
import org.rung.ladder.LadderKind;
import org.rung.ladder.LadderStarted;
import org.rung.ladder.Ladders;
import org.rung.ladder.Rung;
import org.rung.ladder.RungsGone;
import org.rung.ladder.StartingWords;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a new organization has to propose, in its language, and to whoever speaks the other one that Rung speaks in that. */
@Component
class StartingAsks {
    private static final int COOLDOWN_DAYS = 14;

    /** By rung of the commitment ladder, from the lowest. */
    private static final List<List<AskFamily>> BY_RUNG = List.of(
            List.of(SIGN, REPLY), List.of(COME), List.of(BRING), List.of(SHIFT, HOST), List.of(LEAD), List.of(DEVELOP));

    private final LibraryStore library;
    private final AskRungStore rungs;
    private final Ladders ladders;
    private final Clock clock;

    StartingAsks(LibraryStore library, AskRungStore rungs, Ladders ladders, Clock clock) {
        this.library = library;
        this.rungs = rungs;
        this.ladders = ladders;
        this.clock = clock;
    }

    @EventListener
    void started(LadderStarted started) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var rungs = ladders.of(started.organizationId(), LadderKind.COMMITMENT).rungs();
        asks(started.locale(), rungs)
                .forEach(draft ->
                        library.add(started.organizationId(), started.ladderId(), new AskId(Id.next()), draft, now));
    }

    /** Asks for a rung that went go on where its people do. */
    @EventListener
    void gone(RungsGone gone) {
        gone.into().forEach((from, into) -> rungs.follow(gone.organizationId(), from, into));
    }

    private static List<AskDraft> asks(Locale locale, List<Rung> rungs) {
        Locale other = Locale.of(locale.getLanguage().equals("es") ? "en" : "es");
        var asks = new ArrayList<AskDraft>();
        for (int i = 0; i < BY_RUNG.size(); i++) {
            for (var family : BY_RUNG.get(i)) {
                asks.add(new AskDraft(
                        Set.of(rungs.get(i).rungId()),
                        family,
                        StartingWords.first(locale, "ask." + family + ".title"),
                        StartingWords.first(locale, "ask." + family + ".words"),
                        Optional.empty(),
                        COOLDOWN_DAYS,
                        Urgency.USUAL,
                        Risk.LOW,
                        Set.of(),
                        Map.of(
                                other.getLanguage(),
                                new AskVariant(
                                        StartingWords.first(other, "ask." + family + ".title"),
                                        StartingWords.first(other, "ask." + family + ".words")))));
            }
        }
        return asks;
    }
}
