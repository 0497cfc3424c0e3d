package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.rung.common.Id;

/** From a code that somebody holds up to the first text, counted in what a thumb has to do. */
@Journey
class JoinJourneyTest {

    /** A field to fill or a thing to tap, one after another. */
    private static final class Steps {
        private final List<String> taken = new ArrayList<>();

        void fill(Locator field, String words) {
            taken.add("fill");
            field.fill(words);
        }

        void tap(Locator what) {
            taken.add("tap");
            what.tap();
        }

        int count(String kind) {
            return (int) taken.stream().filter(kind::equals).count();
        }
    }

    @Test
    void an_invitation_is_scanned_from_a_screen_and_leads_to_the_first_text_in_three_fields_and_four_taps(
            Visitors visitors) throws Exception {
        Page ora = visitors.signIn(visitors.onPhone(), "Ora");
        ora.navigate("/members");
        button(ora, "Invite").click();
        button(ora, "Make the link").click();
        ora.locator("vaadin-dialog a.btn", new Page.LocatorOptions().setHasText("Large"))
                .click();
        assertThat(ora.locator("h1")).hasText("Join Eastside Tenants Union");
        String link = scanned(ora.locator(".poster-code").screenshot());
        assertThat(link).startsWith(visitors.house().url() + "/join/");

        Steps vera = new Steps();
        Page phone = visitors.onPhone();
        phone.navigate(link);
        vera.fill(phone.getByLabel("Your name"), "Vera Novak");
        vera.fill(phone.locator("vaadin-email-field input"), "vera-" + Id.next() + "@eastside.example");
        vera.fill(phone.locator("vaadin-password-field input"), "plums are ripe in may");
        vera.tap(button(phone, "Join"));
        assertThat(phone.locator("h1")).hasText("Welcome to Eastside Tenants Union");
        assertThat(phone.locator(".how-point")).hasCount(3);
        Locator start = button(phone, "Start");
        assertThat(start.boundingBox().y + start.boundingBox().height)
                .as("nothing to scroll for")
                .isLessThanOrEqualTo(800);
        vera.tap(start);
        vera.tap(phone.locator(".card", new Page.LocatorOptions().setHasText("Rent strike turnout"))
                .locator("a.btn")
                .first());
        vera.tap(phone.locator("rung-first-texts")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Send"))));
        assertThat(phone.getByText(Pattern.compile("^Sent to ")).first()).isVisible();
        assertThat(vera.count("fill")).isEqualTo(3);
        assertThat(vera.count("tap")).isEqualTo(4);

        // Shown once; and again to whoever asks for it in the menu.
        phone.navigate("/");
        assertThat(phone.locator("h1")).containsText("Vera");
        phone.navigate("/how-it-works");
        assertThat(phone.locator("h1")).hasText("How texting works at Eastside Tenants Union");
        button(phone, "Go on").click();
        assertThat(phone.locator("h1")).containsText("Vera");
        visitors.assertNobodyComplained();
    }

    @Test
    void whoever_closes_the_page_too_soon_reads_it_the_next_time(Visitors visitors) {
        Page ora = visitors.signIn(visitors.atDesk(), "Ora");
        ora.navigate("/members");
        button(ora, "Invite").click();
        button(ora, "Make the link").click();
        String link =
                ora.locator("vaadin-dialog vaadin-text-field[readonly] input").inputValue();
        Page phone = visitors.onPhone();
        phone.navigate(link);
        phone.getByLabel("Your name").fill("Wes Okoro");
        phone.locator("vaadin-email-field input").fill("wes-" + Id.next() + "@eastside.example");
        phone.locator("vaadin-password-field input").fill("plums are ripe in may");
        button(phone, "Join").click();
        assertThat(phone.locator("h1")).hasText("Welcome to Eastside Tenants Union");

        phone.navigate("/");

        assertThat(phone.locator("h1")).hasText("Welcome to Eastside Tenants Union");
        visitors.assertNobodyComplained();
    }

    @Test
    void an_invitation_can_be_printed_and_taken_along_as_a_file(Visitors visitors) throws Exception {
        Page ora = visitors.signIn(visitors.atDesk(), "Ora");
        ora.navigate("/members");
        button(ora, "Invite").click();
        button(ora, "Make the link").click();
        String link =
                ora.locator("vaadin-dialog vaadin-text-field[readonly] input").inputValue();
        ora.locator("vaadin-dialog a.btn", new Page.LocatorOptions().setHasText("Large"))
                .click();

        var png = ora.waitForDownload(() -> ora.getByText("PNG file").click());
        assertThat(png.suggestedFilename()).isEqualTo("invitation.png");
        assertThat(scanned(Files.readAllBytes(png.path()))).isEqualTo(link);
        var svg = ora.waitForDownload(() -> ora.getByText("SVG file").click());
        assertThat(Files.readString(svg.path(), StandardCharsets.UTF_8)).startsWith("<svg ");

        ora.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(ora.locator(".poster-tools")).isHidden();
        assertThat(scanned(ora.locator(".poster-code").screenshot())).isEqualTo(link);
        visitors.assertNobodyComplained();
    }

    /** As a camera would see it. */
    private static String scanned(byte[] picture) throws IOException {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(picture));
            var dots = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), dots);
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText();
        } catch (com.google.zxing.ReaderException unreadable) {
            throw new AssertionError("No camera reads this", unreadable);
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
