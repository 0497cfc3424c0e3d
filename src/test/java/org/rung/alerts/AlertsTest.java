package org.rung.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Secrets;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.help.Help;
import org.rung.help.HelpDraft;
import org.rung.help.HelpReason;
import org.rung.help.Helpers;
import org.rung.help.Whom;
import org.rung.notices.Post;
import org.rung.people.Supporters;
import org.rung.settings.RungSettings;
import org.rung.teams.TeamDraft;
import org.rung.teams.Teams;
import org.rung.texting.ConversationId;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@RungTest
class AlertsTest {
    /** A Tuesday, 13:00 in New York. */
    private static final Instant NOON = Instant.parse("2026-11-24T18:00:00Z");

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    @Autowired
    ChosenStore chosen;

    @Autowired
    WaitingStore waiting;

    @Autowired
    PushKeyStore keyStore;

    @Autowired
    PushKeys keys;

    @Autowired
    Secrets secrets;

    @Autowired
    RungSettings settings;

    @Autowired
    JsonMapper json;

    @Autowired
    Supporters supporters;

    @Autowired
    Helpers helpers;

    @Autowired
    Help help;

    @Autowired
    Teams teams;

    private FakePushService service;
    private SleepingBrowser browser;
    private GreenMail mail;
    private Alerting alerting;
    private Alerts alerts;
    private NewOrganization here;
    private Actor.Member tess;

    @BeforeEach
    void tess_texts() throws IOException, GeneralSecurityException {
        clock.set(NOON);
        service = new FakePushService();
        browser = new SleepingBrowser();
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        var post = post("smtp://127.0.0.1:" + mail.getSmtp().getPort());
        var services = new PushServices(service.address());
        alerting = new Alerting(
                waiting, chosen, helpers, keys, new Pushes(services, settings), post, settings, json, clock);
        alerts = new Alerts(chosen, services, keys, alerting, post, clock);
        here = NewOrganization.with(db);
        db.execute(
                "update organizations set zone = 'America/New_York' where organization_id = ?",
                here.organizationId().value());
        tess = here.member(Role.TEXTER);
        // What other tests left waiting is not hers.
        alerting.tell();
        service.taken.clear();
    }

    @AfterEach
    void close() {
        service.close();
        mail.stop();
    }

    @Test
    void a_reply_wakes_the_browser_that_asked_with_words_that_only_it_can_read() throws GeneralSecurityException {
        listens(tess);
        aReplyWaits(tess);

        alerting.tell();

        assertThat(service.taken).hasSize(1);
        var taken = service.taken.getFirst();
        var words = json.readTree(browser.read(taken.body()));
        assertThat(words.get("title").asString()).isEqualTo("A reply waits for you");
        assertThat(words.get("count").asInt()).isEqualTo(1);
        assertThat(words.get("path").asString()).isEqualTo("/replies");
        assertThat(taken.headers().get("Content-encoding")).containsExactly("aes128gcm");
        assertThat(taken.headers().get("Authorization").getFirst())
                .startsWith("vapid t=")
                .contains(publicKey());
    }

