package org.rung.review;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.rung.RungTest;
import org.rung.accounts.OrganizationFounded;
import org.rung.campaigns.CampaignDraft;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignStarted;
import org.rung.campaigns.CampaignTexters;
import org.rung.campaigns.Campaigns;
import org.rung.campaigns.EditPolicy;
import org.rung.cast.Airwaves;
import org.rung.cast.Neighbor;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.PhoneNumber;
import org.rung.common.Role;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.messaging.Outbox;
import org.rung.messaging.Text;
import org.rung.messaging.Texts;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.people.Upserted;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.Question;
import org.rung.scripts.ScriptTree;
import org.rung.scripts.Scripts;
import org.rung.senders.SenderDraft;
import org.rung.senders.SenderId;
import org.rung.senders.Senders;
import org.rung.texting.Assignments;
import org.rung.texting.Conversation;
import org.rung.texting.ConversationId;
import org.rung.texting.Conversations;
import org.rung.texting.Correspondence;
import org.rung.texting.Desk;
import org.rung.texting.FirstTextCard;
import org.rung.texting.HeldTexts;
import org.rung.texting.ManyConversations;
import org.rung.texting.Outcomes;
import org.rung.turf.Turfs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Campaigns under way with two texters, phones that answer, and an organizer who looks through it all. */
@RungTest
abstract class ReviewStory {
    @Autowired
    Reviews reviews;

    @Autowired
    Indexer indexer;

    @Autowired
    WatchedWords watched;

    @Autowired
    Scores scores;

    @Autowired
    ManyConversations many;

    @Autowired
    HeldTexts held;

    @Autowired
    Conversations conversations;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Outcomes outcomes;

    @Autowired
    Assignments assignments;

    @Autowired
    Desk desk;

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
    Outbox outbox;

    @Autowired
    Airwaves airwaves;

    @Autowired
    Senders senders;

    @Autowired
    ApplicationContext house;

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
        senders.add(
                here.system(),
                new SenderDraft(
                        "AC" + "%016x".formatted(Id.next()) + "0123456789abcdef",
                        "the-token-of-the-sender",
                        "+14155550100",
                        "The number",
                        false));
        sender = senders.usual(here.organizationId()).orElseThrow().senderId();
        db.execute(
                "update organizations set undo_seconds = 0 where organization_id = ?",
                here.organizationId().value());
    }

    List<SupporterId> people(int count) {
        List<SupporterDraft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) drafts.add(SupporterDraft.of("Maya" + i, "Okafor", Phones.fresh()));
        List<SupporterId> made = supporters.upsert(ora, drafts, Optional.empty()).stream()
                .map(Upserted::supporterId)
                .toList();
        List<PhoneNumber> phones =
                drafts.stream().flatMap(draft -> draft.phones().stream()).toList();
        consents.optInAll(ora, phones, ConsentSource.IMPORT, "Signed", Optional.empty(), clock.instant());
        return made;
    }

    CampaignId campaign(int people, EditPolicy edits) {
        var yes = new AnswerChoice("yes", "Yes", "Great!", List.of(), Optional.empty());
        var script = scripts.write(
                ora,
                "Rent strike " + Id.next(),
                new ScriptTree(
                        "Hi {firstName|there}, will you come? Reply STOP to end",
                        Optional.of(new Question("come", "Will they come?", List.of(yes)))));
        var made = campaigns.make(
                ora,
                new CampaignDraft(
                        "Rent strike",
                        Optional.of(turfs.list(ora, "Eastside " + Id.next(), people(people))),
                        Optional.of(script),
                        Optional.empty(),
                        LocalTime.of(9, 0),
                        LocalTime.of(20, 30),
                        50,
                        25,
                        60,
                        true));
        campaigns.change(ora, made, CampaignDraft.of(campaigns.get(ora, made)).withEdits(edits));
        campaignTexters.add(ora, made, List.of(tess.memberId(), tom.memberId()));
        db.execute(
                "update campaigns set state = 'RUNNING', sender_id = ?, script_version_id = ? where campaign_id = ?",
                sender.value(),
                scripts.get(ora, script).scriptVersionId().value(),
                made.value());
        transaction.executeWithoutResult(
                status -> announce.publishEvent(new CampaignStarted(here.organizationId(), made)));
        return made;
    }

    /** First texts that this texter has to send. */
    List<FirstTextCard> cards(Actor.Member texter, CampaignId campaign) {
        assignments.pull(texter, campaign);
        return desk.cards(texter, campaign, Set.of(), 1_000);
    }

    /** Texted with the script's words by tess, and they have answered. */
    ConversationId talk(CampaignId campaign, String answer) {
        FirstTextCard card = cards(tess, campaign).getFirst();
        correspondence.sendFirst(tess, card.conversationId(), card.scripted(), request());
        drain();
        hears(card.conversationId(), answer);
        return card.conversationId();
    }

    ConversationId talk(String answer) {
        return talk(campaign(1, EditPolicy.FLAGGED), answer);
    }

    void hears(ConversationId conversation, String words) {
        phone(conversation).texts(words);
    }

    Neighbor phone(ConversationId conversation) {
        return new Neighbor(house, here.organizationId(), now(conversation).phone());
    }

    /** All that has reached their phone, once every number had time enough. */
    List<String> received(ConversationId conversation) {
        clock.tick(Duration.ofMinutes(1));
        return phone(conversation).received();
    }

    Text says(Actor actor, ConversationId conversation, String words) {
        return correspondence.reply(actor, conversation, words, request());
    }

    Conversation now(ConversationId conversation) {
        return conversations.get(here.system(), conversation);
    }

    static String request() {
        return Id.next() + "-request";
    }

    void drain() {
        try {
            outbox.drain();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** All texts that there are now can be found. */
    void indexed() {
        indexer.round(0, 0);
    }

    List<String> found(ReviewFilter filter) {
        return found(ora, filter);
    }

    List<String> found(Actor actor, ReviewFilter filter) {
        return reviews.search(actor, filter, Page.Wanted.first(100)).rows().stream()
                .map(ReviewRow::words)
                .collect(Collectors.toList());
    }

    List<String> saying(String words) {
        return found(ReviewFilter.ALL.saying(words));
    }
}
