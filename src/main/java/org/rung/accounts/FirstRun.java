package org.rung.accounts;

import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.rung.settings.RungSettings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first organization and its first admin. While there is none, whoever can read the console finds a link there
 * that works once, until it is used or Rung starts anew; there is no default password.
 */
@Service
public class FirstRun {
    private final Organizations organizations;
    private final Members members;
    private final RungSettings settings;
    private final TransactionTemplate transaction;
    private @Nullable String hash;

    FirstRun(Organizations organizations, Members members, RungSettings settings, TransactionTemplate transaction) {
        this.organizations = organizations;
        this.members = members;
        this.settings = settings;
        this.transaction = transaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    void printLink() {
        if (settings.demo() || !organizations.none()) return;
        System.out.println(
                "\nRung has no organization yet. Open this link to make yours; it works once:\n  " + link() + "\n");
    }

    /** A new link; the one before stops working. */
    synchronized String link() {
        var word = LinkWord.fresh("");
        hash = word.hash();
        return settings.publicUrl() + "/" + AccountsPaths.FIRST_RUN + "/" + word.text();
    }

    /** Whether this link still works. */
    public synchronized boolean open(String word) {
        return hash != null && hash.equals(new LinkWord(word).hash()) && organizations.none();
    }

    /**
     * Makes the organization and its admin, and uses the link up.
     *
     * @throws Problem.Missing when the link was used before, or there is an organization already
     */
    public synchronized Member found(
            String word, String organization, String country, ZoneId zone, String name, String email, String password) {
        if (!open(word)) {
            throw new Problem.Missing("problem.first-run-used");
        }
        Passwords.check(password);
        var admin = transaction.execute(during -> members.join(
                organizations.found(organization, country, zone, false),
                name,
                email,
                Optional.of(password),
                Roles.of(Role.ADMIN, Role.ORGANIZER, Role.TEXTER)));
        hash = null;
        return admin;
    }
}
