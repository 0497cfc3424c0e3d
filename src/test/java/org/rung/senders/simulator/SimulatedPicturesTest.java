package org.rung.senders.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Organizations;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Role;
import org.rung.media.Attachments;
import org.rung.media.Drawn;
import org.rung.media.Pictures;
import org.rung.senders.Sender;
import org.rung.senders.Senders;
import org.rung.settings.RungSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.WebApplicationContext;

/** The simulated provider does with pictures what Twilio does, over real connections to this house. */
@RungTest
class SimulatedPicturesTest {
    @Autowired
    Organizations organizations;

    @Autowired
    Senders senders;

    @Autowired
    Pictures pictures;

    @Autowired
    Attachments attachments;

    @Autowired
    RungSettings settings;

    @Autowired
    WebApplicationContext web;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    private SimulatedTextStore texts;
    private SimulatedFileStore files;
    private HouseDoor house;
    private SimulatedNetwork network;
    private SimulatedFiles door;
    private OrganizationId here;
    private Sender sender;
    private String token;
    private PhoneNumber nia;

    @BeforeEach
    void a_simulated_provider() throws IOException {
        clock.set(TestClock.TUESDAY_NOON);
        texts = new SimulatedTextStore(db);
        files = new SimulatedFileStore(db);
        house = new HouseDoor(web);
        network = new SimulatedNetwork(
                texts,
                files,
                settings,
                new MockEnvironment().withProperty("local.server.port", Integer.toString(house.port())),
                clock,
                100);
        door = new SimulatedFiles(new SimulatedKeys(senders), files);
        here = organizations.found("Neighbors", "US", ZoneId.of("America/New_York"), true);
        sender = senders.usual(here).orElseThrow();
        token = senders.simulatedToken(sender.accountSid()).orElseThrow();
        // Some numbers are out of service for life.
        nia = Stream.generate(Phones::fresh)
                .filter(phone -> Temper.of(phone).errorCode().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void it_closes() {
        network.destroy();
        house.close();
    }

    @Test
    void it_fetches_what_leaves_with_a_text_at_the_signed_address() {
        var tess = new NewOrganization(here, db).member(Role.TEXTER);
        var flyer = pictures.offer(tess, "flyer.jpg", Drawn.picture("jpeg", 60, 40, 9));
        var text = new MessageId(Id.next());
        attachments.sent(here, text, nia, pictures.chosen(tess, List.of(flyer.attachmentId())));
        URI address = attachments.addresses(List.of(text)).get(text).getFirst();

        SimulatedText carried = carried(List.of(address.toString()));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(status(carried).errorCode()).isEmpty());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(files.of(List.of(carried.sid())).getOrDefault(carried.sid(), List.of()))
                        .singleElement()
                        .satisfies(file -> {
                            assertThat(file.type()).isEqualTo("image/jpeg");
                            assertThat(file.content()).startsWith(0xFF, 0xD8);
                        }));
    }

    @Test
    void an_address_that_was_tampered_with_fails_as_at_twilio() {
        SimulatedText carried = carried(List.of(settings.publicUrl() + "/media/out/0QKDP6Y8R9T3V/9999999999/nonsense"));

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(status(carried).status()).isEqualTo("failed");
            assertThat(status(carried).errorCode()).contains("11200");
        });
    }

    @Test
    void a_phones_picture_comes_through_the_webhook_and_lies_there_for_whoever_has_the_keys_until_it_is_deleted() {
        byte[] picture = Drawn.picture("png", 30, 30, 2);
        network.say(
                sender.accountSid(),
                sender.address(),
                nia,
                token,
                "",
                List.of(new SimulatedNetwork.Sent("image/png", picture)));

        SimulatedText said =
                texts.latest(sender.accountSid(), Optional.of(nia), 1).getFirst();
        String url = String.valueOf(
                db.fetchValue("select provider_url from attachments where organization_id = ?", here.value()));
        String file = url.substring(url.lastIndexOf('/') + 1);
        assertThat(url).contains("/Messages/" + said.sid() + "/Media/ME");

        var asked = new MockHttpServletRequest();
        asked.setRemoteAddr("127.0.0.1");
        assertThat(door.get(sender.accountSid(), said.sid(), file, asked)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
        assertThat(door.delete(sender.accountSid(), said.sid(), file, asked)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
        asked.addHeader(
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString((sender.accountSid() + ":" + token).getBytes(StandardCharsets.UTF_8)));
        assertThat(door.get(sender.accountSid(), "SMother", file, asked)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        var sentOn = door.get(sender.accountSid(), said.sid(), file, asked);
        assertThat(sentOn.getStatusCode().value()).isEqualTo(307);
        String word = String.valueOf(sentOn.getHeaders().getLocation()).replaceAll(".*/", "");
        assertThat(door.content(word).getBody()).isEqualTo(picture);
        assertThat(door.content(word).getStatusCode().value()).isEqualTo(404);

        assertThat(door.delete(sender.accountSid(), said.sid(), file, asked)
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        assertThat(door.get(sender.accountSid(), said.sid(), file, asked)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    private SimulatedText carried(List<String> media) {
        var text = new SimulatedText(
                SimulatedNetwork.newSid(),
                sender.accountSid(),
                nia,
                sender.address(),
                true,
                "Here it is",
                "queued",
                Optional.empty(),
                clock.instant());
        texts.add(text);
        network.carry(text, token, Optional.empty(), media);
        return text;
    }

    private SimulatedText status(SimulatedText text) {
        return texts.find(text.accountSid(), text.sid()).orElseThrow();
    }
}
