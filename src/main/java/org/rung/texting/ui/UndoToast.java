package org.rung.texting.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;

/** "Sent. Undo": there for as long as the server holds the text, also on the next conversation, above its field. */
class UndoToast extends Div {

    UndoToast(String said, String undoWords, Duration held, Runnable undo) {
        Span words = new Span(said);
        words.addClassNames("grow", "clip");
        NativeButton button = new NativeButton(undoWords, click -> {
            removeFromParent();
            undo.run();
        });
        button.addClassNames("btn", "ghost", "small");
        addClassName("desk-toast");
        getElement().setAttribute("role", "status");
        add(words, button);
        // Once shown it counts by itself, however often it moves to another conversation's field.
        getElement()
                .executeJs(
                        "this.until ??= Date.now() + $0; setTimeout(() => { this.hidden = true; }, this.until - Date.now());"
                                + " this.left ??= $1.appendChild(window.rungCountdown($0 / 1000));",
                        held.toMillis(),
                        button.getElement());
    }
}
