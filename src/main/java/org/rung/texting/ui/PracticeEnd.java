package org.rung.texting.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import org.rung.practice.Practice;
import org.rung.texting.Home;
import org.rung.texting.TextingPaths;

/** What a texter can do by now, and the way to their first batch. */
class PracticeEnd extends Div {
    private final H1 heading;

    PracticeEnd(Practice practice, String firstName, Optional<Home.Work> work, Runnable again) {
        boolean ready = practice.happened();
        heading = new H1(getTranslation(ready ? "practice.end" : "practice.end.nobody", firstName));
        heading.getElement().setAttribute("tabindex", "-1");
        Div middle = new Div();
        middle.addClassName("practice-end");
        if (ready) {
            Span tick = new Span("✓");
            tick.addClassName("desk-tick");
            tick.getElement().setAttribute("aria-hidden", "true");
            UnorderedList learnt = new UnorderedList(point("send"), point("answer"), point("stop"));
            learnt.addClassName("practice-learnt");
            middle.add(tick, heading, new Paragraph(getTranslation("practice.end.line")), learnt);
        } else {
            middle.add(heading, new Paragraph(getTranslation("practice.end.nobody.line")));
        }
        middle.add(actions(ready, work, again));
        add(middle);
        addClassName("practice-rest");
    }

    private ListItem point(String what) {
        return new ListItem(getTranslation("practice.end." + what));
    }

    private Div actions(boolean ready, Optional<Home.Work> work, Runnable again) {
        Anchor first = work.map(now -> way("practice.end.first", TextingPaths.text(now.campaignId()), ready))
                .orElseGet(() -> way("practice.end.home", TextingPaths.HOME, ready));
        NativeButton once = new NativeButton(getTranslation("practice.again"), click -> again.run());
        once.addClassName("btn");
        once.setClassName("ghost", ready);
        Div actions = ready ? new Div(first, once) : new Div(once, first);
        if (work.isPresent()) {
            actions.add(way("practice.end.home", TextingPaths.HOME, false));
        }
        actions.addClassNames("actions", "practice-actions");
        return actions;
    }

    private Anchor way(String words, String path, boolean strong) {
        Anchor way = new Anchor("/" + path, getTranslation(words));
        way.addClassName("btn");
        way.setClassName("ghost", !strong);
        return way;
    }

    void focusName() {
        heading.getElement().callJsFunction("focus");
    }
}
