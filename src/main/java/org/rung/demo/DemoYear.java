package org.rung.demo;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.actions.Actions;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Role;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.ladder.LadderKind;
import org.rung.ladder.Ladders;
import org.rung.ladder.Standings;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.people.Upserted;
import org.rung.reports.Reports;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The union's year so far: neighbours who signed, came and hosted, and the campaign that is running now. */
@Component
@ConditionalOnProperty(name = "rung.demo", havingValue = "true")
@Order(2)
class DemoYear implements ApplicationRunner {
    private static final String HELP =
            "Eastside Tenants Union: neighbours organizing for safe, affordable homes. Write to help@eastside.example"
                    + " or reply STOP to end.";

    private final Organizations organizations;
    private final Members members;
    private final Supporters supporters;
    private final Consents consents;
    private final Actions actions;
    private final Ladders ladders;
    private final Standings standings;
    private final DemoCircle circle;
    private final DemoGiving giving;
    private final DemoQuiet quiet;
    private final DemoTasks tasks;
    private final DemoEvents events;
    private final DemoCampaign campaign;
    private final Reports reports;
    private final Clock clock;

    DemoYear(
            Organizations organizations,
            Members members,
            Supporters supporters,
            Consents consents,
            Actions actions,
            Ladders ladders,
            Standings standings,
            DemoCircle circle,
            DemoGiving giving,
            DemoQuiet quiet,
            DemoTasks tasks,
            DemoEvents events,
            DemoCampaign campaign,
            Reports reports,
            Clock clock) {
        this.organizations = organizations;
        this.members = members;
        this.supporters = supporters;
        this.consents = consents;
        this.actions = actions;
        this.ladders = ladders;
        this.standings = standings;
        this.circle = circle;
        this.giving = giving;
        this.quiet = quiet;
        this.tasks = tasks;
        this.events = events;
        this.campaign = campaign;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var organizationId = organizations.demo().orElseThrow();
        var system = new Actor.System(organizationId);
        var organization = organizations.get(organizationId);
        var zone = DemoDaylight.zone(organization.zone(), clock.instant());
        var running = campaign.exists(system);
        if (running && zone.equals(organization.zone())) {
            return;
        }
        organizations.change(system, movedTo(zone, organization));
        var neighbours = moveIn(system, zone);
        if (!running) {
            live(system, neighbours);
            quiet.begin(system);
            tasks.begin(system, neighbours, members.all(system));
            giving.begin(system, neighbours);
            circle.begin(organizationId);
            events.begin(organizationId, zone, neighbours);
            campaign.begin(organizationId, zone);
            reports.count(system);
        }
    }

    private static Organization movedTo(ZoneId zone, Organization there) {
        return new Organization(
                there.organizationId(),
                there.name(),
                there.slug(),
                there.country(),
                zone,
                there.language(),
                there.helpWords().isBlank() ? HELP : there.helpWords(),
                there.optOutWords(),
                there.textingFrom(),
                there.textingUntil(),
                there.firstBatch(),
                there.replyBatch(),
                there.undo(),
                there.demo());
    }

    private List<SupporterId> moveIn(Actor system, ZoneId zone) {
        var drafts = DemoNeighbours.all(zone);
        var ids = supporters.upsert(system, drafts, Optional.empty()).stream()
                .map(Upserted::supporterId)
                .toList();
        var phones = drafts.stream().flatMap(draft -> draft.phones().stream()).collect(Collectors.<PhoneNumber>toSet());
        consents.optInAll(
                system,
                phones,
                ConsentSource.IMPORT,
                "I agree to get texts from Eastside Tenants Union about our homes. Reply STOP to end.",
                Optional.empty(),
                clock.instant());
        return ids;
    }

    private void live(Actor.System system, List<SupporterId> neighbours) {
        var texters = texters(system.organization());
        actions.recordAll(
                system,
                DemoHistory.of(
                        neighbours, texters.stream().map(Member::memberId).toList(), clock.instant()));
        var ladder = ladders.of(system.organization(), LadderKind.COMMITMENT).ladderId();
        var coordinator = members.all(system).stream()
                .filter(member -> member.roles().all().contains(Role.COORDINATOR))
                .findFirst()
                .orElseThrow();
        var cory = new Actor.Member(system.organization(), coordinator.memberId(), coordinator.roles());
        for (int i : List.of(24, 174)) {
            standings.moveByHand(
                    cory,
                    ladder,
                    neighbours.get(i),
                    6,
                    "Runs the team of her building; we talked it through one to one");
        }
    }

    private List<Member> texters(OrganizationId organizationId) {
        return members.all(new Actor.System(organizationId)).stream()
                .filter(member -> member.roles().all().contains(Role.TEXTER))
                .toList();
    }
}
