package org.rung.answers.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.accounts.Sentences;
import org.rung.answers.ManyAnswers;
import org.rung.answers.Outcome;
import org.rung.answers.Progress;
import org.rung.answers.ReplyDeed;
import org.rung.answers.ReplyJob;
import org.rung.answers.ReplyState;
import org.rung.common.Actor;
import org.rung.common.Problem;

/** One job: what they get, how many got it, who did not and why, and the way to stop it. */
class AnswersRow extends Div {

    AnswersRow(ManyAnswers answers, Actor actor, ReplyJob job, Optional<Progress> known, String who, Instant now) {
        addClassNames("exchange-row", "bulk-row");
        getElement().setAttribute("role", "listitem");
        // Everyone it was about may be erased since.
        int total = known.map(Progress::total).orElse(0);
        int done = known.map(Progress::done).orElse(0);
        int got = known.map(Progress::got).orElse(0);
        var name = new Span(
                job.deed() instanceof ReplyDeed.Reply reply
                        ? "“" + reply.words() + "”"
                        : getTranslation("answers.recorded"));
        name.addClassNames("strong", "clip");
        var about = new Span(
                job.working()
                        ? getTranslation("answers.of", who, done, total)
                        : getTranslation("answers.got", who, got, total));
        about.addClassNames("muted", "small", "num");
        var what = new Div(name, about);
        what.addClassNames("exchange-what", "grow");
        String others = known.map(Progress::outcomes).map(this::others).orElse("");
        if (!others.isEmpty()) {
            var line = new Span(others);
            line.addClassNames("muted", "small");
            what.add(line);
        }
        job.problem().ifPresent(why -> {
            var said = new Span(Sentences.of(why));
            said.addClassNames("small", "bulk-problem");
            what.add(said);
        });
        add(what);
        if (job.working()) add(bar(total == 0 ? 0 : done * 100 / total));
        add(state(job));
        if (job.mayBeStopped(now)) add(stop(answers, actor, job));
    }

    private String others(Map<Outcome, Integer> outcomes) {
        return outcomes.entrySet().stream()
                .filter(one -> one.getKey() != Outcome.SENT && one.getKey() != Outcome.RECORDED)
                .map(one -> getTranslation("answers.outcome." + one.getKey(), one.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private Button stop(ManyAnswers answers, Actor actor, ReplyJob job) {
        String words = getTranslation(job.state() == ReplyState.DONE ? "answers.takeBack" : "answers.stop");
        var button = new Button(words, click -> {
            try {
                answers.stop(actor, job.replyJobId());
            } catch (Problem why) {
                Notification.show(Sentences.of(why), 6_000, Notification.Position.BOTTOM_CENTER);
            }
        });
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private Span state(ReplyJob job) {
        var chip = new Span(getTranslation("answers.state." + job.state()));
        chip.addClassName("chip");
        if (job.state() == ReplyState.DONE) chip.addClassName("good");
        if (job.state() == ReplyState.FAILED) chip.addClassName("bad");
        if (job.working()) chip.addClassName("warn");
        return chip;
    }

    private Div bar(int percent) {
        var filled = new Element("b");
        filled.getStyle().set("width", percent + "%");
        var bar = new Div();
        bar.addClassNames("bar", "exchange-bar");
        bar.getElement().appendChild(filled);
        bar.getElement().setAttribute("role", "progressbar");
        bar.getElement().setAttribute("aria-label", getTranslation("answers.progress"));
        bar.getElement().setAttribute("aria-valuemin", "0");
        bar.getElement().setAttribute("aria-valuemax", "100");
        bar.getElement().setAttribute("aria-valuenow", Integer.toString(percent));
        return bar;
    }
}
