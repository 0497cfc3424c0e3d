package org.rung.asks.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashMap;
import java.util.Map;
import org.rung.asks.AskVariant;

/** An ask in the language that Rung speaks beside the organization's; what programs put into others stays as it is. */
class OtherLanguage extends Div {
    private final String language;
    private final TextField title;
    private final TextArea words;
    private final Map<String, AskVariant> others = new HashMap<>();

    OtherLanguage(String house) {
        language = house.equals("es") ? "en" : "es";
        var name = getTranslation("asks.language." + language);
        title = new TextField(getTranslation("asks.dialog.title.in", name));
        title.setMaxLength(120);
        words = new TextArea(getTranslation("asks.dialog.words.in", name));
        words.setMaxLength(320);
        var head = new Span(getTranslation("asks.dialog.in", name));
        head.addClassNames("strong", "wide");
        var help = new Paragraph(getTranslation("asks.dialog.in.help", name));
        help.addClassNames("small", "muted");
        addClassNames("form", "wide", "ask-other");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", head.getText());
        // Screen readers say these words as they are said in that language, and browsers check them in it.
        title.getElement().setAttribute("lang", language);
        words.getElement().setAttribute("lang", language);
        add(head, help, title, words);
    }

    void show(Map<String, AskVariant> variants) {
        others.clear();
        others.putAll(variants);
        var mine = others.remove(language);
        title.setValue(mine == null ? "" : mine.title());
        words.setValue(mine == null ? "" : mine.words());
    }

    Map<String, AskVariant> variants() {
        var all = new HashMap<>(others);
        all.put(language, new AskVariant(title.getValue(), words.getValue()));
        return all;
    }
}
