package org.rung.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.CodePurpose;
import org.rung.accounts.Courier;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.accounts.Parcel;
import org.rung.accounts.Way;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Sentence;
import org.rung.hours.Places;
import org.rung.senders.Senders;
import org.rung.settings.RungSettings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes one-time codes by text, under the rules of every other one: consent, hours, and the number it leaves from. */
@Component
class TextCourier implements Courier {
    private static final Set<MessageState> ON_ITS_WAY =
            Set.of(MessageState.HELD, MessageState.QUEUED, MessageState.SENDING, MessageState.UNCONFIRMED);

    private final Texts texts;
    private final CodeTextStore store;
    private final Senders senders;
    private final Organizations organizations;
    private final RungSettings settings;
    private final Clock clock;

    TextCourier(
            Texts texts,
            CodeTextStore store,
            Senders senders,
            Organizations organizations,
            RungSettings settings,
            Clock clock) {
        this.texts = texts;
        this.store = store;
        this.senders = senders;
        this.organizations = organizations;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Way way() {
        return Way.TEXT;
    }

    @Override
    public boolean open() {
        return senders.anyRuns();
    }

    @Override
    public boolean open(OrganizationId organizationId) {
        return senders.usual(organizationId)
                .filter(sender -> sender.pausedAt().isEmpty())
                .isPresent();
    }

    /** What could not leave now would come when it is of no use any more, so it is not queued. */
    @Override
    public void take(Parcel parcel) {
        var phone = new PhoneNumber(parcel.to());
        var window = window(organizations.get(parcel.organizationId()), phone);
        if (!window.open(clock.instant())) return;
        var words = Sentence.of(
                        parcel.purpose() == CodePurpose.SIGN_IN ? "messaging.code.sign-in" : "messaging.code.prove",
                        parcel.code(),
                        parcel.organization())
                .in(parcel.language());
        texts.queue(
                new Actor.System(parcel.organizationId()),
                new TextDraft(
                        phone,
                        Optional.empty(),
                        Purpose.CODE,
                        // By the last line phones know which site the code is for, and offer it there alone.
                        words + "\n\n@" + settings.publicUrl().getHost() + " #" + parcel.code(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        window,
                        Duration.ZERO));
    }

    private TextingWindow window(Organization organization, PhoneNumber phone) {
        return organization.demo()
                ? new TextingWindow(List.of(noonNow(clock.instant())), Organization.EARLIEST, Organization.LATEST)
                : new TextingWindow(
                        List.of(organization.zone()),
                        Organization.EARLIEST,
                        Organization.LATEST,
                        Places.of(organization.country(), "", phone));
    }

    /** The demo's people live where it is day. */
    private static ZoneId noonNow(Instant now) {
        return ZoneOffset.ofHours(12 - now.atOffset(ZoneOffset.UTC).getHour());
    }

    /** The code itself is kept no longer than it takes to hand it over. */
    @EventListener
    void on(TextMoved moved) {
        if (moved.purpose() == Purpose.CODE && !ON_ITS_WAY.contains(moved.state())) {
            store.dropWords(moved.organizationId(), moved.messageId());
        }
    }
}
