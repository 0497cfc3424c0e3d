package org.rung.nudges;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Sentence;
import org.rung.events.Event;
import org.rung.events.EventId;
import org.rung.events.Events;
import org.rung.events.EventsPaths;
import org.rung.events.Hosts;
import org.rung.hosting.Hosting;
import org.rung.hosting.HostingChanged;
import org.rung.hosting.Hostings;
import org.rung.people.Supporter;
import org.rung.people.Supporters;
import org.rung.settings.RungSettings;
import org.rung.texting.PersonalTexts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What hosts are told by text: that they are asked, and that they may, with their list and their kit; each once. */
@Component
class HostTexts {
    private static final Duration USE = Duration.ofDays(3);

    private final Hostings hostings;
    private final Events events;
    private final Hosts hosts;
    private final Supporters supporters;
    private final Organizations organizations;
    private final PersonalTexts texts;
    private final RungSettings settings;
    private final Clock clock;

    HostTexts(
            Hostings hostings,
            Events events,
            Hosts hosts,
            Supporters supporters,
            Organizations organizations,
            PersonalTexts texts,
            RungSettings settings,
            Clock clock) {
        this.hostings = hostings;
        this.events = events;
        this.hosts = hosts;
        this.supporters = supporters;
        this.organizations = organizations;
        this.texts = texts;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void changed(HostingChanged changed) {
        Hosting hosting = hostings.get(new Actor.System(changed.organizationId()), changed.hostingId());
        Supporter who = supporters
                .all(changed.organizationId(), List.of(hosting.supporterId()))
                .get(hosting.supporterId());
        Optional<Event> umbrella = events.find(changed.organizationId(), changed.umbrella());
        if (who == null || umbrella.isEmpty()) return;
        Organization home = organizations.get(changed.organizationId());
        String words = Sentence.of("nudges.host." + changed.state()).in(who.writtenIn(home));
        String link =
                switch (changed.state()) {
                    case APPROVED ->
                        hosting.held().flatMap(held -> door(hosting, held)).orElse("");
                    case ASKED, APPLIED, DECLINED ->
                        settings.publicUrl() + "/"
                                + EventsPaths.open(umbrella.get().code()) + "/host";
                };
        String filled = NudgeWords.filled(
                words,
                Map.of(
                        "firstName", who.firstName(),
                        "event", umbrella.get().title(),
                        "link", link,
                        "organization", home.name()));
        texts.queueIfAgreed(
                changed.organizationId(),
                who,
                filled,
                "hosting:" + hosting.hostingId().value() + ":" + changed.state(),
                clock.instant().plus(USE));
    }

    private Optional<String> door(Hosting hosting, EventId held) {
        return hosts.of(new Actor.System(hosting.organizationId()), held).stream()
                .filter(host ->
                        host.supporter().filter(hosting.supporterId()::equals).isPresent())
                .findFirst()
                .map(host -> settings.publicUrl() + "/" + EventsPaths.door(host.token()));
    }
}
