package org.rung.answers;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.rung.RungTest;
import org.rung.accounts.OrganizationFounded;
import org.rung.campaigns.CampaignDraft;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignStarted;
import org.rung.campaigns.CampaignTexters;
import org.rung.campaigns.Campaigns;
import org.rung.cast.Neighbor;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.PhoneNumber;
import org.rung.common.Role;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.messaging.Outbox;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.people.Upserted;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.Effect;
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
import org.rung.texting.Outcomes;
import org.rung.turf.Turfs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** People who were texted and have answered, and an organizer who answers them all. */
@RungTest
abstract class AnswersStory {
    @Autowired
    ManyAnswers answers;

    @Autowired
    ReplyRun run;

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
    Outbox outbox;

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
    SenderId sender;

    @BeforeEach
    void the_ground() {
        clock.set(TestClock.TUESDAY_NOON);
        here = NewOrganization.with(db);
        transaction.executeWithoutResult(
                status -> announce.publishEvent(new OrganizationFounded(here.organizationId())));
        ora = here.member(Role.ORGANIZER);
        tess = here.member(Role.TEXTER);
        senders.add(
                here.system(),
                new SenderDraft(
                        "AC" + "%016x".formatted(Id.next()) + "0123456789abcdef",
                        "the-token-of-the-sender",
                        "+14155550100",
                        "The number",
                        false));
        sender = senders.usual(here.organizationId()).orElseThrow().senderId();
        undo(0);
    }

    void undo(int seconds) {
        db.execute(
                "update organizations set undo_seconds = ? where organization_id = ?",
                seconds,
                here.organizationId().value());
    }

    CampaignId campaign(int people) {
        List<SupporterDraft> drafts = new ArrayList<>();
        for (int i = 0; i < people; i++) drafts.add(SupporterDraft.of("Maya" + i, "Okafor", Phones.fresh()));
        List<SupporterId> made = supporters.upsert(ora, drafts, Optional.empty()).stream()
                .map(Upserted::supporterId)
                .toList();
        List<PhoneNumber> phones =
                drafts.stream().flatMap(draft -> draft.phones().stream()).toList();
        consents.optInAll(ora, phones, ConsentSource.IMPORT, "Signed", Optional.empty(), clock.instant());
        var yes = new AnswerChoice("yes", "Yes", "Great!", List.of(new Effect.AddTag("Coming")), Optional.empty());
        var script = scripts.write(
                ora,
                "Rent strike " + Id.next(),
                new ScriptTree(
                        "Hi {firstName|there}, will you come? Reply STOP to end",
                        Optional.of(new Question("come", "Will they come?", List.of(yes)))));
        var campaign = campaigns.make(
                ora,
                new CampaignDraft(
                        "Rent strike",
                        Optional.of(turfs.list(ora, "Eastside " + Id.next(), made)),
                        Optional.of(script),
                        Optional.empty(),
                        LocalTime.of(9, 0),
                        LocalTime.of(20, 30),
                        50,
                        25,
                        60,
                        true));
        campaignTexters.add(ora, campaign, List.of(tess.memberId()));
        db.execute(
                "update campaigns set state = 'RUNNING', sender_id = ?, script_version_id = ? where campaign_id = ?",
                sender.value(),
                scripts.get(ora, script).scriptVersionId().value(),
                campaign.value());
        transaction.executeWithoutResult(
                status -> announce.publishEvent(new CampaignStarted(here.organizationId(), campaign)));
        return campaign;
    }

    /** Everyone of a campaign was texted by tess and has answered. */
    List<ConversationId> talks(int people) {
        var campaign = campaign(people);
        assignments.pull(tess, campaign);
        var cards = desk.cards(tess, campaign, Set.of(), 1_000);
        cards.forEach(card -> correspondence.sendFirst(tess, card.conversationId(), card.scripted(), key()));
        drain();
        List<ConversationId> all = new ArrayList<>();
        cards.forEach(card -> {
            phone(card.conversationId()).texts("I will");
            all.add(card.conversationId());
        });
        return all;
    }

    Neighbor phone(ConversationId conversation) {
        return new Neighbor(house, here.organizationId(), now(conversation).phone());
    }

    Conversation now(ConversationId conversation) {
        return conversations.get(here.system(), conversation);
    }

    List<String> received(ConversationId conversation) {
        clock.tick(Duration.ofMinutes(1));
        return phone(conversation).received();
    }

    ReplyWish says(String words, ConversationId... to) {
        return new ReplyWish(Set.of(to), new ReplyDeed.Reply(words));
    }

    ReplyWish says(String words, List<ConversationId> to) {
        return says(words, to.toArray(ConversationId[]::new));
    }

    ReplyJobId start(ReplyWish wish) {
        return answers.start(ora, ora.memberId(), wish, key(), false);
    }

    /** The breath is over, and all is done. */
    Progress finished(ReplyJobId job) {
        clock.tick(ManyAnswers.BREATH);
        answers.goOn(ora, job);
        return progress(job);
    }

    Progress progress(ReplyJobId job) {
        return answers.progress(ora, List.of(job)).getOrDefault(job, Progress.NONE);
    }

    /** Asked to stop after so many looks, as a process that is killed would be. */
    static BooleanSupplier after(int looks) {
        var asked = new AtomicInteger();
        return () -> asked.getAndIncrement() >= looks;
    }

    int queued(String words) {
        return db.fetchOne(
                        "select count(*) from messages where organization_id = ? and direction = 'OUT' and body like ?",
                        here.organizationId().value(),
                        words)
                .get(0, Integer.class);
    }

    static String key() {
        return Id.next() + "-request";
    }

    void drain() {
        try {
            outbox.drain();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
