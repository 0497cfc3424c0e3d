package org.rung.asks.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import org.rung.ladder.Rung;
import org.rung.ladder.RungName;
import org.rung.ladder.StartingWords;

/** The words of one rung, to be changed. */
class RungWords extends Div {
    private final TextField name;
    private final TextField blurb;
    private transient Rung seen;

    RungWords(Rung rung) {
        seen = rung;
        name = field("asks.edit.name", rung.name(), 60);
        name.setRequiredIndicatorVisible(true);
        blurb = field("asks.edit.blurb", rung.blurb(), 160);
        add(name, blurb);
        addClassNames("form", "ladder-edit-row");
    }

    private TextField field(String label, String words, int longest) {
        TextField field = new TextField(getTranslation(label, seen.position()));
        field.setMaxLength(longest);
        field.setValue(said(words));
        return field;
    }

    /** As it was when these words were shown. */
    Rung seen() {
        return seen;
    }

    RungName written() {
        return new RungName(seen.rungId(), name.getValue(), blurb.getValue());
    }

    /** Says so, and leads there, where there is none. */
    boolean hasName() {
        boolean missing = name.getValue().isBlank();
        name.setInvalid(missing);
        if (missing) {
            name.setErrorMessage(getTranslation("asks.edit.missing"));
            name.focus();
        }
        return !missing;
    }

    /** Somebody else may have changed it: whoever wrote something here keeps it, and reads what it says now. */
    void meanwhile(Rung now) {
        meanwhile(name, said(seen.name()), said(now.name()), "asks.edit.now");
        meanwhile(blurb, said(seen.blurb()), said(now.blurb()), "asks.edit.now.blurb");
        seen = now;
    }

    private void meanwhile(TextField field, String before, String now, String words) {
        if (field.getValue().equals(before)) {
            field.setValue(now);
        }
        field.setHelperText(
                before.equals(now) ? "" : getTranslation(now.isEmpty() ? "asks.edit.now.none" : words, now));
    }

    private String said(String words) {
        return StartingWords.in(getLocale(), words);
    }
}
