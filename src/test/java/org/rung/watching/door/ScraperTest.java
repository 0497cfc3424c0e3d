package org.rung.watching.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@RungTest
class ScraperTest {
    private static final String TOKEN = "scrape-me-with-this-0123456789";

    @Autowired
    WebApplicationContext web;

    @Test
    void the_world_is_refused_without_a_session_and_this_machine_is_not() throws Exception {
        var door =
                MockMvcBuilders.webAppContextSetup(web).apply(springSecurity()).build();
        var refused = door.perform(get("/actuator/prometheus").with(request -> {
                    request.setRemoteAddr("203.0.113.9");
                    return request;
                }))
                .andReturn();
        var wrong = door.perform(get("/actuator/prometheus").header("Authorization", "Bearer "))
                .andReturn();
        var here = door.perform(get("/actuator/prometheus")).andReturn();

        assertThat(refused.getResponse().getStatus()).isEqualTo(401);
        assertThat(refused.getResponse().getContentAsString()).isEmpty();
        assertThat(refused.getRequest().getSession(false)).isNull();
        assertThat(wrong.getResponse().getStatus())
                .as("no token is set, so none opens, the empty one least")
                .isEqualTo(401);
        assertThat(here.getResponse().getStatus()).isEqualTo(200);
        assertThat(here.getRequest().getSession(false)).isNull();
    }

    @Test
    void the_token_opens_from_anywhere_and_only_the_whole_of_it() {
        var scraper = new Scraper(TOKEN, true);

        assertThat(scraper.mayRead(from("203.0.113.9", "Authorization", "Bearer " + TOKEN)))
                .isTrue();
        assertThat(scraper.mayRead(from("203.0.113.9", "Authorization", "Bearer " + TOKEN.substring(1))))
                .isFalse();
        assertThat(scraper.mayRead(from("203.0.113.9", "Authorization", TOKEN))).isFalse();
        assertThat(scraper.mayRead(from("203.0.113.9"))).isFalse();
        assertThat(new Scraper("", false).mayRead(from("203.0.113.9", "Authorization", "Bearer ")))
                .isFalse();
    }

    /** A reverse proxy on this machine connects from here for everyone. */
    @Test
    void what_a_proxy_brings_does_not_come_from_this_machine() {
        var scraper = new Scraper("", false);

        assertThat(scraper.mayRead(from("127.0.0.1"))).isTrue();
        assertThat(scraper.mayRead(from("0:0:0:0:0:0:0:1"))).isTrue();
        assertThat(scraper.mayRead(from("127.0.0.1", "X-Forwarded-For", "203.0.113.9")))
                .isFalse();
        assertThat(scraper.mayRead(from("127.0.0.1", "Forwarded", "for=203.0.113.9")))
                .isFalse();
        var named = from("127.0.0.1");
        named.setServerName("rung.example.org");
        assertThat(scraper.mayRead(named)).isFalse();
        assertThat(new Scraper("", true).mayRead(from("127.0.0.1")))
                .as("where a proxy is known to stand in front, only the token counts")
                .isFalse();
    }

    private static MockHttpServletRequest from(String address, String... header) {
        var request = new MockHttpServletRequest("GET", "/actuator/prometheus");
        request.setRemoteAddr(address);
        if (header.length == 2) request.addHeader(header[0], header[1]);
        return request;
    }
}
