package org.rung.help.ui;

import static org.rung.help.ui.HelpWords.role;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;
import org.rung.help.HelpDraft;

/** What the texter reads when their conversation comes back. */
class BackDialog extends Dialog {
    private final TextArea note;
    private final Div problem = role(new Div(), "alert");

    BackDialog(String asker, Consumer<String> back) {
        setHeaderTitle(getTranslation("help.back"));
        setWidth("min(460px, 94vw)");
        note = new TextArea(getTranslation("help.back.note", asker));
        note.setMaxLength(HelpDraft.LONGEST);
        note.setMinRows(2);
        note.setWidthFull();
        problem.addClassNames("notice", "bad");
        problem.setVisible(false);
        var body = new Div(new Paragraph(getTranslation("help.back.line", asker)), note, problem);
        body.addClassNames("col", "help-ask");
        add(body);
        var go = new Button(getTranslation("help.back.do"), click -> {
            try {
                back.accept(note.getValue());
                close();
            } catch (Problem refused) {
                problem.setText(Sentences.of(refused));
                problem.setVisible(true);
            }
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("help.cancel"), click -> close()), go);
    }

    @Override
    public void open() {
        super.open();
        note.focus();
    }
}
