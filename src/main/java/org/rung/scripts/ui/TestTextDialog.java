package org.rung.scripts.ui;

import static org.rung.scripts.ui.Pieces.*;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.Problem;
import org.rung.messaging.MessageState;
import org.rung.messaging.Text;
import org.rung.people.Supporter;
import org.rung.scripts.ScriptTree;
import org.rung.scripts.TestTexts;
import org.rung.senders.Senders;
import org.rung.senders.SendersPaths;

/** Asks for one's own number and plays the first text on it. */
class TestTextDialog extends Dialog {
    private final transient SignedIn signedIn;
    private boolean offered;
    private final TextField phone = new TextField(getTranslation("scripts.test.phone"));
    private final Div said = div("notice");
    private final Anchor simulator = link("small", "/" + SendersPaths.SIMULATOR, "");

    TestTextDialog(TestTexts tests, Senders senders, SignedIn signedIn, ScriptTree tree, Optional<Supporter> as) {
        this.signedIn = signedIn;
        boolean simulated = senders.simulated(signedIn.actor().organization());
        setHeaderTitle(getTranslation("scripts.test.title"));
        setWidth("440px");
        said.getElement().setAttribute("role", "status");
        phone.setWidthFull();
        phone.setAutofocus(true);
        phone.setMaxLength(40);
        phone.setAutocomplete(Autocomplete.TEL);
        if (simulated) phone.setValue("+1 510 555 0199");
        simulator.setText(getTranslation("scripts.test.simulator.open"));
        simulator.setTarget("_blank");
        simulator.setVisible(false);
        offered = simulated;
        add(div(
                "col",
                new Paragraph(getTranslation(simulated ? "scripts.test.simulator" : "scripts.test.how")),
                phone,
                said,
                simulator));
        getFooter()
                .add(
                        button("btn ghost", getTranslation("scripts.close"), this::close),
                        button("btn", getTranslation("scripts.test.send"), () -> {
                            try {
                                sent(tests.send(signedIn.actor(), tree, phone.getValue(), as));
                            } catch (Problem problem) {
                                show(Sentences.of(problem), "bad");
                            }
                        }));
    }

    private void sent(Text text) {
        boolean held = text.state() == MessageState.HELD && text.dueAt().isPresent();
        if (!held) {
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
        simulator.setVisible(offered && !tone.equals("bad"));
        said.setText(words);
        said.setClassName("notice " + tone);
    }
}
