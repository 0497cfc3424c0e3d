package org.rung.scripts.ui;

import com.vaadin.flow.component.html.Span;
import org.rung.segments.Segments;

/** How long a text is for whoever reads it, and in how many pieces it leaves. */
class LengthChip extends Span {
    private final transient Around around;

    LengthChip(Around around, String text, boolean picture) {
        this.around = around;
        addClassNames("chip", "num");
        count(text, picture);
    }

    /** What leaves with a picture is one message, whatever its length and letters. */
    final void count(String text, boolean picture) {
        var rendered = around.render().apply(text);
        if (picture) {
            setText(getTranslation("scripts.studio.count.picture", rendered.length()));
            setClassName("warn", false);
            return;
        }
        var segments = Segments.of(rendered);
        setText(getTranslation("scripts.studio.count", rendered.length(), segments.count()));
        setClassName("warn", segments.count() > 2 || !segments.gsm());
    }
}
