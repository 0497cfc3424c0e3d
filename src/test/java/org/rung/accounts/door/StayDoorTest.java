package org.rung.accounts.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.accounts.Organizations;
import org.rung.accounts.Seat;
import org.rung.accounts.devices.Devices;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Staying signed in, as a browser meets it. */
@RungTest
class StayDoorTest {
    private static final String PASSWORD = "four-words-are-enough";

    @Autowired
    WebApplicationContext house;

    @Autowired
    Organizations organizations;

    @Autowired
    Members members;

    @Autowired
    Devices devices;

    @Autowired
    TestClock clock;

    MockMvc door;
    OrganizationId here;
    Member dora;

    @BeforeEach
    void open() {
        clock.tick(Duration.ofHours(1));
        door = MockMvcBuilders.webAppContextSetup(house).apply(springSecurity()).build();
        here = organizations.found("Stay " + Id.next(), "US", ZoneId.of("America/Chicago"), false);
        dora = members.join(
                here, "Dora", "s" + Id.next() + "@example.org", Optional.of(PASSWORD), Roles.of(Role.TEXTER));
    }

    @Test
    void who_ticks_nothing_is_forgotten_with_the_session() throws Exception {
        assertThat(signIn(false).getCookie("rung-stay")).isNull();
        assertThat(devices.all(dora.accountId())).isEmpty();
    }

