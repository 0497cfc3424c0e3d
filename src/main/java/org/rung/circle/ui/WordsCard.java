package org.rung.circle.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import org.rung.accounts.Sentences;
import org.rung.circle.OwnWords;
import org.rung.common.Problem;

/** What is proposed to say to everyone one knows; their names are filled in. */
class WordsCard extends NativeDetails {
    WordsCard(Circle circle) {
        addClassNames("card", "pad", "circle-words");
        setSummaryText(getTranslation("circle.words"));
        TextArea words = new TextArea(getTranslation("circle.words.label"));
        words.setMaxLength(OwnWords.LONGEST);
        words.setMinRows(3);
        words.setWidthFull();
        words.setValue(circle.proposed(this));
        Button save = new Button(getTranslation("circle.words.save"), click -> {
            words.setInvalid(false);
            try {
                circle.words().keep(circle.actor(), words.getValue());
                words.setValue(circle.proposed(this));
                Notification.show(getTranslation("circle.words.saved"), 4_000, Notification.Position.BOTTOM_CENTER);
            } catch (Problem problem) {
                words.setErrorMessage(Sentences.of(problem));
                words.setInvalid(true);
                words.focus();
            }
        });
        Paragraph how = new Paragraph(getTranslation("circle.words.how"));
        how.addClassNames("small", "muted");
        Div body = new Div(how, words, new Div(save));
        body.addClassName("col");
        setContent(body);
    }
}
