package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A phone that is woken: by the worker that Rung leaves there, as its maker's push service would. */
@Journey
class AlertsJourneyTest {
    private static final String SHOWN = "async () => (await (await navigator.serviceWorker.ready).getNotifications())"
            + ".map(each => each.title + ': ' + each.body).join(';')";

    @Test
    void a_texter_is_told_on_their_phone_and_not_while_they_look(Visitors visitors) {
        Page dana = visitors.signIn(visitors.onPhone(), "Dana");
        dana.navigate("/alerts");
        assertThat(dana.locator(".chip[role=status]")).hasText("Not told here");
        assertThat(dana.getByText("Tell me here")).isVisible();

        dana.context().grantPermissions(List.of("notifications"));
        var line = dana.context().newCDPSession(dana);
        var worker = new AtomicReference<JsonObject>();
        line.on(
                "ServiceWorker.workerRegistrationUpdated",
                said -> said.getAsJsonArray("registrations").forEach(each -> worker.set(each.getAsJsonObject())));
        line.send("ServiceWorker.enable");
        dana.evaluate("async () => { await navigator.serviceWorker.register('/push.js', { scope: '/' });"
                + " await navigator.serviceWorker.ready; }");
        await().untilAsserted(() -> {
            dana.evaluate("1");
            assertThat(worker.get()).isNotNull();
        });

        deliver(line, visitors, worker.get(), "{\"title\":\"It works\",\"words\":\"Here\",\"count\":0,\"path\":\"/\"}");
        await().untilAsserted(() -> assertThat(dana.evaluate(SHOWN)).isEqualTo("It works: Here"));
        deliver(
                line,
                visitors,
                worker.get(),
                "{\"title\":\"2 replies\",\"words\":\"\",\"count\":2,\"path\":\"/replies\"}");
        assertThat(dana.evaluate(
                        "async () => { await new Promise(done => setTimeout(done, 300)); return (" + SHOWN + ")(); }"))
                .isEqualTo("It works: Here");
        visitors.assertNobodyComplained();
    }

    private static void deliver(CDPSession line, Visitors visitors, JsonObject worker, String words) {
        var push = new JsonObject();
        push.addProperty("origin", visitors.house().url());
        push.addProperty("registrationId", worker.get("registrationId").getAsString());
        push.addProperty("data", words);
        line.send("ServiceWorker.deliverPushMessage", push);
    }
}
