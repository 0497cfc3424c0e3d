package org.rung.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Organizations;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionType;
import org.rung.actions.Actions;
import org.rung.actions.Verification;
import org.rung.campaigns.CampaignDraft;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignTexters;
import org.rung.campaigns.Campaigns;
import org.rung.cast.Airwaves;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.ApiTokenId;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.common.Scopes;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.ladder.Standings;
import org.rung.messaging.MessageState;
import org.rung.messaging.Outbox;
import org.rung.messaging.Settler;
import org.rung.messaging.Text;
import org.rung.messaging.Texts;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.scripts.Scripted;
import org.rung.scripts.Scripts;
import org.rung.senders.Handover;
import org.rung.senders.Outcome;
import org.rung.senders.Sender;
import org.rung.senders.Senders;
import org.rung.senders.twilio.Form;
import org.rung.senders.twilio.TwilioSignature;
import org.rung.texting.Assignments;
import org.rung.texting.ConversationFilter;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationState;
import org.rung.texting.Conversations;
import org.rung.texting.Correspondence;
import org.rung.texting.Desk;
import org.rung.texting.Outcomes;
import org.rung.texting.Skip;
import org.rung.texting.SkipReason;
import org.rung.texting.Skips;
import org.rung.turf.Turfs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The rules of domain.md that hold whatever happens, by their numbers, from the front doors to the provider and back. */
@RungTest
class TenRulesTest {
    private static final String WORLD = "http://localhost:8080";

    @Autowired
    WebApplicationContext web;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    @Autowired
    Airwaves airwaves;

    @Autowired
    Organizations organizations;

    @Autowired
    Senders senders;

    @Autowired
    Supporters supporters;

    @Autowired
    Consents consents;

    @Autowired
    Turfs turfs;

    @Autowired
    Scripts scripts;

    @Autowired
    Campaigns campaigns;

    @Autowired
    CampaignTexters campaignTexters;

    @Autowired
    Assignments assignments;

    @Autowired
    Skips skips;

    @Autowired
    Conversations conversations;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Outcomes outcomes;

    @Autowired
    Desk desk;

    @Autowired
    Texts texts;

    @Autowired
    Outbox outbox;

    @Autowired
    Settler settler;

    @Autowired
    Actions actions;

    @Autowired
    Standings standings;

    MockMvc door;
    OrganizationId here;
    NewOrganization ground;
    Actor.Member ora;
    Actor.Member tess;
    Actor.Member tom;
    Sender sender;
    PhoneNumber nia;
    SupporterId niasId;

    @BeforeEach
    void theGround() {
        clock.set(TestClock.TUESDAY_NOON);
        door = MockMvcBuilders.webAppContextSetup(web).apply(springSecurity()).build();
        here = organizations.found("Neighbors " + Id.next(), "US", ZoneId.of("America/Los_Angeles"), true);
        ground = new NewOrganization(here, db);
        ora = ground.member(Role.ORGANIZER);
        tess = ground.member(Role.TEXTER);
        tom = ground.member(Role.TEXTER);
        sender = senders.usual(here).orElseThrow();
        nia = Phones.fresh();
        niasId = known("Nia", nia);
    }

