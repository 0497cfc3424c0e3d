package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import org.rung.campaigns.SendPlan;

/** What the first texts will take, and the one thing that holds them up most. */
class PlanCard extends Div {
    private final Scene scene;

    PlanCard(SendPlan plan, Scene scene) {
        this.scene = scene;
        addClassNames("card", "col", "plan");
        add(new H3(scene.words("campaigns.plan")));
        if (plan.texts() == 0) {
            add(span("muted", scene.words("campaigns.plan.cap.NOBODY")));
            exceptions(plan);
            return;
        }
        var figures = div("row wrap");
        figures.add(
                figure("texts", number(plan.texts())),
                figure(plan.pictures() ? "pictures" : "segments", number(plan.segments())));
        figures.add(figure("cost", cost(plan)), figure("finish", finish(plan)));
        figures.add(figure("hours", number(Math.max(1, Math.round(plan.texterHours())))));
        add(figures);
        add(span("", scene.words("campaigns.plan.cap." + plan.cap(), plan.segmentsAMinute())));
        if (plan.ahead() > 0) add(span("", scene.words("campaigns.plan.ahead", plan.ahead())));
        add(span(
                "muted small",
                scene.words(
                        "campaigns.plan.how",
                        plan.sampled(),
                        SendPlan.FIRST_TEXTS_AN_HOUR,
                        SendPlan.ANSWERS_OF_A_HUNDRED,
                        SendPlan.ANSWERS_AN_HOUR)));
        if (plan.placesMissing() > 0) {
            warn(scene.words("campaigns.plan.places", plan.placesMissing(), plan.newPeople()));
        }
        exceptions(plan);
    }

    /** For whom the figures do not hold. */
    private void exceptions(SendPlan plan) {
        plan.paused().forEach(some -> warn(scene.words("campaigns.plan.paused", some.people(), some.number())));
        if (plan.later() > 0) warn(scene.words("campaigns.plan.later", plan.later()));
        if (plan.tooOften() > 0) warn(scene.words("campaigns.plan.too-often", plan.tooOften()));
    }

    private void warn(String words) {
        add(div("notice warn", span("", words)));
    }

    private Div figure(String what, String value) {
        var figure = div("col", span("small muted", scene.words("campaigns.plan." + what)), span("strong", value));
        figure.getStyle().set("gap", "0");
        return figure;
    }

    private String cost(SendPlan plan) {
        return plan.cost()
                .map(cost -> {
                    var money = NumberFormat.getCurrencyInstance(scene.locale());
                    money.setCurrency(Currency.getInstance(plan.currency().orElseThrow()));
                    return money.format(cost);
                })
                .orElseGet(() -> scene.words("campaigns.plan.cost.unknown"));
    }

    private String finish(SendPlan plan) {
        ZoneId zone = scene.signedIn().organization().zone();
        return plan.finish()
                .map(at -> DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(scene.locale())
                        .format(at.atZone(zone)))
                .orElseGet(() -> scene.words("campaigns.plan.finish.far"));
    }

    private String number(long number) {
        return NumberFormat.getIntegerInstance(scene.locale()).format(number);
    }
}
