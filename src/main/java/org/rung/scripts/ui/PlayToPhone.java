package org.rung.scripts.ui;

import static org.rung.scripts.ui.Pieces.div;
import static org.rung.scripts.ui.Pieces.link;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.media.AttachmentId;
import org.rung.messaging.MessageState;
import org.rung.messaging.Text;
import org.rung.scripts.MergeText;
import org.rung.scripts.TestTexts;

/** Whether what is said goes to one's own phone too; it has to be proved to be one's own. */
class PlayToPhone extends Div {
    private final transient TestTexts tests;
    private final transient SignedIn signedIn;
    private final Checkbox too = new Checkbox();
    private final Div said = div("notice");

    /** @param begin when it is switched on */
    PlayToPhone(TestTexts tests, SignedIn signedIn, Runnable begin) {
        this.tests = tests;
        this.signedIn = signedIn;
        addClassName("col");
        said.getElement().setAttribute("role", "status");
        var number = tests.number(signedIn.actor());
        if (number.isEmpty()) {
            add(div(
                    "small muted",
                    new Span(getTranslation("scripts.play.no-number") + " "),
                    link("small", "/" + AccountsPaths.ACCOUNT, getTranslation("scripts.play.account"))));
            return;
        }
        too.setLabel(getTranslation("scripts.play.too", PhoneNumbers.masked(number.get())));
        too.addValueChangeListener(change -> {
            said.setText("");
            if (change.getValue()) begin.run();
        });
        add(too, said);
    }

    void send(String template, Optional<AttachmentId> picture, Map<String, String> values) {
        if (!Boolean.TRUE.equals(too.getValue()) || template.isBlank()) return;
        try {
            told(tests.send(
                    signedIn.actor(),
                    MergeText.render(template, values),
                    picture.stream().toList()));
        } catch (Problem problem) {
            show(Sentences.of(problem), "bad");
        }
    }

    private void told(Text text) {
        if (text.state() != MessageState.HELD || text.dueAt().isEmpty()) {
            show(getTranslation("scripts.test.sent"), "good");
            return;
        }
        var time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(signedIn.organization().zone())
                .format(text.dueAt().get());
        show(getTranslation("scripts.test.held", time), "warn");
    }

    private void show(String words, String tone) {
        said.setText(words);
        said.setClassName("notice " + tone);
    }
}