    @Test
    void rule_1_one_first_text_per_campaign_and_number_ever() throws Exception {
        known("Abe", nia);
        CampaignId campaign = campaign();
        ConversationId conversation = pulled(tess, campaign);
        List<Callable<Boolean>> presses = IntStream.range(0, 50)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    try {
                        first(tess, conversation, "press-" + i);
                        return true;
                    } catch (Problem.Conflict late) {
                        return false;
                    }
                })
                .toList();

        assertThat(AtOnce.all(presses)).containsOnlyOnce(true);
        clock.tick(Duration.ofSeconds(10));
        AtOnce.<Integer>all(() -> outbox.drain(), () -> outbox.drain());
        assertThat(airwaves.callsTo(nia)).hasSize(1);

        // Nor after the person was erased and came with another list.
        supporters.erase(ora, niasId);
        known("Nia", nia);
        assertThat(conversations
                        .page(ora, ofCampaign(campaign), Page.Wanted.first(10))
                        .rows())
                .hasSizeLessThanOrEqualTo(1);
        outbox.drain();
        assertThat(airwaves.callsTo(nia)).hasSize(1);
    }

    @Test
    void rule_2_one_request_is_one_message_whatever_it_says() throws Exception {
        ConversationId conversation = texted();
        hear("Yes!");

        Text one = correspondence.reply(tess, conversation, "Great", "request");
        Text again = correspondence.reply(tess, conversation, "Great, see you", "request");
        leave();

        assertThat(again.messageId()).isEqualTo(one.messageId());
        assertThat(airwaves.callsTo(nia)).extracting(Handover::body).containsOnlyOnce("Great");

        Text undone = correspondence.reply(tess, conversation, "Oops", "taken-back");
        assertThat(correspondence.undo(tess, conversation, undone.messageId())).isTrue();
        assertThatThrownBy(() -> correspondence.reply(tess, conversation, "Oops", "taken-back"))
                .isInstanceOf(Problem.Conflict.class);
        leave();
        assertThat(airwaves.callsTo(nia)).extracting(Handover::body).doesNotContain("Oops");
    }

    @Test
    void rule_3_a_lost_answer_loses_no_text_and_sends_none_twice() throws Exception {
        airwaves.when(nia, text -> {
            airwaves.take(text);
            throw new IllegalStateException("the answer was lost");
        });
        ConversationId conversation = pulled(tess, campaign());
        Text sent = first(tess, conversation, "r");
        leave();
        assertThat(state(sent)).isEqualTo(MessageState.UNCONFIRMED);
        leave();
        settler.settle();
        assertThat(state(sent)).isEqualTo(MessageState.SENT);
        assertThat(airwaves.callsTo(nia)).hasSize(1);

        airwaves.when(nia, text -> new Outcome.Unknown());
        hear("Hello?");
        Text lost = correspondence.reply(tess, conversation, "Never arrived", "r2");
        leave();
        airwaves.asUsual(nia);
        settler.settle();
        leave();
        assertThat(state(lost)).isEqualTo(MessageState.UNCONFIRMED);
        clock.tick(Duration.ofMinutes(11));
        settler.settle();
        leave();
        assertThat(state(lost)).isEqualTo(MessageState.SENT);
        assertThat(airwaves.callsTo(nia)).hasSize(3);
    }

    @Test
    void rule_4_no_transaction_is_open_while_a_provider_is_called() throws Exception {
        // The provider of the tests fails when one is.
        ConversationId conversation = pulled(tess, campaign());
        Text sent = first(tess, conversation, "r");
        leave();

        assertThat(state(sent)).isEqualTo(MessageState.SENT);
        assertThat(db.fetchOne(
                                "select count(*) from messages where topic_id = ? and state = 'SENDING'",
                                conversation.value())
                        .get(0, int.class))
                .isZero();
    }

    @Test
    void rule_5_an_inbound_text_is_handled_once_however_often_it_is_delivered() throws Exception {
        ConversationId conversation = texted();
        Map<String, String> text = inbound("SM" + Id.next(), "Yes, count me in");
        List<Callable<Integer>> deliveries = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(i -> () -> deliver(text, token()))
                .toList();

        assertThat(AtOnce.all(deliveries)).containsOnly(204);

        var now = conversations.get(tess, conversation);
        assertThat(now.state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
        assertThat(now.unread()).isEqualTo(1);
        assertThat(db.fetchOne(
                                "select count(*) from actions where supporter_id = ? and type = 'REPLIED'",
                                niasId.value())
                        .get(0, int.class))
                .isEqualTo(1);
    }

    @Test
    void rule_6_after_stop_nothing_leaves_but_one_confirmation() throws Exception {
        ConversationId conversation = texted();
        hear("Maybe");
        Text waiting = correspondence.reply(tess, conversation, "Shall I put you down?", "r");
        Map<String, String> stop = inbound("SM" + Id.next(), "Stop!");
        List<Callable<Integer>> deliveries = IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(i -> () -> deliver(stop, token()))
                .toList();
        assertThat(AtOnce.all(deliveries)).containsOnly(204);
        hear("STOP");
        leave();

        assertThat(state(waiting)).isEqualTo(MessageState.CANCELLED);
        assertThat(airwaves.callsTo(nia)).hasSize(2);
        assertThat(airwaves.callsTo(nia).getLast().body()).containsIgnoringCase("unsubscribed");
        assertThatThrownBy(() -> correspondence.reply(tess, conversation, "One more", "r3"))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> correspondence.sendFirst(ora, unasked(campaign()), "Hi", "r4"))
                .isInstanceOf(RuntimeException.class);

        hear("START");
        assertThat(consents.of(here, nia).orElseThrow().consent()).isEqualTo(ConsentKind.OPTED_IN);
        correspondence.reply(tess, conversation, "Welcome back", "r5");
        leave();
        assertThat(airwaves.callsTo(nia).getLast().body()).isEqualTo("Welcome back");
    }

    @Test
    void rule_6_a_provider_that_knows_of_an_opt_out_is_believed() throws Exception {
        airwaves.when(nia, text -> new Outcome.Never("21610"));
        ConversationId conversation = pulled(tess, campaign());
        first(tess, conversation, "r");
        leave();

        assertThat(consents.of(here, nia).orElseThrow().consent()).isEqualTo(ConsentKind.OPTED_OUT);
        assertThat(conversations.get(ora, conversation).state()).isEqualTo(ConversationState.CLOSED);
    }

    @Test
    void rule_6_a_stop_at_the_same_moment_as_a_send_crosses_without_harm() throws Exception {
        ConversationId conversation = texted();
        hear("Hm");
        for (int round = 0; round < 10; round++) {
            String id = "SM" + Id.next();
            String request = "race-" + round;
            List<Callable<Boolean>> both = new ArrayList<>();
            both.add(() -> deliver(inbound(id, "STOP"), token()) == 204);
            both.add(() -> {
                try {
                    outcomes.optOut(tess, conversation);
                } catch (Problem late) {
                    return true;
                }
                return true;
            });
            both.add(() -> {
                try {
                    correspondence.reply(tess, conversation, "Late " + request, request);
                } catch (Problem late) {
                    return true;
                }
                return true;
            });
            assertThat(AtOnce.all(both)).containsOnly(true);
            leave();
            assertThat(consents.of(here, nia).orElseThrow().consent()).isEqualTo(ConsentKind.OPTED_OUT);
            assertThat(airwaves.callsTo(nia)).extracting(Handover::body).doesNotContain("Late " + request);
            hear("START");
            hear("Hm " + round);
        }
    }

    @Test
    void rule_7_no_text_leaves_outside_the_recipients_hours_but_the_two_answers() throws Exception {
        ConversationId conversation = texted();
        hear("Yes");
        clock.set(Instant.parse("2026-10-14T05:00:00Z"));
        Text late = correspondence.reply(tess, conversation, "See you", "r");
        leave();
        assertThat(state(late)).isEqualTo(MessageState.HELD);
        assertThat(texts.find(here, late.messageId()).orElseThrow().dueAt())
                .contains(Instant.parse("2026-10-14T16:00:00Z"));

        hear("HELP");
        leave();
        assertThat(airwaves.callsTo(nia)).hasSize(2);

        clock.set(Instant.parse("2026-10-14T16:00:01Z"));
        leave();
        assertThat(airwaves.callsTo(nia).getLast().body()).isEqualTo("See you");

        // Queued in time, claimed too late.
        clock.set(Instant.parse("2026-10-15T03:29:58Z"));
        hear("Really?");
        Text slow = correspondence.reply(tess, conversation, "Really", "r2");
        clock.tick(Duration.ofSeconds(10));
        outbox.drain();
        assertThat(state(slow)).isEqualTo(MessageState.HELD);
        assertThat(airwaves.callsTo(nia)).hasSize(3);
    }

    @Test
    void rule_8_a_texter_reaches_only_what_they_hold() throws Exception {
        ConversationId conversation = texted();
        hear("Yes");
        Actor program = new Actor.Token(here, new ApiTokenId(Id.next()), new Scopes(Set.of(Permission.TEXT)));
        for (Actor stranger : List.of(tom, program)) {
            for (ThrowingCallable way : ways(stranger, conversation)) {
                assertThatThrownBy(way).isInstanceOfAny(Problem.Missing.class, Problem.Refused.class);
            }
        }
        assertThatThrownBy(() -> conversations.reveal(tess, conversation)).isInstanceOf(Problem.Refused.class);
        assertThat(desk.open(tess, conversation).maskedNumber()).contains("•");
        conversations.reveal(ora, conversation);
        assertThat(db.fetchOne(
                                "select count(*) from audit_log where organization_id = ? and actor_id = ? and subject_id = ?",
                                here.value(),
                                ora.memberId().value(),
                                conversation.value())
                        .get(0, int.class))
                .isEqualTo(1);
    }

    @Test
    void rule_9_an_organizations_rows_are_reachable_through_it_alone() throws Exception {
        ConversationId conversation = texted();
        hear("Yes");
        OrganizationId there = organizations.found("Others " + Id.next(), "US", ZoneId.of("America/Chicago"), true);
        Actor.Member spy = new NewOrganization(there, db).member(Role.ADMIN);
        for (ThrowingCallable way : ways(spy, conversation)) {
            assertThatThrownBy(way).isInstanceOf(Problem.Missing.class);
        }
        CampaignId campaign = conversations.get(ora, conversation).campaign().orElseThrow();
        var ours = campaigns.get(ora, campaign);
        var draft = CampaignDraft.of(ours);
        List<ThrowingCallable> ways = List.of(
                () -> campaigns.get(spy, campaign),
                () -> campaigns.change(spy, campaign, draft),
                () -> campaigns.start(spy, campaign),
                () -> campaigns.pause(spy, campaign, ""),
                () -> campaigns.end(spy, campaign),
                () -> campaignTexters.add(spy, campaign, List.of(spy.memberId())),
                () -> campaignTexters.remove(spy, campaign, tess.memberId()),
                () -> campaigns.make(spy, draft),
                () -> assignments.handOut(spy, campaign, tess.memberId(), 1),
                () -> assignments.pull(spy, campaign),
                () -> scripts.get(spy, ours.script().orElseThrow()),
                () -> turfs.get(spy, ours.turf().orElseThrow()),
                () -> turfs.counted(spy, ours.turf().orElseThrow()),
                () -> supporters.get(spy, niasId),
                () -> supporters.erase(spy, niasId),
                () -> supporters.note(spy, niasId, "mine"),
                () -> supporters.revealed(spy, niasId),
                () -> supporters.detachPhone(spy, niasId, nia),
                () -> senders.rotateToken(spy, sender.senderId(), "0123456789abcdef"),
                () -> senders.resume(spy, sender.senderId()),
                () -> senders.trouble(spy, sender.senderId()),
                () -> actions.record(spy, action(niasId, ActionType.SIGNED, 0)));
        for (ThrowingCallable way : ways) {
            assertThatThrownBy(way).isInstanceOfAny(Problem.Missing.class, Problem.Invalid.class);
        }
        // Our organizer cannot slip theirs in either.
        assertThatThrownBy(() -> conversations.give(ora, conversation, spy.memberId()))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> campaignTexters.add(ora, campaign, List.of(spy.memberId())))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> turfs.give(ora, ours.turf().orElseThrow(), Optional.of(spy.memberId())))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> turfs.list(spy, "Stolen", List.of(niasId))).isInstanceOf(Problem.Invalid.class);
        assertThat(supporters.byPhone(spy, nia)).isEmpty();
        assertThat(supporters.all(there, List.of(niasId))).isEmpty();
        supporters.tag(spy, List.of(niasId), "theirs");
        assertThat(supporters.get(ora, niasId).tags()).isEmpty();
        assertThat(texts.exchanged(there, nia, Optional.empty(), 10)).isEmpty();

        // A webhook signed by them that names our number.
        String theirs = senders.simulatedToken(
                        senders.usual(there).orElseThrow().accountSid())
                .orElseThrow();
        assertThat(deliver(inbound("SM" + Id.next(), "STOP"), theirs)).isEqualTo(403);
        assertThat(consents.of(here, nia).orElseThrow().consent()).isEqualTo(ConsentKind.OPTED_IN);
    }

    @Test
    void rule_9_a_text_between_two_numbers_of_one_account_belongs_to_whom_it_was_sent_to() throws Exception {
        NewOrganization sisters = NewOrganization.with(db);
        // In the order of addresses theirs comes after ours, and so before it when the greater one wins.
        String theirNumber = "+19995550199";
        db.execute(
                "insert into senders (sender_id, organization_id, gateway, account_sid, address, token_sealed, created_at)"
                        + " select ?, ?, gateway, account_sid, ?, token_sealed, created_at from senders where sender_id = ?",
                Id.next(),
                sisters.organizationId().value(),
                theirNumber,
                sender.senderId().value());
        Map<String, String> text = inbound("SM" + Id.next(), "Hello, sisters");
        text.put("From", theirNumber);

        assertThat(deliver(text, token())).isEqualTo(204);

        assertThat(texts.exchanged(here, new PhoneNumber(theirNumber), Optional.empty(), 10))
                .hasSize(1);
    }

    @Test
    void rule_10_any_order_of_arrival_gives_the_same_standing() {
        var drafts = List.of(ActionType.SIGNED, ActionType.RSVPED, ActionType.ATTENDED, ActionType.RECRUITED);
        SupporterId forwards = known("Fay", Phones.fresh());
        SupporterId backwards = known("Bea", Phones.fresh());
        for (int i = 0; i < drafts.size(); i++) {
            actions.record(ora, action(forwards, drafts.get(i), 40 - i));
            int last = drafts.size() - 1 - i;
            actions.record(ora, action(backwards, drafts.get(last), 40 - last));
        }
        assertThat(place(backwards)).isEqualTo(place(forwards));

        var wrong = actions.record(ora, action(forwards, ActionType.ATTENDED, 1));
        var also = actions.record(ora, action(backwards, ActionType.ATTENDED, 1));
        actions.voidAction(ora, wrong, "Somebody else");
        actions.voidAction(ora, also, "Somebody else");
        assertThat(place(backwards)).isEqualTo(place(forwards));
        assertThatThrownBy(() -> actions.voidAction(ora, also, " ")).isInstanceOf(Problem.class);
        assertThat(db.fetchOne(
                                "select count(*) from actions where supporter_id = ? and voided_at is not null",
                                backwards.value())
                        .get(0, int.class))
                .isEqualTo(1);
    }

    private List<ThrowingCallable> ways(Actor actor, ConversationId conversation) {
        return List.of(
                () -> conversations.get(actor, conversation),
                () -> desk.open(actor, conversation),
                () -> correspondence.sendFirst(actor, conversation, "Hi", "x1"),
                () -> correspondence.reply(actor, conversation, "Hi", "x2"),
                () -> correspondence.send(actor, conversation, "Hi", "x3"),
                () -> outcomes.answer(actor, conversation, "coming", "yes"),
                () -> skips.skip(actor, conversation, Skip.of(SkipReason.NOT_NOW)),
                () -> outcomes.done(actor, conversation),
                () -> outcomes.reopen(actor, conversation),
                () -> outcomes.optOut(actor, conversation),
                () -> outcomes.wrongNumber(actor, conversation),
                () -> outcomes.tag(actor, conversation, "x"),
                () -> outcomes.untag(actor, conversation, "x"),
                () -> outcomes.note(actor, conversation, "x"),
                () -> correspondence.saveDraft(actor, conversation, "x"),
                () -> outcomes.ignoreSuggestion(actor, conversation),
                () -> conversations.reveal(actor, conversation),
                () -> conversations.give(actor, conversation, actor.member().orElse(tom.memberId())));
    }

    private SupporterId known(String name, PhoneNumber phone) {
        SupporterId made = supporters
                .upsert(ora, List.of(SupporterDraft.of(name, "Adeyemi", phone)), Optional.empty())
                .getFirst()
                .supporterId();
        consents.record(ground.system(), phone, ConsentKind.OPTED_IN, ConsentSource.REPLY, "JOIN", clock.instant());
        return made;
    }

    private CampaignId campaign() {
        var script = scripts.write(ora, "Turnout " + Id.next(), Scripted.good());
        var turf = turfs.list(
                ora,
                "Nia " + Id.next(),
                supporters.byPhone(ora, nia).stream()
                        .map(one -> one.supporterId())
                        .toList());
        var made = campaigns.make(
                ora,
                new CampaignDraft(
                        "Turnout",
                        Optional.of(turf),
                        Optional.of(script),
                        Optional.empty(),
                        LocalTime.of(9, 0),
                        LocalTime.of(20, 30),
                        50,
                        25,
                        60,
                        true));
        campaignTexters.add(ora, made, List.of(tess.memberId(), tom.memberId()));
        campaigns.start(ora, made);
        return made;
    }

    private ConversationId pulled(Actor.Member texter, CampaignId campaign) {
        assignments.pull(texter, campaign);
        return desk.cards(texter, campaign, Set.of(), 10).getFirst().conversationId();
    }

    private ConversationId unasked(CampaignId campaign) {
        return conversations
                .page(ora, ofCampaign(campaign), Page.Wanted.first(1))
                .rows()
                .getFirst()
                .conversationId();
    }

    private static ConversationFilter ofCampaign(CampaignId campaign) {
        return new ConversationFilter(
                Optional.of(campaign), Optional.empty(), Optional.empty(), ConversationFilter.Among.ALL);
    }

    private ConversationId texted() throws Exception {
        ConversationId conversation = pulled(tess, campaign());
        first(tess, conversation, "first");
        leave();
        return conversation;
    }

    private Text first(Actor.Member texter, ConversationId conversation, String request) {
        return correspondence.sendFirst(texter, conversation, "Hi Nia, will you come? Reply STOP to end", request);
    }

    /** What is due after the time for taking it back leaves. */
    private void leave() throws Exception {
        clock.tick(Duration.ofSeconds(10));
        outbox.drain();
    }

    private void hear(String words) throws Exception {
        clock.tick(Duration.ofSeconds(1));
        assertThat(deliver(inbound("SM" + Id.next(), words), token())).isEqualTo(204);
    }

    private MessageState state(Text text) {
        return texts.find(here, text.messageId()).orElseThrow().state();
    }

    private ActionDraft action(SupporterId who, ActionType type, int daysAgo) {
        return new ActionDraft(
                who,
                type,
                1,
                Optional.empty(),
                Verification.HUMAN,
                clock.instant().minus(Duration.ofDays(daysAgo)),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty());
    }

    private List<Object> place(SupporterId who) {
        return standings.of(ora, who).stream()
                .<Object>map(standing -> List.of(standing.kind(), standing.position(), standing.highest()))
                .toList();
    }

    private String token() {
        return senders.simulatedToken(sender.accountSid()).orElseThrow();
    }

    private Map<String, String> inbound(String id, String body) {
        return new TreeMap<>(Map.of(
                "MessageSid",
                id,
                "AccountSid",
                sender.accountSid(),
                "From",
                nia.text(),
                "To",
                sender.address(),
                "Body",
                body,
                "NumMedia",
                "0"));
    }

    private int deliver(Map<String, String> fields, String signedWith) throws Exception {
        String path = "/hooks/twilio/inbound";
        return door.perform(post(URI.create(path))
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content(fields.entrySet().stream()
                                .map(field -> field.getKey() + "="
                                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&")))
                        .header("X-Twilio-Signature", TwilioSignature.of(signedWith, WORLD + path, new Form(fields))))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
