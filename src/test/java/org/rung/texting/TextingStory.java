package org.rung.texting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.rung.RungTest;
import org.rung.accounts.OrganizationFounded;
import org.rung.actions.ActionType;
import org.rung.campaigns.CampaignDraft;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignStarted;
import org.rung.campaigns.CampaignTexters;
import org.rung.campaigns.Campaigns;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.commitments.AskFamily;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.common.PhoneNumber;
import org.rung.common.Role;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.messaging.SoftWords;
import org.rung.messaging.Text;
import org.rung.messaging.TextArrived;
import org.rung.messaging.Texts;
import org.rung.messaging.TextsArrived;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.people.Upserted;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.Effect;
import org.rung.scripts.Question;
import org.rung.scripts.ScriptTree;
import org.rung.scripts.Scripts;
import org.rung.senders.Meaning;
import org.rung.senders.SenderId;
import org.rung.turf.TurfId;
import org.rung.turf.Turfs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** A campaign under way: an organizer, two texters, supporters who may be texted, and a script with a question. */
@RungTest
abstract class TextingStory {

    @Autowired
    Conversations conversations;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Outcomes outcomes;

    @Autowired
    Skips skips;

    @Autowired
    Assignments assignments;

    @Autowired
    CampaignWork work;

    @Autowired
    Desk desk;

    @Autowired
    LeaseJob leases;

    @Autowired
    Campaigns campaigns;

    @Autowired
    CampaignTexters campaignTexters;

    @Autowired
    Scripts scripts;

    @Autowired
    Turfs turfs;

    @Autowired
    Supporters supporters;

    @Autowired
    Consents consents;

    @Autowired
    Texts texts;

    @Autowired
    ApplicationEventPublisher announce;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    NewOrganization here;
    Actor.Member ora;
    Actor.Member tess;
    Actor.Member tom;
    SenderId sender;

    @BeforeEach
    void theGround() {
        clock.set(TestClock.TUESDAY_NOON);
        here = NewOrganization.with(db);
        transaction.executeWithoutResult(
                status -> announce.publishEvent(new OrganizationFounded(here.organizationId())));
        ora = here.member(Role.ORGANIZER);
        tess = here.member(Role.TEXTER);
        tom = here.member(Role.TEXTER);
        sender = new SenderId(Id.next());
        db.execute(
                "insert into senders (sender_id, organization_id, gateway, account_sid, address, token_sealed, created_at)"
                        + " values (?, ?, 'SIMULATOR', ?, '+15005550006', 'x', '2026-01-01 00:00:00')",
                sender.value(),
                here.organizationId().value(),
                "AC" + sender.text());
    }

