package org.rung.senders.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Organizations;
import org.rung.cast.Announcements;
import org.rung.cast.AtOnce;
import org.rung.cast.Neighbor;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Role;
import org.rung.consent.ConsentKind;
import org.rung.consent.Consents;
import org.rung.messaging.SoftWords;
import org.rung.messaging.TextArrived;
import org.rung.messaging.Texts;
import org.rung.messaging.TextsArrived;
import org.rung.senders.Meaning;
import org.rung.senders.Sender;
import org.rung.senders.Senders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@RungTest
class TwilioHooksTest {
    private static final String WORLD = "http://localhost:8080";

    @Autowired
    WebApplicationContext web;

    @Autowired
    ApplicationContext house;

    @Autowired
    DSLContext db;

    @Autowired
    Organizations organizations;

    @Autowired
    Senders senders;

    @Autowired
    Texts texts;

    @Autowired
    Consents consents;

    @Autowired
    Announcements announcements;

    @Autowired
    TestClock clock;

    MockMvc door;
    OrganizationId here;
    Sender sender;
    String token;
    PhoneNumber nia;

    @BeforeEach
    void an_organization_with_a_number() {
        door = MockMvcBuilders.webAppContextSetup(web).apply(springSecurity()).build();
        here = organizations.found("Neighbors", "US", ZoneId.of("America/New_York"), true);
        sender = senders.usual(here).orElseThrow();
        token = senders.simulatedToken(sender.accountSid()).orElseThrow();
        nia = Phones.fresh();
    }

