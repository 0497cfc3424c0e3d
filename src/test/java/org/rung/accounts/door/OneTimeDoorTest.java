package org.rung.accounts.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.accounts.Organizations;
import org.rung.accounts.Seat;
import org.rung.cast.Mailbag;
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

/** One-time codes at the door, as a browser meets them. */
@RungTest
class OneTimeDoorTest {
    @Autowired
    WebApplicationContext house;

    @Autowired
    Organizations organizations;

    @Autowired
    Members members;

    @Autowired
    Mailbag mailbag;

    @Autowired
    TestClock clock;

    MockMvc door;
    OrganizationId here;
    Member dora;
    String address = "";

    @BeforeEach
    void open() {
        clock.tick(Duration.ofHours(1));
        door = MockMvcBuilders.webAppContextSetup(house).apply(springSecurity()).build();
        here = organizations.found("Door " + Id.next(), "US", ZoneId.of("America/Chicago"), false);
        dora = members.join(
                here,
                "Dora",
                "o" + Id.next() + "@example.org",
                Optional.of("four-words-are-enough"),
                Roles.of(Role.TEXTER));
        address = "198.51.100.1-" + Id.next();
    }

    @Test
    void a_code_lets_in_under_a_session_that_nobody_could_have_planted() throws Exception {
        var session = new MockHttpSession();
        var planted = session.getId();
        var ask = cookie(ask(session, dora.email()));

        var answer = type(session, ask, mailbag.await(dora.accountId(), 1).code());

        assertThat(answer.getRedirectedUrl()).isEqualTo("/");
        assertThat(session.getId()).isNotEqualTo(planted);
        var context = (SecurityContext) session.getAttribute("SPRING_SECURITY_CONTEXT");
        assertThat(context).isNotNull();
        assertThat(context.getAuthentication())
                .isInstanceOfSatisfying(
                        Seat.class, seat -> assertThat(seat.accountId()).isEqualTo(dora.accountId()));
        assertThat(session.getAttribute("rung.seat"))
                .as("or nobody could end it")
                .isNotNull();
    }

    @Test
    void known_or_not_whoever_asks_is_answered_alike() throws Exception {
        var known = ask(new MockHttpSession(), dora.email());
        var unknown = ask(new MockHttpSession(), "nobody" + Id.next() + "@example.org");
        var nothing = ask(new MockHttpSession(), " ");

        for (var answer : new MockHttpServletResponse[] {known, unknown, nothing}) {
            assertThat(answer.getStatus()).isEqualTo(302);
            assertThat(answer.getRedirectedUrl()).isEqualTo("/sign-in/code");
            assertThat(answer.getHeader("Set-Cookie").replaceAll("rung-ask=[^;]{43};", "rung-ask=…;"))
                    .contains("rung-ask=…;", "Path=/;", "HttpOnly", "SameSite=Lax");
        }
    }

    @Test
    void a_code_works_once() throws Exception {
        var ask = cookie(ask(new MockHttpSession(), dora.email()));
        var code = mailbag.await(dora.accountId(), 1).code();
        type(new MockHttpSession(), ask, code);

        var again = new MockHttpSession();
        assertThat(type(again, ask, code).getRedirectedUrl()).isEqualTo("/sign-in/code?wrong");
        assertThat(again.getAttribute("SPRING_SECURITY_CONTEXT")).isNull();
    }

    @Test
    void a_code_without_its_browser_lets_nobody_in() throws Exception {
        ask(new MockHttpSession(), dora.email());
        var code = mailbag.await(dora.accountId(), 1).code();

        assertThat(type(new MockHttpSession(), new Cookie("rung-ask", "made-up"), code)
                        .getRedirectedUrl())
                .isEqualTo("/sign-in/code?wrong");
    }

    @Test
    void a_link_is_taken_by_a_press_and_not_by_opening_it() throws Exception {
        ask(new MockHttpSession(), dora.email());
        var link = mailbag.await(dora.accountId(), 1).link().orElseThrow();
        var word = link.substring(link.lastIndexOf('/') + 1);
        assertThat(link).startsWith("http://localhost:8080/sign-in/link/");

        var session = new MockHttpSession();
        assertThat(press(session, word).getRedirectedUrl()).isEqualTo("/");
        assertThat(session.getAttribute("SPRING_SECURITY_CONTEXT")).isNotNull();

        assertThat(press(new MockHttpSession(), word).getRedirectedUrl()).isEqualTo("/sign-in?used");
    }

    @Test
    void a_press_without_the_forms_token_is_not_taken() throws Exception {
        var answer = door.perform(post("/sign-in/once").param("link", "whatever"))
                .andReturn()
                .getResponse();

        assertThat(answer.getRedirectedUrl()).isEqualTo("/sign-in?again");
    }

    @Test
    void whoever_was_suspended_meanwhile_stays_out() throws Exception {
        var ask = cookie(ask(new MockHttpSession(), dora.email()));
        var code = mailbag.await(dora.accountId(), 1).code();
        var ada = members.join(here, "Ada", "a" + Id.next() + "@example.org", Optional.empty(), Roles.of(Role.ADMIN));
        members.suspend(new Actor.Member(here, ada.memberId(), Roles.of(Role.ADMIN)), dora.memberId());

        var session = new MockHttpSession();
        assertThat(type(session, ask, code).getRedirectedUrl()).isEqualTo("/sign-in?closed");
        assertThat(session.getAttribute("SPRING_SECURITY_CONTEXT")).isNull();
    }

    @Test
    void who_asks_too_often_is_told_how_long_to_wait() throws Exception {
        for (int i = 0; i < 3; i++) ask(new MockHttpSession(), dora.email());

        var answer = ask(new MockHttpSession(), dora.email());

        assertThat(answer.getRedirectedUrl()).matches("/sign-in\\?wait=\\d+");
        assertThat(answer.getHeader("Set-Cookie")).isNull();
    }

    @Test
    void thirty_wrong_codes_close_the_door_for_their_address() throws Exception {
        for (int i = 0; i < 30; i++) type(new MockHttpSession(), new Cookie("rung-ask", "guess-" + i), "123456");

        assertThat(type(new MockHttpSession(), new Cookie("rung-ask", "one-more"), "123456")
                        .getRedirectedUrl())
                .matches("/sign-in\\?wait=\\d+");
    }

    private MockHttpServletResponse ask(MockHttpSession session, String typed) throws Exception {
        return door.perform(post("/sign-in/code")
                        .session(session)
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr(address);
                            // As a container finds it; the mock says no.
                            request.setRequestedSessionIdValid(true);
                            return request;
                        })
                        .param("username", typed))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse type(MockHttpSession session, Cookie ask, String code) throws Exception {
        return door.perform(post("/sign-in/once")
                        .session(session)
                        .cookie(ask)
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr(address);
                            // As a container finds it; the mock says no.
                            request.setRequestedSessionIdValid(true);
                            return request;
                        })
                        .param("code", code))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse press(MockHttpSession session, String word) throws Exception {
        return door.perform(post("/sign-in/once")
                        .session(session)
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr(address);
                            // As a container finds it; the mock says no.
                            request.setRequestedSessionIdValid(true);
                            return request;
                        })
                        .param("link", word))
                .andReturn()
                .getResponse();
    }

    private static Cookie cookie(MockHttpServletResponse response) {
        var cookie = response.getCookie("rung-ask");
        assertThat(cookie).isNotNull();
        return cookie;
    }
}
