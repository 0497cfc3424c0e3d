package org.rung.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;

class SieveTest {
    private static final Instant SENT = Instant.parse("2026-10-13T17:00:00Z");
    private static final Instant LATER = SENT.plusSeconds(60);
    private static final OpenedLink LINK = new OpenedLink(
            new LinkId(1), new OrganizationId(1), new SupporterId(1), "https://eastside.org", SENT, Optional.of(SENT));
    static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
    static final String ANDROID = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/141.0.0.0 Mobile Safari/537.36";
    static final String HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static Knock knock(String agent) {
        return new Knock("Ab3dEf7h", "h", "198.51.100.7", false, false, false, agent, HTML, "", "", "");
    }

    private static ClickReason judged(Knock knock) {
        return Sieve.judge(knock, LINK, false, LATER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                IPHONE,
                ANDROID,
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                        + " Mobile/15E148 Instagram 361.0.0",
                "Mozilla/5.0 (Linux; Android 14; CUBOT NOTE 50) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0"
                        + " Mobile Safari/537.36",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0",
                "Mozilla/5.0 (Linux; Android 13; SM-A135U Build/TP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Version/4.0 Chrome/139.0 Mobile Safari/537.36",
                "Opera/9.80 (J2ME/MIDP; Opera Mini/9.80) Presto/2.5.25 Version/10.54"
            })
    void people_go_straight_on(String agent) {
        assertThat(judged(knock(agent))).isEqualTo(ClickReason.BROWSER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "facebookexternalhit/1.1 Facebot Twitterbot/1.0",
                "WhatsApp/2.23.20.0",
                "TelegramBot (like TwitterBot)",
                "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/120.0.0.0 Safari/537.36",
                "Mozilla/5.0 (compatible; Cloudmark/1.0)",
                "python-requests/2.31.0",
                "Go-http-client/2.0",
                "curl/8.5.0",
                "okhttp/4.12.0",
                "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)"
            })
    void those_who_say_that_they_are_programs_are_believed(String agent) {
        assertThat(judged(knock(agent))).isEqualTo(ClickReason.FETCHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Rakete", "Nokia6230/2.0"})
    void who_is_no_browser_presses_a_button_first(String agent) {
        assertThat(judged(knock(agent))).isEqualTo(ClickReason.DOUBTFUL);
    }

    @Test
    void a_browser_that_reads_ahead_is_no_person() {
        for (var purpose : new String[] {"prefetch", "prefetch;prerender", "preview"})
            assertThat(judged(new Knock(
                            "c", "h", "a", false, false, true, IPHONE, HTML, purpose, "navigate", "document")))
                    .isEqualTo(ClickReason.PREFETCH);
    }

    @Test
    void a_look_whether_it_is_there_is_no_click() {
        assertThat(judged(new Knock("c", "h", "a", true, false, false, IPHONE, HTML, "", "", "")))
                .isEqualTo(ClickReason.HEAD);
    }

    @Test
    void what_a_page_fetches_by_itself_is_doubtful() {
        assertThat(judged(new Knock("c", "h", "a", false, false, true, IPHONE, HTML, "", "cors", "empty")))
                .isEqualTo(ClickReason.DOUBTFUL);
        assertThat(judged(new Knock("c", "h", "a", false, false, true, IPHONE, "*/*", "", "", "")))
                .isEqualTo(ClickReason.DOUBTFUL);
    }

    @Test
    void who_calls_itself_chrome_and_does_not_talk_like_it_is_doubtful() {
        assertThat(judged(new Knock("c", "h", "a", false, false, true, ANDROID, HTML, "", "", "")))
                .isEqualTo(ClickReason.DOUBTFUL);
        assertThat(judged(new Knock("c", "h", "a", false, false, true, ANDROID, HTML, "", "navigate", "document")))
                .isEqualTo(ClickReason.NAVIGATED);
    }

    @Test
    void a_browser_that_says_where_it_goes_is_kept_and_one_in_a_crowd_presses_a_button() {
        var there = new Knock("c", "h", "a", false, false, true, IPHONE, HTML, "", "navigate", "document");
        assertThat(judged(there)).isEqualTo(ClickReason.NAVIGATED);
        assertThat(Sieve.judge(there, LINK, true, LATER)).isEqualTo(ClickReason.DOUBTFUL);
        assertThat(judged(new Knock("c", "h", "a", false, false, true, IPHONE, HTML, "", "navigate", "iframe")))
                .isEqualTo(ClickReason.DOUBTFUL);
    }

    @Test
    void nobody_reads_and_opens_in_a_second() {
        assertThat(Sieve.judge(knock(IPHONE), LINK, false, SENT.plusMillis(900)))
                .isEqualTo(ClickReason.DOUBTFUL);
        assertThat(Sieve.judge(knock(IPHONE), LINK, false, SENT.plusSeconds(2))).isEqualTo(ClickReason.BROWSER);
    }

    @Test
    void the_button_counts_and_a_program_that_presses_it_does_not() {
        var pressed = new Knock("c", "h", "a", false, true, false, "", "", "", "", "");
        assertThat(Sieve.judge(pressed, LINK, true, SENT)).isEqualTo(ClickReason.PRESSED);
        assertThat(judged(new Knock("c", "h", "a", false, true, false, "curl/8.0", "", "", "", "")))
                .isEqualTo(ClickReason.FETCHER);
    }

    @Test
    void a_household_is_one_network() {
        assertThat(Sources.network("2001:db8:1:2:aaaa:bbbb:cccc:dddd")).isEqualTo("2001:db8:1:2");
        assertThat(Sources.network("198.51.100.7")).isEqualTo("198.51.100.7");
    }
}
