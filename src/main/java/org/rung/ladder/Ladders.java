package org.rung.ladder;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rung.accounts.OrganizationFounded;
import org.rung.accounts.Organizations;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ladders of an organization: commitment and giving, never merged. */
@Service
public class Ladders {
    private final LadderStore store;
    private final Organizations organizations;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Ladders(LadderStore store, Organizations organizations, ApplicationEventPublisher announce, Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.announce = announce;
        this.clock = clock;
    }

    /** Both, commitment first, with the rungs in use. */
    @Transactional(readOnly = true)
    public List<Ladder> of(OrganizationId organizationId) {
        return store.of(organizationId);
    }

    /** @throws Problem.Missing when the organization has none of this kind */
    @Transactional(readOnly = true)
    public Ladder of(OrganizationId organizationId, LadderKind kind) {
        return of(organizationId).stream()
                .filter(ladder -> ladder.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new Problem.Missing("problem.no-such-ladder"));
    }

    @EventListener
    void founded(OrganizationFounded founded) {
        start(
                founded.organizationId(),
                Locale.forLanguageTag(
                        organizations.get(founded.organizationId()).language()));
    }

    /** The default ladders, in this language. */
    @Transactional
    void start(OrganizationId organizationId, Locale locale) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (LadderKind kind : LadderKind.values()) {
            store.add(organizationId, starting(kind, locale), now);
        }
        announce.publishEvent(new LadderStarted(
                organizationId, of(organizationId, LadderKind.COMMITMENT).ladderId(), locale));
    }

    private static Ladder starting(LadderKind kind, Locale locale) {
        String key = "ladder.start." + kind + ".";
        List<Rung> rungs = new ArrayList<>();
        for (Optional<Rule> rule : DefaultLadders.rules(kind)) {
            int position = rungs.size() + 1;
            rungs.add(new Rung(
                    new RungId(Id.next()),
                    position,
                    Words.say(locale, key + position + ".name"),
                    Words.say(locale, key + position + ".blurb"),
                    rule));
        }
        return new Ladder(new LadderId(Id.next()), kind, Words.say(locale, key + "name"), rungs);
    }
}
