package org.rung.notices;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.rung.accounts.AccountChanged;
import org.rung.accounts.Accounts;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.Courier;
import org.rung.accounts.Organizations;
import org.rung.accounts.Parcel;
import org.rung.accounts.Way;
import org.rung.common.OrganizationId;
import org.rung.common.Sentence;
import org.rung.settings.RungSettings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes one-time codes by e-mail, and tells people what changed about how they sign in. */
@Component
class EmailCourier implements Courier {
    private static final Duration NEWS_FOR = Duration.ofDays(1);

    private final AccountLetters letters;
    private final Post post;
    private final Accounts accounts;
    private final Organizations organizations;
    private final RungSettings settings;
    private final Clock clock;

    EmailCourier(
            AccountLetters letters,
            Post post,
            Accounts accounts,
            Organizations organizations,
            RungSettings settings,
            Clock clock) {
        this.letters = letters;
        this.post = post;
        this.accounts = accounts;
        this.organizations = organizations;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Way way() {
        return Way.EMAIL;
    }

    @Override
    public boolean open() {
        return post.ready();
    }

    /** Nobody of an invented organization has a mailbox. */
    @Override
    public boolean open(OrganizationId organizationId) {
        return post.ready() && !organizations.get(organizationId).demo();
    }

    @Override
    public void take(Parcel parcel) {
        var link = parcel.link();
        letters.write(
                parcel.accountId(),
                parcel.to(),
                Sentence.of("notices.code.subject", parcel.code(), parcel.organization())
                        .in(parcel.language()),
                Sentence.of(
                                link.isPresent() ? "notices.code.sign-in" : "notices.code.prove",
                                parcel.code(),
                                parcel.organization(),
                                link.orElse(""))
                        .in(parcel.language()),
                parcel.goodUntil());
    }

    /** Where there is a mail server; who changed it themselves reads it and is content. */
    @EventListener
    void on(AccountChanged changed) {
        var membership = accounts.memberships(changed.accountId()).stream()
                .filter(each -> open(each.organizationId()))
                .findFirst();
        if (membership.isEmpty()) return;
        var organization = organizations.get(membership.get().organizationId());
        var language = Locale.of(accounts.get(changed.accountId()).language().orElse(organization.language()));
        var news = Sentence.of("notices.account." + changed.change());
        letters.write(
                changed.accountId(),
                changed.email(),
                Sentence.of("notices.account.subject", organization.name()).in(language),
                Sentence.of(
                                "notices.account.body",
                                news,
                                settings.publicUrl() + "/" + AccountsPaths.ACCOUNT,
                                organization.name())
                        .in(language),
                clock.instant().plus(NEWS_FOR));
    }
}
