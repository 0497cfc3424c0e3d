package org.rung.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.rung.settings.RungSettings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Organizations and their first admins. While there is none, whoever can read the console finds a link there that works
 * once and for a day, at any node; there is no default password. One more beside them needs a start with
 * RUNG_NEW_ORGANIZATION.
 */
@Service
public class FirstRun {
    static final Duration VALID = Duration.ofDays(1);

    private final FoundingLinkStore store;
    private final Organizations organizations;
    private final Members members;
    private final RungSettings settings;
    private final Clock clock;

    FirstRun(
            FoundingLinkStore store, Organizations organizations, Members members, RungSettings settings, Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.members = members;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void printLink() {
        announcement().ifPresent(System.out::println);
    }

    /** What the console says at start. */
    Optional<String> announcement() {
        if (settings.demo()) return Optional.empty();
        if (organizations.none())
            return Optional.of(
                    "\nRung has no organization yet. Open this link to make yours; it works once, within a day:\n  "
                            + link(false) + "\n");
        if (settings.newOrganization())
            return Optional.of(
                    "\nRUNG_NEW_ORGANIZATION is set: this link makes one more organization, once, within a day."
                            + " Start without it from now on.\n  " + link(true) + "\n");
        return Optional.empty();
    }

    /** A new link; those that other nodes printed work on. */
    String link(boolean besideOthers) {
        var word = LinkWord.fresh("");
        store.insert(word, besideOthers, clock.instant(), clock.instant().plus(VALID));
        return settings.publicUrl() + "/" + AccountsPaths.FIRST_RUN + "/" + word.text();
    }

    /** Whether this link still works. */
    @Transactional(readOnly = true)
    public boolean open(String word) {
        return store.open(new LinkWord(word), clock.instant())
                .filter(besideOthers -> besideOthers || organizations.none())
                .isPresent();
    }

    /**
     * Makes the organization and its admin, and uses the link up.
     *
     * @param language of the founder: the organization's own, and that of its ladders' first words
     * @throws Problem.Missing when the link was used before or is older than a day, or when it was for the first
     *     organization and there is one already
     */
    @Transactional
    public Member found(
            String word,
            String organization,
            String country,
            ZoneId zone,
            Locale language,
            String name,
            String email,
            String password) {
        var link = new LinkWord(word);
        var besideOthers = store.open(link, clock.instant()).orElseThrow(FirstRun::gone);
        Passwords.check(password);
        boolean mine = besideOthers
                ? store.claim(link, clock.instant())
                : organizations.none() && store.claimAllForTheFirst(clock.instant());
        if (!mine) throw gone();
        return members.join(
                organizations.found(organization, country, zone, language, false),
                name,
                email,
                Optional.of(password),
                Roles.of(Role.ADMIN, Role.ORGANIZER, Role.TEXTER));
    }

    private static Problem gone() {
        return new Problem.Missing("problem.first-run-used");
    }
}
