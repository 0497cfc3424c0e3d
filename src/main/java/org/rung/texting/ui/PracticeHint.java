package org.rung.texting.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.rung.practice.Moment;
import org.rung.practice.PracticeTalk;

/** What a texter may do now, in a sentence. */
class PracticeHint extends Div {
    private final Span words = new Span();
    private final NativeButton next;

    /** @param finish goes on where nothing can be written any more */
    PracticeHint(Runnable finish) {
        next = new NativeButton(getTranslation("practice.next"), click -> finish.run());
        next.addClassNames("btn", "small");
        words.getElement().setAttribute("role", "status");
        words.addClassName("grow");
        add(words, next);
        addClassNames("notice", "row", "wrap", "practice-hint");
    }

    void show(PracticeTalk talk) {
        boolean over = talk.moment() == Moment.OPTED_OUT;
        words.setText(getTranslation(key(talk), talk.supporter().firstName()));
        setClassName("bad", over);
        setClassName("good", !over);
        next.setVisible(over);
    }

    private static String key(PracticeTalk talk) {
        // Who recorded a wish to be left alone reads what came of it, whoever wrote it.
        return switch (talk.moment()) {
            case ANSWER -> "practice.hint." + talk.temper() + "." + talk.said();
            case FIRST, LISTEN, SAID_ALL, OPTED_OUT, DONE -> "practice.hint." + talk.moment();
        };
    }
}
