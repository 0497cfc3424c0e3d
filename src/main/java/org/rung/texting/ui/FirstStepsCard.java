package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.Set;
import org.rung.accounts.AccountsPaths;
import org.rung.campaigns.CampaignsPaths;
import org.rung.common.Actor;
import org.rung.exchange.ExchangePaths;
import org.rung.scripts.ScriptsPaths;
import org.rung.senders.SendersPaths;
import org.rung.texting.FirstSteps.Step;
import org.rung.turf.TurfPaths;

/** The way to a first campaign, as a list that ticks itself off. */
class FirstStepsCard extends Div {
    private static final Map<Step, String> WAYS = Map.of(
            Step.SENDER, SendersPaths.SENDERS,
            Step.LIST, ExchangePaths.IMPORTS,
            Step.SCRIPT, ScriptsPaths.NEW,
            Step.TURF, TurfPaths.NEW_TURF,
            Step.TEAM, AccountsPaths.MEMBERS,
            Step.CAMPAIGN, CampaignsPaths.CAMPAIGNS);

    FirstStepsCard(Component screen, Actor actor, Set<Step> done) {
        Span line = new Span(screen.getTranslation("texting.steps.line", done.size(), Step.values().length));
        line.addClassNames("small", "muted");
        OrderedList steps = new OrderedList();
        steps.addClassName("first-steps");
        boolean next = true;
        for (Step step : Step.values()) {
            steps.add(item(screen, actor, step, done.contains(step), next));
            next &= done.contains(step);
        }
        add(new H2(screen.getTranslation("texting.steps")), line, steps);
        addClassNames("card", "col", "pad");
    }

    private static Component item(Component screen, Actor actor, Step step, boolean done, boolean next) {
        Span tick = new Span(done ? "✓" : String.valueOf(step.ordinal() + 1));
        tick.addClassName("first-steps-tick");
        tick.getElement().setAttribute("aria-hidden", "true");
        String title = screen.getTranslation("texting.steps." + step.name());
        Span why = new Span(screen.getTranslation("texting.steps.why." + step.name()));
        why.addClassNames("small", "muted");
        Div words = new Div();
        words.addClassName("grow");
        if (step.mayBeDoneBy(actor) && !done) {
            words.add(new Anchor("/" + WAYS.get(step), title), why);
        } else {
            Span plain = new Span(title);
            plain.addClassName("strong");
            words.add(plain, done ? said(screen) : why);
        }
        ListItem item = new ListItem(tick, words);
        item.setClassName("done", done);
        item.setClassName("next", !done && next);
        return item;
    }

    private static Component said(Component screen) {
        Span said = new Span(screen.getTranslation("texting.steps.done"));
        said.addClassNames("small", "muted");
        return said;
    }
}