    /** Supporters with a number each who agreed to be texted. */
    List<SupporterId> people(int count) {
        List<SupporterDraft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drafts.add(SupporterDraft.of("Maya" + i, "Okafor", Phones.fresh()));
        }
        return people(drafts);
    }

    List<SupporterId> people(List<SupporterDraft> drafts) {
        List<SupporterId> made = supporters.upsert(ora, drafts, Optional.empty()).stream()
                .map(Upserted::supporterId)
                .toList();
        List<PhoneNumber> phones =
                drafts.stream().flatMap(draft -> draft.phones().stream()).toList();
        consents.optInAll(ora, phones, ConsentSource.IMPORT, "Signed the petition", Optional.empty(), clock.instant());
        return made;
    }

    CampaignId campaign(List<SupporterId> people) {
        return campaign(turfs.list(ora, "Eastside " + Id.next(), people));
    }

    CampaignId campaign(TurfId turf) {
        var yes = new AnswerChoice(
                "yes", "Yes, coming", "Great, {firstName}! See you Thursday.", yesDoes(), Optional.empty());
        var no = new AnswerChoice(
                "no",
                "No",
                "Thanks anyway.",
                List.of(new Effect.AddTag("Not now"), new Effect.Decline()),
                Optional.empty());
        var maybe = new AnswerChoice("maybe", "Maybe", "", List.of(), Optional.empty());
        var never = new AnswerChoice("never", "Never again", "", List.of(new Effect.OptOut()), Optional.empty());
        var tree = new ScriptTree(
                "Hi {firstName|there}, it's {texter.firstName} with {organization.name}. Will you come? Reply STOP to end",
                Optional.of(new Question("come", "Will they come?", List.of(yes, no, maybe, never))));
        return campaign(turf, tree);
    }

    CampaignId campaign(TurfId turf, ScriptTree tree) {
        var script = scripts.write(ora, "Rent strike " + Id.next(), tree);
        var made = campaigns.make(
                ora,
                new CampaignDraft(
                        "Rent strike",
                        Optional.of(turf),
                        Optional.of(script),
                        Optional.empty(),
                        LocalTime.of(9, 0),
                        LocalTime.of(20, 30),
                        50,
                        25,
                        60,
                        true));
        campaignTexters.add(ora, made, List.of(tess.memberId(), tom.memberId(), ora.memberId()));
        db.execute(
                "update campaigns set state = 'RUNNING', sender_id = ?, script_version_id = ? where campaign_id = ?",
                sender.value(),
                scripts.get(ora, script).scriptVersionId().value(),
                made.value());
        start(made);
        return made;
    }

    List<Effect> yesDoes() {
        return List.of(
                new Effect.AddTag("Coming"),
                new Effect.RecordAction(ActionType.SIGNED),
                new Effect.Promise(AskFamily.COME, "Thursday's meeting", Optional.empty()));
    }

    void start(CampaignId campaign) {
        transaction.executeWithoutResult(
                status -> announce.publishEvent(new CampaignStarted(here.organizationId(), campaign)));
    }

    List<ConversationId> heldBy(Actor.Member texter, CampaignId campaign) {
        return desk.cards(texter, campaign, java.util.Set.of(), 1_000).stream()
                .map(FirstTextCard::conversationId)
                .toList();
    }

    /** One person, texted by tess. */
    ConversationId texted() {
        CampaignId campaign = campaign(people(1));
        assignments.pull(tess, campaign);
        ConversationId conversation = heldBy(tess, campaign).getFirst();
        send(tess, conversation);
        return conversation;
    }

    Text send(Actor.Member texter, ConversationId conversation) {
        return correspondence.sendFirst(texter, conversation, "Hi, will you come? Reply STOP to end", request());
    }

    static String request() {
        return Id.next() + "-request";
    }

    Conversation now(ConversationId conversation) {
        return conversations.get(here.system(), conversation);
    }

    /** The supporter of this conversation writes. */
    void hears(ConversationId conversation, String body) {
        hears(now(conversation).phone(), Optional.of(conversation.value()), body, Meaning.PLAIN, Optional.empty());
    }

    void hears(PhoneNumber phone, Optional<Long> topic, String body, Meaning meaning, Optional<SoftWords> soft) {
        clock.tick(Duration.ofSeconds(30));
        transaction.executeWithoutResult(status -> {
            var thread = texts.threadWith(here.organizationId(), phone);
            announce.publishEvent(new TextsArrived(
                    here.organizationId(),
                    List.of(new TextArrived(
                            here.organizationId(),
                            new MessageId(Id.next()),
                            thread,
                            sender,
                            phone,
                            body,
                            meaning,
                            soft,
                            topic,
                            false,
                            consents.of(here.organizationId(), phone)
                                    .filter(now -> now.consent() != ConsentKind.OPTED_IN)
                                    .isPresent(),
                            clock.instant()))));
        });
    }

    int messages(ConversationId conversation, String purpose) {
        return db.fetchSingle(
                        "select count(*) from messages where topic_id = ? and purpose = ? and state <> 'CANCELLED'",
                        conversation.value(),
                        purpose)
                .get(0, int.class);
    }

    MemberId holder(ConversationId conversation) {
        return now(conversation).texter().orElseThrow();
    }

    Instant later(Duration duration) {
        clock.tick(duration);
        return clock.instant();
    }
}
