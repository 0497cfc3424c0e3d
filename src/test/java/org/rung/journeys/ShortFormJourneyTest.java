package org.rung.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rung.links.Sentences;
import org.rung.links.ShortForm;

/** The composer counts what leaves: it finds the addresses that the server finds. */
@Journey
class ShortFormJourneyTest {

    @Test
    void the_composer_and_the_server_make_the_same_links_of_the_same_words(Visitors visitors) {
        ShortForm form = ShortForm.usual(URI.create("https://rung.example.org"));
        Page dana = visitors.signIn(visitors.atDesk(), "Dana");
        dana.locator("a.btn[href*='text/']").first().click();
        dana.waitForFunction("window.rungShortened && window.rungEndings");

        Stream.concat(Sentences.WITH.keySet().stream(), Sentences.WITHOUT.stream())
                .forEach(words -> assertThat(dana.evaluate(
                                "([w, link]) => window.rungShortened(w, link)", new String[] {words, form.sample()}))
                        .isEqualTo(form.shown(words)));
        visitors.assertNobodyComplained();
    }
}
