package org.rung.live.ui;

import static org.rung.live.ui.LiveWords.div;
import static org.rung.live.ui.LiveWords.number;
import static org.rung.live.ui.LiveWords.say;
import static org.rung.live.ui.LiveWords.span;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import org.rung.live.LivePage;

/** First texts, replies and their age, answers, opt-outs, failures, and how near the goal is; in place as they move. */
class NumbersCard extends Div {
    private final Count texted = new Count("live.texted");
    private final Count waiting = new Count("live.waiting");
    private final Count answered = new Count("live.answered");
    private final Count optedOut = new Count("live.optedOut");
    private final Count failed = new Count("live.failed");
    private final Count success = new Count("live.success");
    private final Element filled = new Element("b");

    NumbersCard(LivePage page) {
        addClassNames("col", "live-numbers");
        var bar = div("bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        bar.getElement().appendChild(filled);
        add(bar, div("counts", texted, waiting, answered, success, optedOut, failed));
        show(page);
    }

    final void show(LivePage page) {
        var now = page.numbers();
        filled.getStyle().set("width", percent(now.texted(), now.all()) + "%");
        texted.show(number(now.texted()), say("live.texted.of", now.all()));
        waiting.show(
                number(now.waiting()),
                now.oldest()
                        .map(since -> say("live.waiting.oldest", LiveWords.ago(since, page.at())))
                        .orElse(say("live.waiting.none")));
        answered.show(number(now.answered()), say("live.answered.of", percent(now.answered(), now.texted())));
        optedOut.show(number(now.optedOut()), say("live.optedOut.of", percent(now.optedOut(), now.texted())));
        failed.show(number(now.badNumbers()), say("live.failed.lately", now.failing()));
        success.setVisible(now.succeeded().isPresent());
        now.succeeded()
                .ifPresent(done -> success.show(
                        number(done),
                        page.campaign()
                                .terms()
                                .goalNumber()
                                .map(goal -> say("live.success.of", goal, percent(done, goal)))
                                .orElse(page.campaign()
                                        .goal()
                                        .map(goal -> say("scripts.action." + goal))
                                        .orElse(""))));
    }

    static long percent(long part, long all) {
        return all == 0 ? 0 : Math.min(100, Math.round(100.0 * part / all));
    }

    private static final class Count extends Div {
        private final Element number = new Element("b");
        private final Span line = span("small muted", "");

        Count(String words) {
            addClassName("count");
            getElement().appendChild(number);
            add(span("small", say(words)), line);
            line.addClassName("live-line");
        }

        void show(String many, String more) {
            number.setText(many);
            line.setText(more);
        }
    }
}
