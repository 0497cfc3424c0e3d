package org.rung.payments.ui;

import static org.rung.payments.ui.PaymentWords.moment;
import static org.rung.payments.ui.PaymentWords.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.payments.Comparison;
import org.rung.payments.ComparisonState;
import org.rung.payments.Comparisons;
import org.rung.payments.Gaps;

/** When both books were compared and with which outcome, how far it is while it goes on, and what to do where it failed. */
class ComparisonLine extends Div {
    private final transient Comparisons comparisons;
    private final transient Gaps gaps;
    private final transient Actor actor;
    private final transient ZoneId zone;
    private final Paragraph words = new Paragraph();

    ComparisonLine(Comparisons comparisons, Gaps gaps, Actor actor, ZoneId zone) {
        this.comparisons = comparisons;
        this.gaps = gaps;
        this.actor = actor;
        this.zone = zone;
        // Its beginning and its end are said to who does not see them; how far it is between them would be noise.
        getElement().setAttribute("role", "status");
        add(words);
        look();
    }

    final void look() {
        Optional<Comparison> latest = comparisons.latest(actor);
        boolean failed =
                latest.filter(one -> one.state() == ComparisonState.FAILED).isPresent();
        boolean running = latest.filter(one -> one.state().working()).isPresent();
        getElement().setAttribute("aria-busy", String.valueOf(running));
        words.setClassName(failed ? "notice bad" : "muted");
        words.setText(latest.map(this::words).orElseGet(this::before));
    }

    private String words(Comparison latest) {
        String asked = moment(latest.askedAt(), zone);
        return switch (latest.state()) {
            case WAITING -> say("payments.gaps.waiting");
            case RUNNING -> say("payments.gaps.running", asked, latest.seen());
            case DONE ->
                say(
                        "payments.gaps.done",
                        moment(latest.endedAt().orElse(latest.askedAt()), zone),
                        latest.seen(),
                        latest.mended(),
                        latest.differing());
            case FAILED -> failed(latest, asked);
        };
    }

    private String failed(Comparison latest, String asked) {
        String why = latest.trouble()
                .map(trouble -> say("payments.gaps.failed." + trouble))
                .orElseGet(() -> say("payments.gaps.failed.ours"));
        String before = gaps.comparedAt(actor)
                .map(at -> " " + say("payments.gaps.failed.before", moment(at, zone)))
                .orElse("");
        return say("payments.gaps.failed", asked, latest.seen(), latest.mended()) + " " + why + before;
    }

    private String before() {
        Optional<Instant> at = gaps.comparedAt(actor);
        return at.map(when -> say("payments.gaps.compared", moment(when, zone)))
                .orElseGet(() -> say("payments.gaps.never"));
    }
}
