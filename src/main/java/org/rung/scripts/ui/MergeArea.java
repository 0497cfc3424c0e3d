package org.rung.scripts.ui;

import static org.rung.scripts.ui.Pieces.*;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Map;
import java.util.function.Consumer;

/** Where a text is written; a tap on a field puts it in where the cursor stands. */
class MergeArea extends Div {
    private final TextArea area = new TextArea();

    MergeArea(String label, String text, Map<String, String> fields, Consumer<String> changed) {
        addClassName("merge-area");
        area.setLabel(label);
        area.setValue(text);
        area.setMaxLength(1_600);
        area.setWidthFull();
        area.setMinRows(3);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setValueChangeTimeout(250);
        area.addValueChangeListener(change -> {
            if (change.isFromClient()) changed.accept(change.getValue());
        });
        var insert = div("insert", span("small muted", getTranslation("scripts.studio.insert")));
        fields.forEach((field, shown) -> {
            var button = button("chip", shown, () -> insert(stored(field)));
            button.setAriaLabel(getTranslation("scripts.studio.insert.one", shown));
            insert.add(button);
        });
        add(area, insert);
    }

    /** A first name is often missing, so it comes with something to say instead. */
    private String stored(String field) {
        return field.equals("firstName")
                ? "{firstName|" + getTranslation("scripts.studio.there") + "}"
                : "{" + field + "}";
    }

    private void insert(String stored) {
        area.getElement().executeJs("""
                const input = this.inputElement;
                input.setRangeText($0, input.selectionStart, input.selectionEnd, 'end');
                input.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
                input.focus();
                """, stored);
    }

    void focus() {
        area.focus();
    }
}