    @Test
    void twilios_own_example_of_a_signature() {
        Form form = new Form(Map.of(
                "Digits", "1234",
                "CallSid", "CA1234567890ABCDE",
                "To", "+18005551212",
                "Caller", "+14158675309",
                "From", "+14158675309"));

        assertThat(TwilioSignature.of("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", form))
                .isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    @Test
    void a_genuine_text_is_stored_once_however_often_it_comes() throws Exception {
        Map<String, String> text = inbound("SM" + Id.next(), "Yes! I'm in & happy, ¿dónde?");

        assertThat(deliver(text, token)).isEqualTo(204);
        assertThat(deliver(text, token)).isEqualTo(204);

        assertThat(stored()).isEqualTo(1);
        assertThat(arrivals()).singleElement().satisfies(arrived -> {
            assertThat(arrived.body()).isEqualTo("Yes! I'm in & happy, ¿dónde?");
            assertThat(arrived.meaning()).isEqualTo(Meaning.PLAIN);
        });
    }

    @Test
    void the_same_text_delivered_by_eight_at_once_is_handled_once() throws Exception {
        Map<String, String> text = inbound("SM" + Id.next(), "STOP");
        List<Callable<Integer>> deliveries = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(i -> () -> deliver(text, token))
                .toList();

        assertThat(AtOnce.all(deliveries)).containsOnly(204);
        assertThat(stored()).isEqualTo(1);
        assertThat(new Neighbor(house, here, nia).received()).hasSize(1);
    }

    @Test
    void a_forged_text_is_refused_and_leaves_no_trace() throws Exception {
        Map<String, String> text = inbound("SM" + Id.next(), "STOP");
        String signature = TwilioSignature.of(token, WORLD + "/hooks/twilio/inbound", new Form(text));
        text.put("Body", "START");

        assertThat(deliver(text, "not-the-token")).isEqualTo(403);
        assertThat(deliver("/hooks/twilio/inbound", text, signature)).isEqualTo(403);
        assertThat(deliver("/hooks/twilio/inbound", text, "")).isEqualTo(403);
        assertThat(deliver("/hooks/twilio/inbound?Body=STOP", text, signature)).isEqualTo(403);
        assertThat(stored()).isZero();
    }

    @Test
    void another_tenants_account_cannot_speak_for_this_one() throws Exception {
        OrganizationId next = organizations.found("Others", "US", ZoneId.of("America/New_York"), true);
        Sender theirs = senders.usual(next).orElseThrow();
        String theirToken = senders.simulatedToken(theirs.accountSid()).orElseThrow();
        Map<String, String> text = inbound("SM" + Id.next(), "STOP");

        assertThat(deliver(text, theirToken)).isEqualTo(403);
        text.put("AccountSid", theirs.accountSid());
        assertThat(deliver(text, theirToken)).isEqualTo(404);
        assertThat(stored()).isZero();
    }

    @Test
    void an_unknown_number_is_not_found() throws Exception {
        Map<String, String> text = inbound("SM" + Id.next(), "hello");
        text.put("To", "+12125550199");

        assertThat(deliver(text, token)).isEqualTo(404);
    }

    @Test
    void the_token_before_the_last_change_still_signs() throws Exception {
        Actor.Member ora = new NewOrganization(here, db).member(Role.ADMIN);
        senders.rotateToken(ora, sender.senderId(), "a-new-token-0123456789");

        assertThat(deliver(inbound("SM" + Id.next(), "one"), token)).isEqualTo(204);
        assertThat(deliver(inbound("SM" + Id.next(), "two"), "a-new-token-0123456789"))
                .isEqualTo(204);
        senders.rotateToken(ora, sender.senderId(), "the-newest-token-0123456789");
        assertThat(deliver(inbound("SM" + Id.next(), "three"), token)).isEqualTo(403);
    }

    @Test
    void stop_is_obeyed_where_it_is_heard_and_start_takes_it_back() throws Exception {
        deliver(inbound("SM" + Id.next(), " Stop! "), token);
        assertThat(stands()).contains(ConsentKind.OPTED_OUT);
        clock.tick(Duration.ofSeconds(1));
        deliver(inbound("SM" + Id.next(), "START"), token);
        assertThat(stands()).contains(ConsentKind.OPTED_IN);
    }

    @Test
    void yes_opts_in_again_only_after_our_confirmation() throws Exception {
        deliver(inbound("SM" + Id.next(), "YES"), token);
        assertThat(stands()).isEmpty();
        deliver(inbound("SM" + Id.next(), "STOP"), token);
        clock.tick(Duration.ofSeconds(1));
        deliver(inbound("SM" + Id.next(), "Yes"), token);
        assertThat(stands()).contains(ConsentKind.OPTED_IN);
    }

    @Test
    void a_sentence_with_stop_in_it_only_suggests() throws Exception {
        deliver(inbound("SM" + Id.next(), "we have to STOP this bill"), token);

        assertThat(stands()).isEmpty();
        assertThat(arrivals()).singleElement().satisfies(arrived -> {
            assertThat(arrived.meaning()).isEqualTo(Meaning.PLAIN);
            assertThat(arrived.soft()).contains(SoftWords.OPT_OUT);
        });
    }

    @Test
    void help_is_answered_once_a_minute() throws Exception {
        deliver(inbound("SM" + Id.next(), "HELP"), token);
        deliver(inbound("SM" + Id.next(), "help"), token);

        assertThat(new Neighbor(house, here, nia).received())
                .singleElement()
                .asString()
                .contains("Neighbors");
    }

    @Test
    void where_the_provider_answers_stop_we_do_not() throws Exception {
        senders.letProviderAnswerStop(new NewOrganization(here, db).member(Role.ADMIN), sender.senderId(), true);
        Map<String, String> text = inbound("SM" + Id.next(), "no more please");
        text.put("OptOutType", "STOP");
        deliver(text, token);

        assertThat(stands()).contains(ConsentKind.OPTED_OUT);
        assertThat(new Neighbor(house, here, nia).received()).isEmpty();
    }

    private Map<String, String> inbound(String id, String body) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("MessageSid", id);
        fields.put("AccountSid", sender.accountSid());
        fields.put("From", nia.text());
        fields.put("To", sender.address());
        fields.put("Body", body);
        fields.put("NumMedia", "0");
        return fields;
    }

    private int deliver(Map<String, String> fields, String signedWith) throws Exception {
        String path = "/hooks/twilio/inbound";
        return deliver(path, fields, TwilioSignature.of(signedWith, WORLD + path, new Form(fields)));
    }

    private int deliver(String path, Map<String, String> fields, String signature) throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return door.perform(post(URI.create(path))
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content(body)
                        .header("X-Twilio-Signature", signature))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private int stored() {
        return db.fetchSingle(
                        "select count(*) from messages where organization_id = ? and direction = 'IN'", here.value())
                .get(0, Integer.class);
    }

    private Optional<ConsentKind> stands() {
        return consents.of(here, nia).map(consent -> consent.consent());
    }

    private List<TextArrived> arrivals() {
        return announcements.of(TextsArrived.class).stream()
                .flatMap(arrived -> arrived.texts().stream())
                .filter(arrived -> arrived.organizationId().equals(here))
                .toList();
    }
}
