package org.rung.senders.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.messages.MessageInput;
import com.vaadin.flow.component.messages.MessageInputI18n;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.senders.simulator.SimulatedFile;
import org.rung.senders.simulator.SimulatedText;

/** The screen of one simulated phone: what came to it on the left, what it sent on the right. */
class PhoneScreen extends Div {
    private final H2 title = new H2();
    private final Div talk = new Div();
    private final MessageInput input = new MessageInput();

    PhoneScreen(Consumer<String> say, PhonePicture picture) {
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
        Div foot = new Div(input, picture);
        foot.addClassName("phone-foot");
        add(head, talk, foot);
    }

    void show(PhoneNumber phone, List<SimulatedText> texts, Map<String, List<SimulatedFile>> files) {
        title.setText(PhoneNumbers.national(phone));
        input.setEnabled(true);
        talk.removeAll();
        if (texts.isEmpty()) {
            talk.add(SendersView.muted(getTranslation("senders.simulator.quiet")));
        }
        texts.forEach(text -> talk.add(bubble(text, files.getOrDefault(text.sid(), List.of()))));
        talk.getElement().executeJs("""
                const down = () => { this.scrollTop = this.scrollHeight; };
                this.querySelectorAll('img').forEach(picture => picture.addEventListener('load', down));
                requestAnimationFrame(down);
                """);
    }

    private Div bubble(SimulatedText text, List<SimulatedFile> files) {
        Div body = new Div();
        files.forEach(file -> body.add(shown(file)));
        if (!text.body().isEmpty()) {
            body.add(new Span(text.body()));
        } else if (files.isEmpty()) {
            // Rung has fetched it and had it deleted at the provider.
            body.add(new Span(getTranslation("senders.simulator.fetched")));
        }
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

    /** As the phone has it: of what it sent itself only that it is there, once the provider has deleted it. */
    private Component shown(SimulatedFile file) {
        if (!file.type().startsWith("image/")) {
            return SendersView.muted(getTranslation("senders.simulator.file", file.type()));
        }
        Image image = new Image(
                DownloadHandler.fromInputStream(asked -> new DownloadResponse(
                        new ByteArrayInputStream(file.content()), file.sid(), file.type(), file.content().length)),
                getTranslation("senders.simulator.picture"));
        image.addClassName("phone-picture");
        return image;
    }
}
