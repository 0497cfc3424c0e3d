package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.util.List;
import java.util.Map;

/** The custom element of first texts: it shows the next card by itself, and tells the server what was done. */
@Tag("rung-first-texts")
@JavaScript("context://elements/desk.js")
class FirstTexts extends Component {

    void begin(Map<String, Object> state) {
        getElement().callJsFunction("begin", Json.of(state));
    }

    void again(Map<String, Object> state) {
        getElement().callJsFunction("again", Json.of(state));
    }

    void deal(List<Map<String, Object>> cards) {
        getElement().callJsFunction("deal", Json.of(cards));
    }

    void accepted(String id, String message, long seconds) {
        getElement().callJsFunction("accepted", id, message, (double) seconds);
    }

    void undone(String id) {
        getElement().callJsFunction("undone", id);
    }

    void failed(String id, String sentence) {
        getElement().callJsFunction("failed", id, sentence);
    }

    <E extends ComponentEvent<FirstTexts>> void on(Class<E> kind, ComponentEventListener<E> listener) {
        addListener(kind, listener);
    }

    /** Sent: the screen shows the next one already. */
    @DomEvent("desk-send")
    public static class Sent extends ComponentEvent<FirstTexts> {
        final String id;
        final String body;
        final String request;

        public Sent(
                FirstTexts source,
                boolean fromClient,
                @EventData("event.detail.id") String id,
                @EventData("event.detail.body") String body,
                @EventData("event.detail.request") String request) {
            super(source, fromClient);
            this.id = id;
            this.body = body;
            this.request = request;
        }
    }

    /** Skipped. */
    @DomEvent("desk-skip")
    public static class Skipped extends ComponentEvent<FirstTexts> {
        final String id;

        public Skipped(FirstTexts source, boolean fromClient, @EventData("event.detail.id") String id) {
            super(source, fromClient);
            this.id = id;
        }
    }

    /** Written so far, after a pause; empty when it is the script's words again. */
    @DomEvent("desk-draft")
    public static class Drafted extends ComponentEvent<FirstTexts> {
        final String id;
        final String body;

        public Drafted(
                FirstTexts source,
                boolean fromClient,
                @EventData("event.detail.id") String id,
                @EventData("event.detail.body") String body) {
            super(source, fromClient);
            this.id = id;
            this.body = body;
        }
    }

    /** To be taken back. */
    @DomEvent("desk-undo")
    public static class Undone extends ComponentEvent<FirstTexts> {
        final String id;
        final String message;

        public Undone(
                FirstTexts source,
                boolean fromClient,
                @EventData("event.detail.id") String id,
                @EventData("event.detail.message") String message) {
            super(source, fromClient);
            this.id = id;
            this.message = message;
        }
    }

    /** The cards run low. */
    @DomEvent("desk-more")
    public static class Low extends ComponentEvent<FirstTexts> {
        public Low(FirstTexts source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** The next batch is asked for. */
    @DomEvent("desk-pull")
    public static class Pull extends ComponentEvent<FirstTexts> {
        public Pull(FirstTexts source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** To the desk's home. */
    @DomEvent("desk-back")
    public static class Back extends ComponentEvent<FirstTexts> {
        public Back(FirstTexts source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** To the replies. */
    @DomEvent("desk-replies")
    public static class Replies extends ComponentEvent<FirstTexts> {
        public Replies(FirstTexts source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
