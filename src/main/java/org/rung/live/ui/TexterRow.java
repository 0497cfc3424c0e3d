package org.rung.live.ui;

import static org.rung.live.ui.LiveWords.ago;
import static org.rung.live.ui.LiveWords.button;
import static org.rung.live.ui.LiveWords.div;
import static org.rung.live.ui.LiveWords.role;
import static org.rung.live.ui.LiveWords.say;
import static org.rung.live.ui.LiveWords.span;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.function.Consumer;
import org.rung.live.LiveTexter;
import org.rung.texting.WorkMoveKind;

/** A texter: whether they are at work, what they hold, and what may be done about it. */
class TexterRow extends Div {
    private final Span state = span("chip", "");
    private final Span name = span("strong", "");
    private final Span firsts = span("chip work", "");
    private final Span replies = span("chip work", "");
    private final Span did = span("small muted", "");
    private final NativeButton move;
    private final NativeButton look;
    private LiveTexter texter;

    TexterRow(LiveTexter texter, Instant now, Consumer<LiveTexter> moves, Consumer<LiveTexter> looks) {
        this.texter = texter;
        addClassNames("row", "wrap", "live-texter");
        role(this, "listitem");
        move = button("btn ghost small", say("live.texter.move"), () -> moves.accept(this.texter));
        move.setAriaLabel(say("live.texter.move.of", texter.name()));
        look = button("btn small", say("live.texter.review"), () -> looks.accept(this.texter));
        look.setAriaLabel(say("live.texter.review.of", texter.name()));
        getElement().setAttribute("data-texter", texter.texter().text());
        // By these one drags what they hold onto somebody else.
        firsts.getElement().setAttribute("data-work", WorkMoveKind.FIRST_TEXTS.name());
        replies.getElement().setAttribute("data-work", WorkMoveKind.REPLIES.name());
        firsts.getElement().setAttribute("title", say("live.texter.drag"));
        replies.getElement().setAttribute("title", say("live.texter.drag"));
        add(
                div("grow", div("row live-name", name, state), div("row wrap live-name", firsts, replies, did)),
                look,
                move);
        show(texter, now);
    }

    final void show(LiveTexter changed, Instant now) {
        texter = changed;
        name.setText(changed.name());
        state.setText(say("live.texter." + state(changed, now)));
        state.setClassName("good", changed.atWork(now) && !changed.overdue(now));
        state.setClassName("warn", changed.overdue(now) || changed.review());
        firsts.setVisible(changed.firstTexts() > 0);
        firsts.setText(say("live.texter.firsts", changed.firstTexts()));
        replies.setVisible(changed.replies() > 0);
        replies.setText(changed.oldest()
                .map(since -> say("live.texter.replies", changed.replies(), ago(since, now)))
                .orElse(""));
        did.setText(changed.lastDid()
                .map(at -> say("live.texter.did", ago(at, now)))
                .orElse(say("live.texter.never")));
        move.setVisible(changed.firstTexts() + changed.replies() > 0);
        look.setVisible(changed.review());
    }

    private static String state(LiveTexter texter, Instant now) {
        if (texter.suspended()) return "suspended";
        if (texter.review()) return "waitsForReview";
        if (texter.overdue(now)) return "overdue";
        if (texter.waitsForWork(now)) return "idle";
        return texter.atWork(now) ? "atWork" : "away";
    }
}
