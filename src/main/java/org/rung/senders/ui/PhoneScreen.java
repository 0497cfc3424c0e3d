package org.rung.senders.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.messages.MessageInput;
import com.vaadin.flow.component.messages.MessageInputI18n;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.senders.simulator.SimulatedText;

/** The screen of one simulated phone: what came to it on the left, what it sent on the right. */
class PhoneScreen extends Div {
    private final H2 title = new H2();
    private final Div talk = new Div();
    private final MessageInput input = new MessageInput();

    PhoneScreen(Consumer<String> say) {
        addClassNames("card", "phone");
        title.addClassName("num");
        Div head = new Div(title);
        head.addClassName("phone-head");
        talk.addClassName("phone-talk");
        talk.getElement().setAttribute("role", "log");
        talk.getElement().setAttribute("aria-live", "polite");
        talk.getElement().setAttribute("tabindex", "0");
        talk.getElement().setAttribute("aria-label", getTranslation("senders.simulator.talk"));
        input.setI18n(new MessageInputI18n()
                .setMessage(getTranslation("senders.simulator.type"))
                .setSend(getTranslation("senders.simulator.send")));
        input.addSubmitListener(typed -> say.accept(typed.getValue()));
        input.setEnabled(false);
        title.setText(getTranslation("senders.simulator.pick"));
        add(head, talk, input);
    }

    void show(PhoneNumber phone, List<SimulatedText> texts) {
        title.setText(PhoneNumbers.national(phone));
        input.setEnabled(true);
        talk.removeAll();
        if (texts.isEmpty()) {
            talk.add(SendersView.muted(getTranslation("senders.simulator.quiet")));
        }
        texts.forEach(text -> talk.add(bubble(text)));
        talk.getElement().executeJs("requestAnimationFrame(() => this.scrollTop = this.scrollHeight)");
    }

    private Div bubble(SimulatedText text) {
        Div body = new Div(new Span(text.body()));
        body.addClassName("phone-body");
        Div bubble = new Div(body);
        bubble.addClassNames("phone-bubble", text.outbound() ? "theirs" : "own");
        if (text.outbound()) {
            Span state = new Span(text.errorCode()
                    .map(code -> getTranslation("senders.simulator.failed", code))
                    .orElseGet(() ->
                            getTranslation("senders.status." + text.status().toLowerCase(Locale.ROOT))));
            state.addClassNames("muted", "small");
            bubble.add(state);
        }
        return bubble;
    }
}
