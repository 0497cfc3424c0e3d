package org.rung.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Members;
import org.rung.cast.NewOrganization;
import org.rung.common.Id;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** From where browsers are told to take pictures: from us, and on pages that may come to hold a map from whom was named. */
@RungTest
class TileHeadersTest {
    private static final String PASSWORD = "four-words-are-enough";
    private static final Pattern PICTURES = Pattern.compile("img-src ([^;]*)");
    private static final String OURS = "'self' data: blob:";

    @Autowired
    WebApplicationContext house;

    @Autowired
    FilterChainProxy guards;

    @Autowired
    Members members;

    @Autowired
    Tiles tiles;

    @Autowired
    DSLContext db;

    MockMvc door;
    NewOrganization here;
    MockHttpSession ora;
    MockHttpSession tess;

    @BeforeEach
    void an_organizer_and_a_texter_are_signed_in() throws Exception {
        door = MockMvcBuilders.webAppContextSetup(house).apply(springSecurity()).build();
        here = NewOrganization.with(db);
        ora = signedIn(here, Role.ORGANIZER);
        tess = signedIn(here, Role.TEXTER);
    }

    @Test
    void nobody_is_named_until_an_admin_names_somebody() throws Exception {
        assertThat(pictures(ora, "/supporters", "text/html")).isEqualTo(OURS);
        assertThat(pictures(new MockHttpSession(), "/sign-in", "text/html")).isEqualTo(OURS);
    }

    @Test
    void who_is_named_is_told_to_pages_of_people_who_see_maps_and_to_nothing_else() throws Exception {
        var there = signedIn(NewOrganization.with(db), Role.ORGANIZER);
        tiles.name(
                here.member(Role.ADMIN),
                new TileServer("https://tiles.example.org:8443/{z}/{x}/{y}.png?key=secret", "© Somebody"));

        assertThat(pictures(ora, "/supporters", "text/html,*/*"))
                .as("that host, without path or key")
                .isEqualTo(OURS + " https://tiles.example.org:8443");
        assertThat(pictures(tess, "/", "text/html")).as("a texter sees no map").isEqualTo(OURS);
        assertThat(pictures(there, "/supporters", "text/html"))
                .as("another organization")
                .isEqualTo(OURS);
        assertThat(pictures(new MockHttpSession(), "/sign-in", "text/html")).isEqualTo(OURS);
        assertThat(pictures(ora, "/exports/supporters.csv", "*/*")).as("a file").isEqualTo(OURS);

        tiles.forget(here.member(Role.ADMIN));
        assertThat(pictures(ora, "/supporters", "text/html")).isEqualTo(OURS);
    }

    private String pictures(MockHttpSession session, String path, String accepted) throws Exception {
        var asked = new MockHttpServletRequest(house.getServletContext(), "GET", path);
        asked.setSession(session);
        asked.addHeader("Accept", accepted);
        var answer = new MockHttpServletResponse();
        // The door alone: what the page holds, Vaadin's servlet says, which is not here.
        guards.doFilter(asked, answer, new MockFilterChain());
        var policy = answer.getHeader("Content-Security-Policy");
        var found = PICTURES.matcher(Objects.requireNonNull(policy, path));
        assertThat(found.find()).isTrue();
        assertThat(policy.replaceFirst("img-src [^;]*", "")).doesNotContain("example.org");
        return found.group(1);
    }

    private MockHttpSession signedIn(NewOrganization organization, Role role) throws Exception {
        var email = "someone" + Id.next() + "@example.org";
        members.join(organization.organizationId(), "Someone", email, Optional.of(PASSWORD), Roles.of(role));
        var session = new MockHttpSession();
        door.perform(post("/sign-in")
                        .session(session)
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr("203.0.113." + (1 + Math.floorMod(Id.next(), 200)));
                            request.setRequestedSessionId(session.getId());
                            request.setRequestedSessionIdValid(true);
                            return request;
                        })
                        .param("username", email)
                        .param("password", PASSWORD))
                .andReturn();
        return session;
    }
}
