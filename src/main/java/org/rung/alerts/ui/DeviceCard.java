package org.rung.alerts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.rung.accounts.Sentences;
import org.rung.alerts.Alerts;
import org.rung.alerts.PushSubscription;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Sentence;

/** Whether this browser is told, and the button that changes it. */
class DeviceCard extends Section {
    private final Alerts alerts;
    private final Actor.Member actor;
    private final Span state = new Span(getTranslation("alerts.device.checking"));
    private final Paragraph more = new Paragraph();
    private final Button turnOn = new Button(getTranslation("alerts.device.turn-on"), click -> turnOn());
    private final Button turnOff = new Button(getTranslation("alerts.device.turn-off"), click -> turnOff());
    private final Button tryOut = new Button(getTranslation("alerts.device.try"), click -> tryOut());
    private final BrowserAlerts browser = new BrowserAlerts(this::said);

    DeviceCard(Alerts alerts, Actor.Member actor) {
        this.alerts = alerts;
        this.actor = actor;
        addClassNames("card", "col", "pad");
        var line = new Paragraph(getTranslation("alerts.device.line"));
        line.addClassName("muted");
        state.addClassName("chip");
        state.getElement().setAttribute("role", "status");
        more.getElement().setAttribute("role", "status");
        turnOn.addThemeVariants(ButtonVariant.PRIMARY);
        var buttons = new Div(turnOn, tryOut, turnOff);
        buttons.addClassNames("row", "wrap");
        var title = new H2(getTranslation("alerts.device"));
        title.addClassName("grow");
        var head = new Div(title, state);
        head.addClassNames("row", "wrap");
        add(head, line, more, buttons, browser);
        show(false, false, "");
    }

    private void said(BrowserAlerts.Said said) {
        switch (said.what) {
            case "UNSUPPORTED" -> blocked("unsupported");
            case "DENIED" -> blocked("denied");
            case "ON", "SUBSCRIBED" -> subscribed(said);
            case "UNSUBSCRIBED" -> {
                if (!said.endpoint.isEmpty()) alerts.unsubscribe(actor, said.endpoint);
                off("");
            }
            case "FAILED" -> off(getTranslation("alerts.device.failed", said.endpoint));
            default -> off("");
        }
    }

    private void subscribed(BrowserAlerts.Said said) {
        try {
            alerts.subscribe(actor, PushSubscription.of(said.endpoint, said.key, said.auth));
            state.setText(getTranslation("alerts.device.on"));
            state.setClassName("good", true);
            show(false, true, "");
        } catch (Problem problem) {
            off(Sentences.of(problem));
        }
    }

    private void off(String words) {
        state.setText(getTranslation("alerts.device.off"));
        state.setClassName("good", false);
        show(true, false, words);
    }

    private void blocked(String why) {
        state.setText(getTranslation("alerts.device." + why));
        state.setClassName("good", false);
        show(false, false, getTranslation("alerts.device." + why + ".line"));
    }

    private void show(boolean mayTurnOn, boolean on, String words) {
        turnOn.setVisible(mayTurnOn);
        turnOff.setVisible(on);
        tryOut.setVisible(on);
        more.setText(words);
        more.setVisible(!words.isEmpty());
    }

    private void turnOn() {
        alerts.publicKey().ifPresentOrElse(browser::turnOn, () -> off(getTranslation("alerts.device.unready")));
    }

    private void turnOff() {
        browser.turnOff();
    }

    private void tryOut() {
        boolean reached = alerts.tryOut(
                actor, Sentence.of("alerts.push.try.title"), Sentence.of("alerts.push.try.words"), getLocale());
        show(false, true, getTranslation(reached ? "alerts.device.tried" : "alerts.device.try-failed"));
    }
}
