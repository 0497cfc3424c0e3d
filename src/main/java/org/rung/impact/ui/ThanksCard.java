package org.rung.impact.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.rung.common.Actor;
import org.rung.impact.ThankYou;
import org.rung.impact.Thanks;

/** Somebody says thank you: their words, one after another, until they are read. */
class ThanksCard extends Div {
    private final transient Thanks thanks;
    private final transient Actor.Member actor;

    ThanksCard(Thanks thanks, Actor.Member actor, List<ThankYou> unread) {
        this.thanks = thanks;
        this.actor = actor;
        addClassNames("card", "col", "pad", "thanks-card");
        show(unread);
    }

    private void show(List<ThankYou> unread) {
        removeAll();
        setVisible(!unread.isEmpty());
        if (unread.isEmpty()) return;
        ThankYou first = unread.getFirst();
        H2 title = new H2(getTranslation("impact.thanks.from", first.from()));
        NativeButton read = new NativeButton(getTranslation("impact.thanks.read"), click -> {
            thanks.read(actor, first.thanksId());
            show(thanks.unread(actor));
        });
        read.addClassNames("btn", "good", "small");
        Div row = new Div(read);
        row.addClassNames("row", "wrap");
        if (unread.size() > 1) row.add(more(unread.size() - 1));
        add(title, new Words(first.words()), row);
    }

    private Component more(int count) {
        Span more = new Span(getTranslation("impact.thanks.more", count));
        more.addClassNames("small", "muted");
        return more;
    }

    @Tag("blockquote")
    static class Words extends HtmlContainer {
        Words(String words) {
            setText(words);
        }
    }
}
