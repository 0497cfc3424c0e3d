package org.rung.demo;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.accounts.Organizations;
import org.rung.actions.ActionType;
import org.rung.campaigns.CampaignDraft;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignTexters;
import org.rung.campaigns.Campaigns;
import org.rung.campaigns.CannedReplies;
import org.rung.campaigns.CannedReplyDraft;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.PhoneNumber;
import org.rung.common.Role;
import org.rung.filters.FilterLine;
import org.rung.filters.SupporterFilter;
import org.rung.people.Supporters;
import org.rung.scripts.MergeText;
import org.rung.scripts.Scripts;
import org.rung.texting.Assignments;
import org.rung.texting.ConversationFilter;
import org.rung.texting.ConversationState;
import org.rung.texting.Conversations;
import org.rung.texting.Correspondence;
import org.rung.turf.Turfs;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The campaign that is running when the demo opens: some first texts are sent, so that answers are on their way. */
@Component
@ConditionalOnProperty(name = "rung.demo", havingValue = "true")
class DemoCampaign {
    private static final int HANDED_OUT = 50;
    private static final List<Integer> SENT = List.of(18, 34, 26);

    private final Organizations organizations;
    private final Members members;
    private final Supporters supporters;
    private final Turfs turfs;
    private final Scripts scripts;
    private final Campaigns campaigns;
    private final CampaignTexters campaignTexters;
    private final CannedReplies cannedReplies;
    private final Assignments assignments;
    private final Conversations conversations;
    private final Correspondence correspondence;
    private final DemoReplies replies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoCampaign(
            Organizations organizations,
            Members members,
            Supporters supporters,
            Turfs turfs,
            Scripts scripts,
            Campaigns campaigns,
            CampaignTexters campaignTexters,
            CannedReplies cannedReplies,
            Assignments assignments,
            Conversations conversations,
            Correspondence correspondence,
            DemoReplies replies,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.organizations = organizations;
        this.members = members;
        this.supporters = supporters;
        this.turfs = turfs;
        this.scripts = scripts;
        this.campaigns = campaigns;
        this.campaignTexters = campaignTexters;
        this.cannedReplies = cannedReplies;
        this.assignments = assignments;
        this.conversations = conversations;
        this.correspondence = correspondence;
        this.replies = replies;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    boolean exists(Actor actor) {
        return !campaigns.page(actor, Page.Wanted.first(1)).rows().isEmpty();
    }

    /** All or nothing: a start that is cut short here leaves no hollow campaign behind, and the next one does it all. */
    void begin(OrganizationId organizationId, ZoneId zone) {
        var hasty = new ArrayList<PhoneNumber>();
        transaction.executeWithoutResult(status -> {
            hasty.clear();
            hasty.addAll(write(organizationId, zone));
        });
        replies.expect(new Actor.System(organizationId), hasty);
    }

    /** @return who answers at once */
    private List<PhoneNumber> write(OrganizationId organizationId, ZoneId zone) {
        var hasty = new ArrayList<PhoneNumber>();
        var system = new Actor.System(organizationId);
        var texters = members.all(system).stream()
                .filter(member -> member.roles().all().contains(Role.TEXTER))
                .toList();
        var campaignId = make(system, zone);
        campaignTexters.add(
                system, campaignId, texters.stream().map(Member::memberId).toList());
        campaigns.start(system, campaignId);
        for (int i = 0; i < texters.size(); i++) {
            assignments.handOut(system, campaignId, texters.get(i).memberId(), HANDED_OUT);
            hasty.addAll(text(organizationId, campaignId, texters.get(i), SENT.get(i % SENT.size())));
        }
        return hasty;
    }

    private CampaignId make(Actor system, ZoneId zone) {
        var organization = organizations.get(system.organization());
        var turf = turfs.cut(
                system,
                "Signed the rent petition",
                new SupporterFilter("", List.of(new FilterLine("tag", "", List.of("Tenant")))));
        turfs.cut(
                system,
                "Fruitvale Arms",
                new SupporterFilter("", List.of(new FilterLine("field", "building", List.of("Fruitvale Arms")))));
        var script = scripts.write(system, "Thursday meeting", DemoScript.tree(zone, clock.instant()));
        var campaignId = campaigns.make(
                system,
                new CampaignDraft(
                        "Rent strike turnout",
                        Optional.of(turf),
                        Optional.of(script),
                        Optional.of(ActionType.RSVPED),
                        organization.textingFrom(),
                        organization.textingUntil(),
                        organization.firstBatch(),
                        organization.replyBatch(),
                        60,
                        true));
        cannedReplies.add(
                system,
                new CannedReplyDraft(
                        Optional.of(campaignId),
                        "Where is it?",
                        "We meet in the hall of St. Jude's, 2140 Fruitvale Ave. Doors open at 6:45."));
        cannedReplies.add(
                system,
                new CannedReplyDraft(
                        Optional.of(campaignId),
                        "Children welcome",
                        "Yes, bring the kids! There is a play corner and someone who looks after it."));
        cannedReplies.add(
                system,
                new CannedReplyDraft(
                        Optional.empty(),
                        "How did you get my number?",
                        "You signed our rent petition and agreed to hear from us. Say STOP and I will not text again."));
        readyAnswers(system);
        return campaignId;
    }

    /** Enough of them that one searches. */
    private void readyAnswers(Actor system) {
        Stream.of(
                        "What does it cost?|Nothing! Dues are by choice, and nobody asks at the door.",
                        "Is it accessible?|Yes: there is a ramp at the side entrance, and the hall is on one floor.",
                        "Can I help?|Wonderful! Could you come at six and help us put up chairs?",
                        "My landlord threatens me|That must be hard. Our lawyer is there on Thursday; please bring the letter.",
                        "I have moved|Thank you for telling me! Which neighborhood do you live in now?")
                .map(line -> line.split("[|]"))
                .forEach(line -> cannedReplies.add(system, new CannedReplyDraft(Optional.empty(), line[0], line[1])));
    }

    private List<PhoneNumber> text(OrganizationId organizationId, CampaignId campaignId, Member texter, int howMany) {
        var actor = new Actor.Member(organizationId, texter.memberId(), texter.roles());
        var mine = conversations
                .page(
                        actor,
                        new ConversationFilter(
                                Optional.of(campaignId),
                                Optional.of(texter.memberId()),
                                Optional.of(ConversationState.NEEDS_FIRST_TEXT),
                                ConversationFilter.Among.ALL),
                        Page.Wanted.first(howMany))
                .rows();
        var people = supporters.all(
                organizationId, mine.stream().map(row -> row.supporterId()).toList());
        for (var row : mine) {
            var body = MergeText.render(
                    DemoScript.firstText(row.conversationId()),
                    Map.of(
                            "firstName",
                            Objects.requireNonNull(people.get(row.supporterId()))
                                    .firstName(),
                            "texter.firstName",
                            texter.name().split(" ")[0]));
            correspondence.sendFirst(
                    actor,
                    row.conversationId(),
                    body,
                    "demo-" + row.conversationId().text());
        }
        return replies.some(people.values().stream()
                .map(person -> person.phones().getFirst())
                .sorted(Comparator.comparing(PhoneNumber::text))
                .toList());
    }
}
