package org.rung.digests;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.notices.Post;
import org.rung.reports.Reports;
import org.rung.reports.ReportsPaths;
import org.rung.settings.RungSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The week before, on Monday mornings of the organization's zone, to those members who asked for it. */
@Service
public class Digests {
    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final int BATCH = 200;

    private final DigestStore store;
    private final Reports reports;
    private final Organizations organizations;
    private final Post post;
    private final RungSettings settings;
    private final Clock clock;

    Digests(
            DigestStore store,
            Reports reports,
            Organizations organizations,
            Post post,
            RungSettings settings,
            Clock clock) {
        this.store = store;
        this.reports = reports;
        this.organizations = organizations;
        this.post = post;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean chosen(Actor.Member actor) {
        actor.must(Permission.SEE_LADDER);
        return store.chosen(actor);
    }

    @Transactional
    public void choose(Actor.Member actor, boolean wanted) {
        actor.must(Permission.SEE_LADDER);
        if (wanted) store.choose(actor, clock.instant());
        else store.leave(actor);
    }

    /** Whether anything can be mailed at all; where not, choosing it is of no use yet. */
    public boolean open() {
        return post.ready();
    }

    /** What would leave next Monday if the week ended now, in the reader's language: its words without the subject. */
    @Transactional(readOnly = true)
    public String preview(Actor.Member actor, Locale reader) {
        actor.must(Permission.SEE_LADDER);
        var organization = organizations.get(actor.organization());
        var monday = LocalDate.ofInstant(clock.instant(), organization.zone())
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return letter(actor, monday, organization.name(), reader).words();
    }

    /** Those that are due. Each is taken before it leaves, so that no other server sends it too. */
    void send() {
        if (!post.ready()) return;
        long after = 0;
        List<Reader> some;
        do {
            some = store.after(after, BATCH);
            for (var reader : some) {
                after = reader.actor().memberId().value();
                send(reader);
            }
        } while (some.size() == BATCH);
    }

    private void send(Reader reader) {
        var now = clock.instant().atZone(reader.zone());
        if (now.getDayOfWeek() != DayOfWeek.MONDAY || now.toLocalTime().isBefore(MORNING)) return;
        if (!reader.actor().may(Permission.SEE_LADDER)) return;
        var monday = now.toLocalDate();
        if (reader.sentFor().filter(last -> !last.isBefore(monday)).isPresent() || !store.take(reader, monday)) return;
        var letter = letter(reader.actor(), monday.minusWeeks(1), reader.organization(), reader.language());
        try {
            post.send(reader.email(), letter.subject(), letter.words());
        } catch (MailException broken) {
            // What the server said may name the address; the kind of fault is enough.
            LOG.warn(
                    "The week of {} did not leave: {}",
                    reader.actor().memberId(),
                    broken.getClass().getSimpleName());
            store.giveBack(reader, monday);
        }
    }

    private DigestLetter letter(Actor.Member actor, LocalDate monday, String organization, Locale reader) {
        return DigestLetter.of(
                reports.week(actor, monday),
                reports.week(actor, monday.minusWeeks(1)),
                organization,
                settings.publicUrl() + "/" + ReportsPaths.REPORTS,
                reader);
    }
}
