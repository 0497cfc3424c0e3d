package org.rung.live.ui;

import static org.rung.live.ui.LiveWords.div;
import static org.rung.live.ui.LiveWords.number;
import static org.rung.live.ui.LiveWords.say;
import static org.rung.live.ui.LiveWords.span;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.Optional;
import org.rung.ladder.StartingWords;
import org.rung.live.LivePage;
import org.rung.people.PeoplePaths;
import org.rung.texting.Successes;

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
        now.succeeded().ifPresent(done -> success.show(number(done), reached(page, done)));
        texted.leadTo(now.texted(), people(page, "texted"));
        optedOut.leadTo(now.optedOut(), people(page, "opted_out_in"));
        success.leadTo(now.succeeded().orElse(0L), people(page, Successes.FILTER));
    }

    /** What it is after, how many of those who were texted that is, and how near the number is that was hoped for. */
    private String reached(LivePage page, long done) {
        var share = say(
                "live.success.share", aim(page), percent(done, page.numbers().texted()));
        return page.campaign()
                .terms()
                .goalNumber()
                .map(goal -> share + " · " + say("live.success.of", goal, percent(done, goal)))
                .orElse(share);
    }

    private String aim(LivePage page) {
        return page.goalRung()
                .map(rung -> say("live.success.rung", StartingWords.in(getLocale(), rung)))
                .or(() -> page.campaign().goal().map(goal -> say("scripts.action." + goal)))
                .orElse("");
    }

    private static String people(LivePage page, String kind) {
        return "/" + PeoplePaths.SUPPORTERS + "?kind=" + kind + "&value="
                + page.campaign().campaignId().text();
    }

    static long percent(long part, long all) {
        return all == 0 ? 0 : Math.min(100, Math.round(100.0 * part / all));
    }

    private static final class Count extends Div {
        private final Element number = new Element("b");
        private final Span label;
        private final Anchor people = new Anchor();
        private Optional<String> leads = Optional.empty();
        private final Span line = span("small muted", "");

        Count(String words) {
            addClassName("count");
            getElement().appendChild(number);
            label = span("small", say(words));
            add(label, line);
            line.addClassName("live-line");
        }

        void show(String many, String more) {
            number.setText(many);
            line.setText(more);
        }

        /** To the people behind the number, where there are any. */
        void leadTo(long many, String path) {
            var wanted = Optional.of(path).filter(any -> many > 0);
            if (wanted.equals(leads)) return;
            leads = wanted;
            remove(label, people);
            people.removeAll();
            if (wanted.isEmpty()) {
                underNumber(label);
                return;
            }
            people.setHref(path);
            people.addClassName("count-people");
            people.add(label);
            underNumber(people);
        }

        private void underNumber(Component words) {
            getElement().insertChild(1, words.getElement());
        }
    }
}
