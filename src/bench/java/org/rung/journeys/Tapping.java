package org.rung.journeys;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;

/** One real browser at first texts: how long from the key to the next card on the screen. */
public final class Tapping implements AutoCloseable {
    /** Once the next card is in the page, the frame that shows it is drawn before the message comes back. */
    private static final String WATCH = """
            () => {
              const desk = document.querySelector('rung-first-texts');
              window.taps = [];
              addEventListener('keydown', event => {
                if (event.key !== 'Enter' || !desk.cards.length) return;
                const before = desk.shown;
                const look = () => {
                  if (desk.shown === before || !desk.shown) { requestAnimationFrame(look); return; }
                  const drawn = new MessageChannel();
                  drawn.port1.onmessage = () => window.taps.push(performance.now() - event.timeStamp);
                  drawn.port2.postMessage(0);
                };
                requestAnimationFrame(look);
              }, true);
            }
            """;

    private final Visitors visitors;
    private final Page page;

    /** Signs in and opens the screen. */
    public Tapping(House house, String email, String password, String path) {
        visitors = new Visitors(house);
        page = visitors.atDesk();
        page.navigate("/sign-in");
        var form = page.locator(".doorway:not(#first-paint) .doorway-card form");
        form.locator("input[name=username]").fill(email);
        form.locator("input[name=password]").fill(password);
        form.locator("button[type=submit]").first().click();
        page.waitForURL(url -> !url.contains("sign-in"));
        page.navigate(path);
        page.locator("rung-composer textarea").waitFor();
        Visitors.settle(page);
        page.evaluate(WATCH);
    }

    /** Presses Enter at this pace for so long; milliseconds of each that led to another card. */
    @SuppressWarnings("unchecked")
    public List<Number> taps(Duration time, Duration pace) {
        page.evaluate("() => { window.taps = []; }");
        for (long until = System.nanoTime() + time.toNanos(); System.nanoTime() < until; ) {
            page.locator("rung-composer textarea").press("Enter");
            page.waitForTimeout(pace.toMillis());
        }
        return (List<Number>) page.evaluate("() => window.taps");
    }

    /** Once everything that was pressed has been answered. */
    public void settle() {
        page.waitForFunction("() => [...document.querySelector('rung-first-texts').sent.keys()].length === 0");
        Visitors.settle(page);
        visitors.assertNobodyComplained();
    }

    @Override
    public void close() {
        visitors.close();
    }
}
