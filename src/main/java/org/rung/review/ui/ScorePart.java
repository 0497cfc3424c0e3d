package org.rung.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.review.Score;
import org.rung.review.Scores;
import org.rung.texting.ConversationId;

/** A word to who texted: how it went, and a kind note. What one said before can be changed. */
class ScorePart extends Details {
    private static final int MOST = 3;

    private final transient Scores scores;
    private final transient Actor.Member actor;
    private final transient ConversationId conversation;
    private final Map<Integer, NativeButton> stars = new HashMap<>();
    private final TextArea note;
    private int chosen;

    ScorePart(Scores scores, Actor.Member actor, Threads.Shown shown) {
        this.scores = scores;
        this.actor = actor;
        this.conversation = shown.conversation().conversationId();
        addClassName("review-score");
        setSummaryText(getTranslation("review.score"));
        Div choices = new Div();
        choices.addClassNames("row", "wrap");
        choices.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("review.score"));
        for (int star = 1; star <= MOST; star++) choices.add(star(star));
        note = new TextArea(getTranslation("review.note"));
        note.setMaxLength(Scores.LONGEST);
        note.setMinRows(2);
        note.setWidthFull();
        Paragraph line = new Paragraph(getTranslation("review.score.line"));
        line.addClassNames("small", "muted");
        Div body = new Div(choices, note, line, new Button(getTranslation("review.score.save"), click -> save()));
        body.addClassName("col");
        add(body);
        scores.of(actor, conversation).forEach(score -> said(score, body, shown));
    }

    private void said(Score score, Div body, Threads.Shown shown) {
        if (score.from().equals(actor.memberId())) {
            choose(score.stars());
            note.setValue(score.note());
            setSummaryText(getTranslation("review.scored", getTranslation("review.score." + score.stars())));
        } else {
            String from = Optional.ofNullable(shown.names().get(score.from())).orElse("");
            Paragraph other = new Paragraph(getTranslation(
                    from.isEmpty() ? "review.score.other" : "review.score.by",
                    getTranslation("review.score." + score.stars()),
                    score.note(),
                    from));
            other.addClassName("small");
            body.add(other);
        }
    }

    private NativeButton star(int star) {
        NativeButton button = new NativeButton(getTranslation("review.score." + star), click -> choose(star));
        button.addClassName("chip");
        button.getElement().setAttribute("aria-pressed", "false");
        stars.put(star, button);
        return button;
    }

    private void choose(int star) {
        chosen = star;
        stars.forEach((one, button) -> {
            button.setClassName("on", one == star);
            button.getElement().setAttribute("aria-pressed", String.valueOf(one == star));
        });
    }

    private void save() {
        try {
            scores.say(actor, conversation, chosen, note.getValue());
            note.setInvalid(false);
            setSummaryText(getTranslation("review.scored", getTranslation("review.score." + chosen)));
            Notification.show(getTranslation("review.score.saved"), 4_000, Notification.Position.BOTTOM_CENTER);
        } catch (Problem problem) {
            note.setErrorMessage(Sentences.of(problem));
            note.setInvalid(true);
        }
    }
}
