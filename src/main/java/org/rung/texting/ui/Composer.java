package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Where a text is written: it grows, counts segments, sends on Enter once, and tells what was written so far. */
@Tag("rung-composer")
@JavaScript("context://elements/desk.js")
class Composer extends Component {

    Composer(String label, String placeholder, String second, String text) {
        Map<String, Object> state = new HashMap<>();
        state.put("words", words(this, label));
        state.put("placeholder", placeholder);
        state.put("second", second);
        state.put("text", text);
        getElement().callJsFunction("set", Json.of(state));
    }

    static Map<String, String> words(Component screen, String label) {
        Map<String, String> words = new HashMap<>();
        words.put("label", label);
        for (String key : java.util.List.of("send", "count", "counts", "culprit")) {
            words.put(key, screen.getTranslation("texting.composer." + key));
        }
        return words;
    }

    void put(String words) {
        getElement().callJsFunction("put", words);
    }

    void clear() {
        getElement().callJsFunction("fill", "");
    }

    void onSend(Consumer<Sent> sent) {
        addListener(Sent.class, sent::accept);
    }

    void onSecond(Runnable pressed) {
        addListener(Second.class, event -> pressed.run());
    }

    void onDraft(Consumer<String> draft) {
        addListener(Drafted.class, event -> draft.accept(event.body));
    }

    /** Sent, with the key that makes it one message however often it is sent. */
    @DomEvent("composer-send")
    public static class Sent extends ComponentEvent<Composer> {
        final String body;
        final String request;

        public Sent(
                Composer source,
                boolean fromClient,
                @EventData("event.detail.body") String body,
                @EventData("event.detail.request") String request) {
            super(source, fromClient);
            this.body = body;
            this.request = request;
        }
    }

    /** The other button. */
    @DomEvent("composer-second")
    public static class Second extends ComponentEvent<Composer> {
        public Second(Composer source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** Written so far, after a pause. */
    @DomEvent("composer-draft")
    public static class Drafted extends ComponentEvent<Composer> {
        final String body;

        public Drafted(Composer source, boolean fromClient, @EventData("event.detail.body") String body) {
            super(source, fromClient);
            this.body = body;
        }
    }
}
