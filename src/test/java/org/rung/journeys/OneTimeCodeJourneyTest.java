package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.senders.simulator.Temper;

/** In by a code instead of a password: texted to a simulated phone, mailed to a mailbox of the test's. */
@Journey
class OneTimeCodeJourneyTest {
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    @Test
    void a_texter_proves_her_number_and_the_same_browser_signs_out_and_in_again_with_a_code_that_is_texted_to_it(
            Visitors visitors) {
        PhoneNumber phone = quiet();
        Page ada = visitors.signIn(visitors.atDesk(), "Ada");
        Page ife = visitors.signIn(visitors.onPhone(), "Ife");
        ife.navigate("/account");
        button(ife, "Add number").click();
        Locator dialog = ife.locator("vaadin-dialog");
        dialog.getByLabel("Mobile number").fill(PhoneNumbers.national(phone));
        dialog.getByLabel("Your password now").fill(password(visitors, "ife@eastside.example"));
        button(ife, "Send a code").click();
        dialog.getByLabel("Six digits").fill(latestCode(ada, phone, 1));
        assertThat(ife.getByText(PhoneNumbers.national(phone)).first()).isVisible();

        leave(ife);
        ife.getByLabel("E-mail or mobile number").fill(PhoneNumbers.national(phone));
        button(ife, "Text me a code instead").click();
        assertThat(ife.locator("h1")).hasText("Type the code");
        String code = latestCode(ada, phone, 2);
        ife.getByLabel("Six digits").fill("000000".equals(code) ? "000001" : "000000");
        assertThat(ife.locator("[role=alert]")).containsText("wrong, used, or too old");
        String planted = cookie(ife, "JSESSIONID");
        // No button: the sixth digit sends it.
        ife.getByLabel("Six digits").fill(code);
        assertThat(ife.locator("h1")).containsText("Ife");
        assertThat(cookie(ife, "JSESSIONID")).isNotEqualTo(planted);

        Page thief = visitors.onPhone();
        thief.navigate("/sign-in/code");
        thief.waitForURL(Pattern.compile(".*/sign-in$"));
        visitors.assertNobodyComplained();
    }

    @Test
    void with_a_mail_server_a_link_lets_in_by_one_press_and_an_e_mail_is_changed_by_its_code() throws Exception {
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        Path home = Files.createTempDirectory(
                Files.createDirectories(Path.of(System.getProperty("rung.target", "target"))), "mailed-");
        Map<String, String> settings = new HashMap<>(Street.database());
        settings.put("RUNG_SECRET_KEY", "only-for-this-journey-and-known-to-everyone");
        settings.put("RUNG_MAIL_URL", "smtp://127.0.0.1:" + mail.getSmtp().getPort());
        try (House house = House.start(home.toAbsolutePath(), settings);
                Visitors visitors = new Visitors(house)) {
            Page nora = visitors.onPhone();
            nora.navigate(firstRun(house));
            nora.getByLabel("Name of your organization").fill("Elm Street Tenants");
            nora.getByLabel("Your name").fill("Nora Elm");
            nora.locator("vaadin-email-field input").fill("nora@elm.example");
            nora.locator("vaadin-password-field input").fill("plums are ripe in may");
            button(nora, "Make it and sign in").click();
            nora.waitForURL(url -> !url.contains("first-run"));
            leave(nora);

            nora.getByLabel("E-mail or mobile number").fill("nora@elm.example");
            button(nora, "E-mail me a code instead").click();
            assertThat(nora.locator("h1")).hasText("Type the code");
            String letter = letter(mail, "nora@elm.example", 1);
            String link = letter.lines()
                    .filter(line -> line.contains("/sign-in/link/"))
                    .findFirst()
                    .orElseThrow();
            // Opened on another device, by a person or by a program that looks through mail.
            Page laptop = visitors.atDesk();
            laptop.navigate(link);
            assertThat(laptop.locator(".doorway-card")).containsText("n•••@elm.example");
            laptop.navigate(link);
            button(laptop, "Sign in as Nora Elm").click();
            laptop.waitForURL(url -> !url.contains("sign-in"));
            // The code of the same letter is used up by it.
            nora.getByLabel("Six digits").fill(code(letter));
            assertThat(nora.locator("[role=alert]")).containsText("wrong, used, or too old");

            laptop.navigate("/account");
            button(laptop, "Change e-mail").click();
            Locator dialog = laptop.locator("vaadin-dialog");
            dialog.getByLabel("New e-mail").fill("nora@oak.example");
            dialog.getByLabel("Your password now").fill("plums are ripe in may");
            button(laptop, "Send a code").click();
            dialog.getByLabel("Six digits").fill(code(letter(mail, "nora@oak.example", 1)));
            assertThat(laptop.getByText("nora@oak.example").first()).isVisible();
            assertThat(letter(mail, "nora@elm.example", 2)).contains("has another e-mail address now");
            visitors.assertNobodyComplained();
        } finally {
            mail.stop();
        }
    }

    private static String firstRun(House house) {
        return Pattern.compile("http://\\S+/first-run/\\S+")
                .matcher(house.tail())
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }

    private static String letter(GreenMail mail, String to, int count) {
        Awaitility.await().until(() -> letters(mail, to).size() >= count);
        try {
            return letters(mail, to).getLast().getContent().toString();
        } catch (IOException | MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static List<MimeMessage> letters(GreenMail mail, String to) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(letter -> {
                    try {
                        return letter.getRecipients(Message.RecipientType.TO)[0]
                                .toString()
                                .equals(to);
                    } catch (MessagingException broken) {
                        throw new IllegalStateException(broken);
                    }
                })
                .toList();
    }

    private static String code(String words) {
        var found = CODE.matcher(words);
        assertThat(found.find()).as(words).isTrue();
        return found.group();
    }

    /** As the demo's admins see it on the simulated phone. */
    private static String latestCode(Page ada, PhoneNumber phone, int count) {
        ada.navigate("/simulator");
        ada.locator(".simulator-phones input").fill(phone.text());
        ada.keyboard().press("Enter");
        assertThat(ada.locator(".phone-head h2")).hasText(PhoneNumbers.national(phone));
        Locator texts = ada.locator(".phone-bubble.theirs");
        assertThat(texts).hasCount(count);
        return code(texts.last().innerText());
    }

    /** Nobody answers from there. */
    private static PhoneNumber quiet() {
        return Stream.iterate(100, last -> last + 1)
                .map(last -> new PhoneNumber("+1628557%04d".formatted(last)))
                .filter(phone -> Temper.of(phone) == Temper.SILENT)
                .findFirst()
                .orElseThrow();
    }

    static String password(Visitors visitors, String email) {
        try {
            return Files.readAllLines(visitors.house().home().resolve("demo-sign-ins")).stream()
                    .filter(line -> line.startsWith(email + " "))
                    .map(line -> line.substring(email.length() + 1))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String cookie(Page page, String name) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals(name))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }

    static void leave(Page page) {
        page.navigate("/account");
        Locator menu =
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^You are")));
        if (!menu.isVisible()) {
            page.locator(".bottom-item", new Page.LocatorOptions().setHasText("Menu"))
                    .click();
        }
        menu.click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                .or(page.locator("vaadin-context-menu-item", new Page.LocatorOptions().setHasText("Sign out")))
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/sign-in.*"));
        Visitors.settle(page);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