    @Test
    void what_was_told_is_not_told_again_and_two_replies_are_one_push() throws GeneralSecurityException {
        listens(tess);
        aReplyWaits(tess);
        alerting.tell();
        alerting.tell();
        assertThat(service.taken).hasSize(1);

        clock.tick(Duration.ofMinutes(1));
        aReplyWaits(tess);
        aReplyWaits(tess);
        alerting.tell();

        assertThat(service.taken).hasSize(2);
        assertThat(json.readTree(browser.read(service.taken.getLast().body()))
                        .get("count")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void what_waited_before_one_began_to_listen_and_what_is_answered_wakes_nobody() {
        aReplyWaits(tess);
        clock.tick(Duration.ofMinutes(1));
        listens(tess);
        alerting.tell();
        assertThat(service.taken).isEmpty();

        clock.tick(Duration.ofMinutes(1));
        long answered = aReplyWaits(tess);
        db.execute(
                "update conversations set waiting_since_at = null, state = 'AWAITING_REPLY' where conversation_id = ?",
                answered);
        alerting.tell();
        assertThat(service.taken).isEmpty();
    }

    @Test
    void in_quiet_times_nothing_is_told_and_afterwards_it_is() {
        listens(tess);
        alerts.choose(
                tess, new AlertChoices(false, Optional.of(new QuietTimes(LocalTime.of(22, 0), LocalTime.of(8, 0)))));
        clock.set(NOON.atZone(NEW_YORK).with(LocalTime.of(23, 30)).toInstant());
        aReplyWaits(tess);
        alerting.tell();
        clock.tick(Duration.ofHours(8));
        alerting.tell();
        assertThat(service.taken).isEmpty();

        clock.tick(Duration.ofMinutes(31));
        alerting.tell();
        assertThat(service.taken).hasSize(1);
    }

    @Test
    void whoever_is_suspended_hears_nothing_and_a_browser_belongs_to_whoever_asked_last() {
        listens(tess);
        var theo = here.member(Role.TEXTER);
        listens(theo);
        aReplyWaits(tess);
        alerting.tell();
        assertThat(service.taken).isEmpty();

        db.execute(
                "update members set suspended_at = now(6) where member_id = ?",
                theo.memberId().value());
        aReplyWaits(theo);
        alerting.tell();
        assertThat(service.taken).isEmpty();
    }

    @Test
    void a_browser_that_is_gone_is_forgotten_and_one_that_fails_is_kept_for_a_while() {
        listens(tess);
        service.answers(503);
        aReplyWaits(tess);
        alerting.tell();
        assertThat(alerts.listens(tess)).isTrue();

        service.answers(410);
        clock.tick(Duration.ofMinutes(1));
        aReplyWaits(tess);
        alerting.tell();
        assertThat(alerts.listens(tess)).isFalse();
    }

    @Test
    void rung_calls_no_address_that_is_no_push_service() {
        for (var address : List.of(
                "http://127.0.0.1:1/x",
                "https://127.0.0.1/x",
                "https://169.254.169.254/latest",
                "https://fcm.googleapis.com.evil.example/x",
                "https://fcm.googleapis.com@evil.example/x",
                "https://user@fcm.googleapis.com/x",
                "http://fcm.googleapis.com/x",
                "https://fcm.googleapis.com:8443/x",
                service.address() + "0/x")) {
            assertThatThrownBy(() -> alerts.subscribe(tess, browser.at(address)))
                    .as(address)
                    .isInstanceOf(Problem.Invalid.class);
        }
        for (var address : List.of(
                "https://fcm.googleapis.com/fcm/send/abc",
                "https://updates.push.services.mozilla.com/wpush/v2/abc",
                "https://web.push.apple.com/abc",
                "https://wns2-par02p.notify.windows.com/w/?token=abc")) {
            alerts.subscribe(tess, browser.at(address));
        }
        assertThat(service.taken).isEmpty();
    }

    @Test
    void nonsense_is_no_subscription() {
        assertThatThrownBy(() -> PushSubscription.of("https://fcm.googleapis.com/x", "AAAA", "AAAA"))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> PushSubscription.of("not an address", "AAAA", "AAAA"))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void nobody_turns_off_a_browser_of_another_organization() {
        listens(tess);
        var stranger = NewOrganization.with(db).member(Role.TEXTER);
        alerts.unsubscribe(stranger, service.address() + "/tess");
        assertThat(alerts.listens(tess)).isTrue();
        alerts.unsubscribe(tess, service.address() + "/tess");
        assertThat(alerts.listens(tess)).isFalse();
    }

    @Test
    void replies_that_wait_for_hours_are_told_by_mail_once_a_day_and_only_to_who_asked() throws Exception {
        aReplyWaits(tess);
        clock.tick(Duration.ofHours(4));
        alerting.digest();
        assertThat(letters()).isEmpty();

        alerts.choose(tess, new AlertChoices(true, Optional.empty()));
        alerting.digest();
        alerting.digest();
        assertThat(letters()).hasSize(1);
        assertThat(String.valueOf(letters().getFirst().getContent()))
                .contains("/replies")
                .doesNotContain("Nia");

        clock.tick(Duration.ofHours(21));
        alerting.digest();
        assertThat(letters()).hasSize(2);
    }

    @Test
    void a_mail_that_does_not_leave_is_written_again() throws Exception {
        alerts.choose(tess, new AlertChoices(true, Optional.empty()));
        aReplyWaits(tess);
        clock.tick(Duration.ofHours(4));
        mail.stop();
        alerting.digest();
        mail.start();
        new Alerting(
                        waiting,
                        chosen,
                        helpers,
                        keys,
                        new Pushes(new PushServices(""), settings),
                        post("smtp://127.0.0.1:" + mail.getSmtp().getPort()),
                        settings,
                        json,
                        clock)
                .digest();
        assertThat(letters()).hasSize(1);
    }

    @Test
    void the_private_key_is_sealed_and_another_server_finds_the_same_pair() {
        var other = new PushKeys(keyStore, secrets, clock);
        assertThat(other.publicKey()).isEqualTo(keys.publicKey());
        assertThat(keyStore.find().orElseThrow().privateSealed()).startsWith(secrets.beginning());
    }

    @Test
    void quiet_times_go_over_midnight_and_not_nowhere() {
        var night = new QuietTimes(LocalTime.of(22, 0), LocalTime.of(8, 0));
        assertThat(night.holds(LocalTime.of(22, 0))).isTrue();
        assertThat(night.holds(LocalTime.of(7, 59))).isTrue();
        assertThat(night.holds(LocalTime.of(8, 0))).isFalse();
        var noon = new QuietTimes(LocalTime.of(12, 0), LocalTime.of(13, 0));
        assertThat(noon.holds(LocalTime.of(12, 30))).isTrue();
        assertThat(noon.holds(LocalTime.of(13, 0))).isFalse();
        assertThatThrownBy(() -> new QuietTimes(LocalTime.NOON, LocalTime.NOON)).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void whoever_may_help_is_told_once_that_a_texter_asks_and_of_nothing_else() throws GeneralSecurityException {
        var ora = here.member(Role.ORGANIZER);
        listens(ora);
        var asked = new ConversationId(aReplyWaits(tess));
        help.ask(tess, asked, new HelpDraft(HelpReason.ABUSE, "He threatens me", Optional.empty()));

        alerting.tell();
        alerting.tell();

        assertThat(service.taken).hasSize(1);
        String said = browser.read(service.taken.getFirst().body());
        assertThat(said).doesNotContain("threatens").doesNotContain("Nia");
        var words = json.readTree(said);
        assertThat(words.get("title").asString()).isEqualTo("A texter asks for your help");
        assertThat(words.get("count").asInt()).isEqualTo(1);
        assertThat(words.get("path").asString()).isEqualTo("/help");

        clock.tick(Duration.ofMinutes(1));
        aReplyWaits(ora);
        alerting.tell();
        words = json.readTree(browser.read(service.taken.getLast().body()));
        assertThat(words.get("title").asString()).isEqualTo("1 reply waits, and 1 texter asks for help");
        assertThat(words.get("count").asInt()).isEqualTo(2);
    }

    @Test
    void a_call_for_help_wakes_a_coordinator_too_keeps_quiet_times_and_is_over_once_somebody_has_taken_it() {
        var cory = here.member(Role.COORDINATOR);
        var ora = here.member(Role.ORGANIZER);
        listens(cory);
        alerts.choose(
                cory, new AlertChoices(false, Optional.of(new QuietTimes(LocalTime.of(12, 0), LocalTime.of(14, 0)))));
        var asked = new ConversationId(aReplyWaits(tess));
        help.ask(tess, asked, new HelpDraft(HelpReason.OTHER, "", Optional.empty()));
        alerting.tell();
        assertThat(service.taken).isEmpty();

        help.take(ora, asked, Optional.empty());
        clock.tick(Duration.ofHours(2));
        alerting.tell();
        assertThat(service.taken).isEmpty();

        var second = new ConversationId(aReplyWaits(tess));
        help.ask(tess, second, new HelpDraft(HelpReason.OTHER, "", Optional.empty()));
        alerting.tell();
        assertThat(service.taken).hasSize(1);
    }

    @Test
    void of_what_a_team_was_asked_its_lead_is_told_and_neither_an_organizer_nor_whoever_asks() {
        var lena = here.member(Role.TEXTER);
        var team = teams.make(
                here.member(Role.ORGANIZER),
                new TeamDraft("Tuesdays", Set.of(lena.memberId(), tess.memberId()), Set.of()));
        var asked = new ConversationId(aReplyWaits(tess));
        listens(here.member(Role.ORGANIZER));
        help.ask(tess, asked, new HelpDraft(HelpReason.OTHER, "", new Whom.OneTeam(team)));
        alerting.tell();
        assertThat(service.taken).isEmpty();

        alerts.subscribe(lena, browser.at(service.address() + "/lena"));
        alerts.subscribe(tess, browser.at(service.address() + "/tesss"));
        var second = new ConversationId(aReplyWaits(tess));
        help.ask(tess, second, new HelpDraft(HelpReason.OTHER, "", new Whom.OneTeam(team)));
        alerting.tell();
        assertThat(service.taken).hasSize(1);
    }

    private Post post(String url) {
        return new Post(url, "", settings);
    }

    private List<MimeMessage> letters() throws Exception {
        String address = tess.memberId().value() + "@example.org";
        var mine = new ArrayList<MimeMessage>();
        for (var letter : mail.getReceivedMessages()) {
            if (letter.getAllRecipients()[0].toString().equals(address)) mine.add(letter);
        }
        return mine;
    }

    private String publicKey() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(keys.pair().orElseThrow().getApplicationServerKey());
    }

    private void listens(Actor.Member member) {
        alerts.subscribe(member, browser.at(service.address() + "/tess"));
    }

    /** A conversation of hers with a reply that has just come in. */
    private long aReplyWaits(Actor.Member member) {
        clock.tick(Duration.ofSeconds(1));
        var phone = Phones.fresh();
        var nia = supporters.known(here.organizationId(), phone);
        long id = Id.next();
        db.execute(
                "insert into conversations (conversation_id, organization_id, supporter_id, phone, state, member_id,"
                        + " waiting_since_at, created_at) values (?, ?, ?, ?, 'NEEDS_RESPONSE', ?, ?, ?)",
                id,
                here.organizationId().value(),
                nia.value(),
                phone.text(),
                member.memberId().value(),
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        return id;
    }
}
