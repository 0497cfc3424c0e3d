package org.rung.alerts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.alerts.AlertChoices;
import org.rung.alerts.AlertPaths;
import org.rung.alerts.Alerts;
import org.rung.alerts.QuietTimes;
import org.rung.common.Actor;
import org.rung.common.Problem;

/** How one hears of replies while Rung is closed. */
@Route(AlertPaths.ALERTS)
@Menu(title = "alerts.title", order = 14)
@RolesAllowed({"TEXTER", "ORGANIZER", "COORDINATOR", "ADMIN"})
public class AlertsView extends Div implements HasDynamicTitle {
    private final Alerts alerts;
    private final Actor.Member actor;
    private final TimePicker from = new TimePicker(getTranslation("alerts.quiet.from"));
    private final TimePicker until = new TimePicker(getTranslation("alerts.quiet.until"));
    private final Checkbox digest = new Checkbox(getTranslation("alerts.digest.box"));

    AlertsView(Alerts alerts, SignedIn signedIn) {
        this.alerts = alerts;
        this.actor = signedIn.actor();
        addClassName("page");
        var line = new Span(getTranslation("alerts.line"));
        line.addClassName("muted");
        var head = new Div(new Div(new H1(getTranslation("alerts.title")), line));
        head.addClassName("page-head");
        var zone = signedIn.organization().zone().getDisplayName(TextStyle.FULL, getLocale());
        add(head, new DeviceCard(alerts, actor), quiet(zone), mail());
        show(alerts.choices(actor).orElse(AlertChoices.NONE));
    }

    private Component quiet(String zone) {
        for (var picker : java.util.List.of(from, until)) {
            picker.setStep(Duration.ofMinutes(30));
            picker.setLocale(getLocale());
            picker.setClearButtonVisible(true);
        }
        var times = new Div(from, until);
        times.addClassNames("row", "wrap");
        return card("alerts.quiet", getTranslation("alerts.quiet.line", zone), times, save());
    }

    private Component mail() {
        digest.setEnabled(alerts.mails());
        var save = save();
        save.setVisible(alerts.mails());
        return card(
                "alerts.digest",
                getTranslation(alerts.mails() ? "alerts.digest.line" : "alerts.digest.no-mail"),
                digest,
                save);
    }

    private Component card(String title, String words, Component... inside) {
        var line = new Paragraph(words);
        line.addClassName("muted");
        var card = new Section(new H2(getTranslation(title)), line);
        card.add(inside);
        card.addClassNames("card", "col", "pad");
        return card;
    }

    private Component save() {
        var buttons = new Div(new Button(getTranslation("alerts.save"), click -> choose()));
        buttons.addClassName("row");
        return buttons;
    }

    private void show(AlertChoices choices) {
        digest.setValue(choices.digest());
        choices.quiet().ifPresent(quiet -> {
            from.setValue(quiet.from());
            until.setValue(quiet.until());
        });
    }

    private void choose() {
        until.setInvalid(false);
        try {
            alerts.choose(actor, new AlertChoices(digest.getValue(), quietTimes()));
            Notification.show(getTranslation("alerts.saved"));
        } catch (Problem problem) {
            until.setErrorMessage(Sentences.of(problem));
            until.setInvalid(true);
        }
    }

    private Optional<QuietTimes> quietTimes() {
        Optional<LocalTime> begin = from.getOptionalValue();
        Optional<LocalTime> end = until.getOptionalValue();
        if (begin.isPresent() != end.isPresent()) {
            throw new Problem.Invalid("quietUntil", "problem.alerts-quiet-half");
        }
        return begin.flatMap(one -> end.map(other -> new QuietTimes(one, other)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("alerts.title") + " · Rung";
    }
}
