package org.rung.scripts.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Map;
import org.rung.scripts.MergeFilled;
import org.rung.scripts.MergePiece;
import org.rung.scripts.MergeText;

/** Texts with their merge fields as chips, and as someone will read them. */
final class MergeWords {
    private MergeWords() {}

    /** As it is written, each field a chip with its name. */
    static Div chips(String template, Map<String, String> labels) {
        var text = new Div();
        text.addClassName("txt");
        for (var piece : MergeText.pieces(template)) {
            switch (piece) {
                case MergePiece.Words words -> text.add(new Span(words.stored()));
                case MergePiece.Field field -> {
                    boolean known = labels.containsKey(field.name());
                    var label = labels.getOrDefault(field.name(), field.name());
                    mark(text, label, field.stored(), known ? "" : "wrong");
                }
                case MergePiece.Broken broken -> mark(text, broken.stored(), broken.stored(), "wrong");
            }
        }
        return text;
    }

    /** As one person reads it, what came from a field marked. */
    static Div filled(List<MergeFilled> parts, String classes) {
        var text = new Div();
        text.addClassNames(classes.split(" "));
        for (var part : parts) {
            if (part.field().isPresent()) mark(text, part.text(), part.field().get(), "");
            else text.add(new Span(part.text()));
        }
        return text;
    }

    private static void mark(Div text, String words, String title, String extra) {
        var mark = new Element("mark").setText(words).setAttribute("title", title);
        if (!extra.isEmpty()) mark.setAttribute("class", extra);
        text.getElement().appendChild(mark);
    }
}