    @Test
    void who_ticks_the_box_keeps_what_no_script_reads_and_no_other_site_sends() throws Exception {
        var answer = signIn(true);

        assertThat(answer.getHeaders("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("rung-stay=")
                        .contains("Max-Age=2592000", "Path=/", "HttpOnly", "SameSite=Lax"));
        assertThat(devices.all(dora.accountId()))
                .singleElement()
                .satisfies(device -> assertThat(device.label()).isEqualTo("Firefox, Linux"));
    }

    @Test
    void a_browser_comes_back_without_a_session_and_sits_in_a_seat_that_can_be_ended() throws Exception {
        var session = new MockHttpSession();
        var planted = session.getId();

        var old = kept(signIn(true));
        var answer = comeBack(session, old);

        assertThat(answer.getStatus())
                .as("a texter may not export, but is known")
                .isEqualTo(403);
        assertThat(session.getId()).isNotEqualTo(planted);
        var context = (SecurityContext) session.getAttribute("SPRING_SECURITY_CONTEXT");
        assertThat(context).isNotNull();
        assertThat(context.getAuthentication()).isInstanceOfSatisfying(Seat.class, seat -> {
            assertThat(seat.accountId()).isEqualTo(dora.accountId());
            assertThat(seat.device())
                    .contains(devices.all(dora.accountId()).getFirst().deviceId());
        });
        assertThat(session.getAttribute("rung.seat")).isNotNull();
        assertThat(kept(answer)).isNotEqualTo(old);
    }

    /** Its answer could take the place of the session, or of the word, that the browser has got meanwhile. */
    @Test
    void what_an_open_page_says_by_itself_brings_nobody_back() throws Exception {
        var kept = kept(signIn(true));
        for (var said : List.of("uidl", "heartbeat", "push")) {
            var session = new MockHttpSession();
            var request = post(said.equals("push") ? "/VAADIN/push" : "/")
                    .queryParam("v-r", said)
                    .session(session)
                    .cookie(new Cookie("rung-stay", kept));

            // Vaadin's servlet is not in this test.
            catchThrown(() -> assertThat(
                            door.perform(request).andReturn().getResponse().getHeaders("Set-Cookie"))
                    .isEmpty());
            assertThat(session.getAttribute("rung.seat")).as(said).isNull();
        }
        assertThat(kept(comeBack(new MockHttpSession(), kept))).isNotEqualTo(kept);
    }

    @Test
    void an_old_copy_lets_nobody_in_and_throws_everyone_out() throws Exception {
        var old = kept(signIn(true));
        var next = kept(comeBack(new MockHttpSession(), old));
        clock.tick(Duration.ofMinutes(2));

        var thief = new MockHttpSession();
        var answer = comeBack(thief, old);

        assertThat(answer.getRedirectedUrl()).endsWith("/sign-in");
        assertThat(answer.getHeaders("Set-Cookie"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("rung-stay=;").contains("Max-Age=0"));
        assertThat(thief.getAttribute("SPRING_SECURITY_CONTEXT")).isNull();
        assertThat(comeBack(new MockHttpSession(), next).getRedirectedUrl()).endsWith("/sign-in");
    }

    @Test
    void whoever_was_suspended_does_not_come_back() throws Exception {
        var kept = kept(signIn(true));
        var ada = members.join(here, "Ada", "a" + Id.next() + "@example.org", Optional.empty(), Roles.of(Role.ADMIN));
        members.suspend(new Actor.Member(here, ada.memberId(), Roles.of(Role.ADMIN)), dora.memberId());

        assertThat(comeBack(new MockHttpSession(), kept).getRedirectedUrl()).endsWith("/sign-in");
    }

    @Test
    void who_signs_in_anew_in_the_same_browser_is_one_device_and_not_two() throws Exception {
        var kept = kept(signIn(true));

        signIn(true, new Cookie("rung-stay", kept));

        assertThat(devices.all(dora.accountId())).hasSize(1);
    }

    /** Five minutes after the password was given, and not before: an open screen is not enough. */
    @Test
    void no_passkey_is_offered_to_a_session_that_did_not_give_its_password_again() throws Exception {
        var session = new MockHttpSession();
        comeBack(session, kept(signIn(true)));

        var offered = catchThrown(() ->
                door.perform(post("/account/passkey/options").session(session).with(csrf())));

        // Vaadin's servlet is not in this test: that it is asked for shows that the passkey's door stayed closed.
        assertThat(offered).contains("springServlet");
        session.setAttribute("rung.passkey.until", clock.instant().plusSeconds(60));
        var answer = door.perform(
                        post("/account/passkey/options").session(session).with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString())
                .contains("\"id\":\"localhost\"", "\"name\":\"Rung\"")
                .contains("\"userVerification\":\"required\"")
                .contains("\"displayName\":\"Dora\"")
                .doesNotContain(dora.accountId().text());
    }

    @Test
    void a_passkey_that_nobody_registered_lets_nobody_in() throws Exception {
        var session = new MockHttpSession();
        door.perform(post("/sign-in/passkey/options").session(session).with(csrf()));

        var answer = door.perform(post("/sign-in/passkey")
                        .session(session)
                        .with(csrf())
                        .contentType("application/json")
                        .content("{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"credType\":\"public-key\",\"response\":"
                                + "{\"authenticatorData\":\"AAAA\",\"clientDataJSON\":\"AAAA\",\"signature\":\"AAAA\"},"
                                + "\"clientExtensionResults\":{},\"authenticatorAttachment\":\"platform\"}"))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(session.getAttribute("SPRING_SECURITY_CONTEXT")).isNull();
    }

    private interface Trying {
        void run() throws Exception;
    }

    private static String catchThrown(Trying trying) {
        try {
            trying.run();
            return "";
        } catch (Exception thrown) {
            return String.valueOf(thrown.getMessage());
        }
    }

    private static String kept(MockHttpServletResponse response) {
        var cookie = response.getCookie("rung-stay");
        assertThat(cookie).isNotNull();
        return cookie.getValue();
    }

    private MockHttpServletResponse comeBack(MockHttpSession session, String kept) throws Exception {
        return door.perform(get("/exports/supporters.csv")
                        .session(session)
                        .cookie(new Cookie("rung-stay", kept))
                        .with(request -> {
                            request.setRequestedSessionIdValid(true);
                            return request;
                        }))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse signIn(boolean stay, Cookie... cookies) throws Exception {
        var form = post("/sign-in")
                .session(new MockHttpSession())
                .with(csrf())
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
                .param("username", dora.email())
                .param("password", PASSWORD);
        if (cookies.length > 0) form.cookie(cookies);
        if (stay) form.param("stay", "on");
        return door.perform(form).andReturn().getResponse();
    }
}
