package org.rung.scripts.ui;

import static org.rung.scripts.ui.Pieces.*;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** A text as it is written; a tap opens it for writing, for those who may. */
class WrittenText extends Composite<Component> {
    private final String text;
    private final String name;
    private final transient Around around;
    private final transient Runnable edit;

    WrittenText(String text, String name, Around around, Runnable edit) {
        this.text = text;
        this.name = name;
        this.around = around;
        this.edit = edit;
    }

    @Override
    protected Component initContent() {
        var shown = text.isBlank()
                ? div("txt faint", new Span(getTranslation("scripts.studio.noText")))
                : MergeWords.chips(text, around.fields());
        if (!around.writable()) return shown;
        var button = new NativeButton("", click -> edit.run());
        button.addClassName("txt-button");
        button.getElement().setAttribute("type", "button");
        button.getElement().setAttribute("title", getTranslation("scripts.studio.edit.one", name));
        button.add(shown);
        return button;
    }
}
