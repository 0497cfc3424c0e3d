package org.rung.accounts.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.accounts.Organizations;
import org.rung.common.Id;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@RungTest
class DoorTest {
    private static final String PASSWORD = "four-words-are-enough";

    @Autowired
    WebApplicationContext house;

    @Autowired
    Organizations organizations;

    @Autowired
    Members members;

    @Autowired
    Arrival arrival;

    MockMvc door;
    Member dora;
    String email = "";

    @BeforeEach
    void open() {
        door = MockMvcBuilders.webAppContextSetup(house).apply(springSecurity()).build();
        email = "d" + Id.next() + "@example.org";
        var organization = organizations.found("Door " + email, "US", ZoneId.of("America/Chicago"), false);
        dora = members.join(organization, "Dora", email, Optional.of(PASSWORD), Roles.of(Role.TEXTER));
    }

    @Test
    void the_right_password_opens() throws Exception {
        var session = new MockHttpSession();
        var planted = session.getId();

        assertThat(signIn(session, PASSWORD, "203.0.113.1").getRedirectedUrl()).isEqualTo("/");

        assertThat(session.getAttribute("SPRING_SECURITY_CONTEXT")).isNotNull();
        assertThat(session.getId()).as("nobody can have planted it").isNotEqualTo(planted);
    }

    /** Files are no screens of Vaadin's, whose rules would send everyone back to the sign-in page. */
    @Test
    void who_is_signed_in_reaches_the_files_and_who_is_not_signs_in_first() throws Exception {
        var session = new MockHttpSession();
        signIn(session, PASSWORD, "203.0.113.5");

        var refused = door.perform(get("/exports/supporters.csv").session(session))
                .andReturn()
                .getResponse();
        var stranger = door.perform(get("/exports/supporters.csv")).andReturn().getResponse();

        assertThat(refused.getStatus()).as("a texter may not export").isEqualTo(403);
        assertThat(stranger.getRedirectedUrl()).endsWith("/sign-in");
    }

    /** What Vaadin draws there says so; before, everyone was sent home without a word. */
    @Test
    void an_address_that_leads_nowhere_is_answered_to_who_is_signed_in_and_inner_works_are_closed() throws Exception {
        var session = new MockHttpSession();
        signIn(session, PASSWORD, "203.0.113.6");

        var stranger = door.perform(get("/nowhere")).andReturn().getResponse();
        var inside =
                door.perform(get("/actuator/env").session(session)).andReturn().getResponse();

        // Vaadin's servlet is not in this test: that it is asked for shows that the door let the request through.
        assertThatThrownBy(() -> door.perform(get("/nowhere").session(session))).hasMessageContaining("springServlet");
        assertThat(stranger.getRedirectedUrl()).endsWith("/sign-in");
        assertThat(inside.getStatus()).isEqualTo(403);
    }

    @Test
    void a_wrong_password_and_an_unknown_address_look_alike() throws Exception {
        var wrong = signIn(new MockHttpSession(), "not-this-one", "203.0.113.2").getRedirectedUrl();
        email = "nobody" + Id.next() + "@example.org";
        var unknown = signIn(new MockHttpSession(), PASSWORD, "203.0.113.2").getRedirectedUrl();

        assertThat(wrong).isEqualTo("/sign-in?wrong").isEqualTo(unknown);
    }

    /** From one address; before, whoever knew the e-mail shut its owner out from everywhere. */
    @Test
    void after_ten_wrong_passwords_from_one_address_even_the_right_one_waits_there_and_only_there() throws Exception {
        for (int i = 0; i < 10; i++) signIn(new MockHttpSession(), "wrong-number-" + i, "203.0.113.3");

        assertThat(signIn(new MockHttpSession(), PASSWORD, "203.0.113.3").getRedirectedUrl())
                .startsWith("/sign-in?wait=");
        assertThat(signIn(new MockHttpSession(), PASSWORD, "203.0.113.4").getRedirectedUrl())
                .isEqualTo("/");
    }

    @Test
    void a_session_that_somebody_planted_is_not_the_one_that_is_signed_in() throws Exception {
        var planted = new MockHttpSession();
        var before = planted.getId();

        signIn(planted, PASSWORD, "203.0.113.7");

        assertThat(planted.getAttribute("SPRING_SECURITY_CONTEXT")).isNotNull();
        assertThat(planted.getId()).isNotEqualTo(before);
    }

    /** The same for an invitation, a new password and the first run. */
    @Test
    void who_joins_by_a_link_leaves_the_session_that_was_there_before() {
        var request = new MockHttpServletRequest();
        var before = Objects.requireNonNull(request.getSession()).getId();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            arrival.signIn(dora.accountId(), Optional.of(dora.memberId()), false);

            var session = Objects.requireNonNull(request.getSession(false));
            assertThat(session.getAttribute("SPRING_SECURITY_CONTEXT")).isNotNull();
            assertThat(session.getId()).isNotEqualTo(before);
        } finally {
            RequestContextHolder.resetRequestAttributes();
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void a_form_without_its_token_is_not_taken() throws Exception {
        var answer = door.perform(post("/sign-in").param("username", email).param("password", PASSWORD))
                .andReturn()
                .getResponse();

        assertThat(answer.getRedirectedUrl()).isEqualTo("/sign-in?again");
    }

    @Test
    void a_program_without_a_token_hears_why_as_problem_json() throws Exception {
        var answer = door.perform(get("/api/v1/anything").header("Authorization", "Bearer made-up"))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(answer.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.getCookie("JSESSIONID")).isNull();
    }

    private MockHttpServletResponse signIn(MockHttpSession session, String password, String address) throws Exception {
        return door.perform(post("/sign-in")
                        .session(session)
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr(address);
                            // As the cookie says it.
                            request.setRequestedSessionId(session.getId());
                            // As a container finds it; the mock says no.
                            request.setRequestedSessionIdValid(true);
                            return request;
                        })
                        .param("username", email)
                        .param("password", password))
                .andReturn()
                .getResponse();
    }
}
