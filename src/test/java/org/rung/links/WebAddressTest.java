package org.rung.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rung.common.Problem;

class WebAddressTest {
    private static final ShortForm FORM = ShortForm.of(
            new LinkSettings(Optional.of("go.eastside.org"), true, false), URI.create("https://rung.example.org"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp://eastside.org/list | starts with “ftp:”",
                "javascript://eastside.org/%0aalert(1) | starts with “javascript:”",
                "javascript:alert(1) | starts with “javascript:”",
                "file:///etc/passwd | starts with “file:”",
                "data:text/html;base64,PHNjcmlwdD4= | starts with “data:”",
                "https://ora:secret@eastside.org/ | before an @",
                "https://eastside.org@evil.example.com/ | before an @",
                "https://127.0.0.1/ | bare number",
                "https://10.0.0.7:8080/x | bare number",
                "https://8.8.8.8/ | bare number",
                "https://2130706433/ | bare number",
                "https://0x7f000001/ | bare number",
                "https://0x7f.1/ | bare number",
                "https://0177.0.0.1/ | bare number",
                "https://127.1/ | bare number",
                "http://[::1]/ | bare number",
                "http://[fe80::1]:80/ | bare number",
                "http://localhost/ | only your own network",
                "http://localhost./ | only your own network",
                "https://app.localhost:8080/ | only your own network",
                "https://printer.local/ | only your own network",
                "https://wiki.internal/x | only your own network",
                "https://router/ | only your own network",
                "https:///x | cannot be read",
                "https://bit.ly/3xYz | bit.ly",
                "https://www.TinyURL.com/abc | tinyurl.com",
                "https://-eastside.org/ | no site",
                "https://east_side!.org/ | no site",
                "https://eastside.org:99999999/ | no site",
                "https://eastside.org:65536/ | cannot be read",
                "https://p\u0430ypal.com/ | xn--",
                "https://\u0430\u0440\u0440\u04cf\u0435.com/ | xn--",
                "https://xn--80ak6aa92e.com/ | xn--",
                "https://eastside.org/\u202Efdp.exe | nobody sees",
                "https://east\u200bside.org/ | nobody sees",
            })
    void an_unsafe_address_is_refused_with_a_sentence_that_names_it(String address, String why) {
        assertThatThrownBy(() -> WebAddress.of(address))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageStartingWith("text ")
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://eastside.org | https://eastside.org",
                "HTTPS://EastSide.ORG/Rent?a=1&b=x%20y#top | https://eastside.org/Rent?a=1&b=x%20y#top",
                "http://eastside.org:8080/x | http://eastside.org:8080/x",
                "https://b\u00fccher.example.com/\u00e9t\u00e9 | https://xn--bcher-kva.example.com/%C3%A9t%C3%A9",
                "https://\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444/ | https://xn--e1afmkfd.xn--p1ai/",
                "https://eastside.org/a`b{c}^100%z | https://eastside.org/a%60b%7Bc%7D%5E100%25z",
                "https://eastside.org/a#b#c | https://eastside.org/a#b%23c",
                "https://youmight.co/x | https://youmight.co/x",
                "https://8ball.org/x | https://8ball.org/x",
            })
    void a_public_address_is_kept_as_it_travels(String written, String url) {
        assertThat(WebAddress.of(written).url()).isEqualTo(url);
    }

    @Test
    void two_ways_to_write_one_address_are_one() {
        assertThat(WebAddress.of("HTTPS://EASTSIDE.org/Rent").digest())
                .isEqualTo(WebAddress.of("https://eastside.org/Rent").digest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See https://eastside.org/rent. Thanks | https://eastside.org/rent",
                "(https://eastside.org/rent) | https://eastside.org/rent",
                "https://en.example.org/wiki/Rent_(song) | https://en.example.org/wiki/Rent_(song)",
                "(see https://en.example.org/wiki/Rent_(song)) | https://en.example.org/wiki/Rent_(song)",
                "\u201Chttps://eastside.org/rent\u201D | https://eastside.org/rent",
                "Come?https://eastside.org/rent! | https://eastside.org/rent",
            })
    void what_ends_the_sentence_is_not_part_of_the_address(String words, String address) {
        assertThat(Found.in(words)).extracting(Found::written).containsExactly(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Meet at 10:30 tomorrow",
                "mailto:ora@eastside.org",
                "and/or: whatever",
                "Hi, it's Tess from Eastside. Will you come?",
                "C:/notes"
            })
    void ordinary_words_are_no_address(String words) {
        assertThat(Found.in(words)).isEmpty();
        assertThat(Found.anyIn(words)).isFalse();
    }

    @ParameterizedTest
    @MethodSource
    void a_site_without_https_is_found_where_a_telephone_makes_a_link_of_it(String words, String address) {
        assertThat(Found.in(words)).extracting(Found::written).containsExactly(address);
    }

    static Stream<Arguments> a_site_without_https_is_found_where_a_telephone_makes_a_link_of_it() {
        return Sentences.WITH.entrySet().stream().map(one -> Arguments.of(one.getKey(), one.getValue()));
    }

    @ParameterizedTest
    @MethodSource
    void words_that_lack_a_space_are_no_site(String words) {
        assertThat(Found.in(words)).isEmpty();
        assertThat(FORM.shown(words)).isEqualTo(words);
    }

    static Stream<String> words_that_lack_a_space_are_no_site() {
        return Sentences.WITHOUT.stream();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sign at 10.0.0.1/x",
                "Sign at printer.local/x",
                "Sign at www.bit.ly/rent",
                "Sign at p\u0430ypal.com",
                "Sign at rung.example.org/l/Ab3dEf7h",
                "Sign at our_site.org"
            })
    void a_site_without_https_is_judged_like_one_with_it(String words) {
        assertThat(FORM.trouble(words, false)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sign at eastside.org/rent", "www.eastside.org has it", "https://eastside.org"})
    void a_first_text_knows_addresses_without_https_too(String words) {
        assertThat(FORM.trouble(words, true)).isPresent();
        assertThat(FORM.trouble(words, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://go.eastside.org/l/Ab3dEf7h",
                "https://GO.eastside.org/l/anything",
                "https://rung.example.org/l/Ab3dEf7h",
                "http://go.eastside.org:8080/l/Ab3dEf7h"
            })
    void our_own_short_links_lead_in_circles_and_are_refused(String address) {
        assertThat(FORM.trouble("See " + address, false))
                .hasValueSatisfying(problem -> assertThat(problem).hasMessageContaining("already somebody's"));
        assertThat(FORM.trouble("See " + address.replace("/l/", "/rent/"), false))
                .isEmpty();
    }

    @Test
    void a_public_shortener_is_refused_however_it_is_written() {
        assertThat(FORM.trouble("Sign bit.ly/rent now", false)).isPresent();
        assertThat(FORM.trouble("Sign www.bit.ly/rent now", false)).isPresent();
        assertThat(FORM.trouble("I like orbit.ly/rent", false)).isEmpty();
        assertThat(FORM.trouble("Write to ora@t.co/x", false)).isEmpty();
    }

    @Test
    void the_short_form_has_the_length_of_what_is_sent() {
        var shown = FORM.shown("Sign https://eastside.org/a/very/long/page?with=much, then https://eastside.org/b!");

        assertThat(FORM.length()).isEqualTo("https://go.eastside.org/l/".length() + 8);
        assertThat(shown)
                .matches("Sign https://go\\.eastside\\.org/l/\\w{8}, then https://go\\.eastside\\.org/l/\\w{8}!");
    }

    @Test
    void without_tracking_words_stay_as_they_are() {
        var plain =
                ShortForm.of(new LinkSettings(Optional.empty(), false, true), URI.create("https://rung.example.org"));

        assertThat(plain.shown("See https://eastside.org/a")).isEqualTo("See https://eastside.org/a");
        assertThat(plain.trouble("See https://eastside.org/a", true)).isEmpty();
        assertThat(plain.trouble("See https://10.1.2.3/a", false)).isPresent();
    }

    @Test
    void codes_are_eight_signs_and_never_the_same() {
        var codes =
                java.util.stream.Stream.generate(LinkCode::fresh).limit(10_000).map(LinkCode::text);

        assertThat(codes.collect(java.util.stream.Collectors.toSet()))
                .hasSize(10_000)
                .allMatch(code -> code.length() == 8);
        assertThat(LinkCode.read("Ab3dEf7")).isEmpty();
        assertThat(LinkCode.read("Ab3dEf70")).isEmpty();
        assertThat(LinkCode.read("Ab3dEf7h")).isPresent();
    }
}
