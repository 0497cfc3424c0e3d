package org.rung.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** People with browsers, each with their own cookies; what their consoles complain of is kept. */
public final class Visitors implements AutoCloseable {

    static final String MISSING = "No Chromium found: install it, or point the environment variable CHROMIUM at it";

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Milliseconds. */
    private static final double PATIENCE = 20_000;

    private final House house;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Visitors(House house) {
        this.house = house;
        // What takes a second here takes many on a machine that others use too; what is true already waits for nothing.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(ARGUMENTS));
    }

    private static Path chromium() {
        return found().orElseThrow(() -> new IllegalStateException(MISSING));
    }

    /** Where the browser is, if there is one. */
    static Optional<Path> found() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("CHROMIUM")).orElse(""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/snap/bin/chromium",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                        "/Applications/Chromium.app/Contents/MacOS/Chromium")
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    House house() {
        return house;
    }

    Page onPhone() {
        return page(390, 800, ColorScheme.LIGHT, true);
    }

    Page atDesk() {
        return page(1280, 900, ColorScheme.LIGHT, false);
    }

    /** Who reads from right to left: in letters that nobody wrote, to see what the layout does with them. */
    Page leftwards() {
        return page(390, 800, ColorScheme.LIGHT, true, "ar-XB");
    }

    Page page(int width, int height, ColorScheme look, boolean phone) {
        return page(width, height, look, phone, "en-US");
    }

    private Page page(int width, int height, ColorScheme look, boolean phone, String language) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(house.url())
                .setViewportSize(width, height)
                .setColorScheme(look)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setHasTouch(phone)
                .setIsMobile(phone)
                .setLocale(language));
        context.setDefaultTimeout(PATIENCE);
        Page page = context.newPage();
        watch(page);
        return page;
    }

    /** A second window of the same person. */
    Page anotherWindow(Page page) {
        Page other = page.context().newPage();
        watch(other);
        return other;
    }

    private void watch(Page page) {
        page.onConsoleMessage(said -> {
            if (said.type().equals("error") && !harmless(said.text(), said.location()))
                complaints.add(page.url() + " console: " + said.text() + " (" + said.location() + ")");
        });
        page.onPageError(error -> complaints.add(page.url() + " error: " + error));
        page.onRequest(request -> {
            String host = URI.create(request.url().split("[?#]", 2)[0]).getHost();
            if (host != null && !host.equals("localhost"))
                complaints.add(page.url() + " asked another host: " + request.url());
        });
    }

    /**
     * Whoever is thrown out hears a 401 or 403 from the push connection that is being closed; and the page of an event or a gift that
     * is not there says so with its status too.
     */
    private static boolean harmless(String text, String location) {
        return location.contains("v-r=push") && text.matches(".*\\b(401|403)\\b.*")
                || (location.contains("/e/nothing") || location.contains("/g/nothing"))
                        && text.matches(".*\\b404\\b.*");
    }

    /** By the button of the demo's sign-in page. */
    Page signIn(Page page, String name) {
        page.navigate("/sign-in");
        page.locator(".demo-person", new Page.LocatorOptions().setHasText(name)).click();
        page.waitForURL(url -> !url.contains("sign-in"));
        return page;
    }

    /** Until the server has said all that it has to say for now, and the letters are there. */
    static void settle(Page page) {
        page.waitForFunction("() => Object.values(window.Vaadin?.Flow?.clients ?? {})"
                + ".every(client => !client.isActive || !client.isActive()) && document.fonts.status === 'loaded'");
    }

    /** What everyone looks at, as pictures under target/failed. */
    void showTheirScreens() {
        Path folder = Path.of(System.getProperty("rung.target", "target"), "failed");
        int number = 0;
        for (BrowserContext person : browser.contexts())
            for (Page page : person.pages()) {
                Path file = folder.resolve(++number + ".png");
                page.screenshot(new Page.ScreenshotOptions().setPath(file));
                System.out.println(page.url() + " looked like " + file);
            }
        if (!complaints.isEmpty()) System.out.println("Consoles: " + complaints);
    }

    void assertNobodyComplained() {
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
