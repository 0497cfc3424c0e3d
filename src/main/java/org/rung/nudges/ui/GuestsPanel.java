package org.rung.nudges.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.events.Event;
import org.rung.events.EventState;
import org.rung.nudges.GuestMessage;
import org.rung.nudges.GuestMessageState;
import org.rung.nudges.GuestMessages;
import org.rung.rsvps.EventPanel;
import org.springframework.stereotype.Component;

/** Telling everyone who comes something, and letting go what a host would like to tell. */
@Component
class GuestsPanel implements EventPanel {
    private final GuestMessages messages;

    GuestsPanel(GuestMessages messages) {
        this.messages = messages;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> panel(Actor.Member actor, Event event) {
        boolean open = event.state() == EventState.PUBLISHED && !event.umbrella();
        return open && actor.may(Permission.RUN_CAMPAIGNS) ? Optional.of(new Card(actor, event)) : Optional.empty();
    }

    private final class Card extends Div {
        private static final int SHOWN = 10;

        private final transient Actor.Member actor;
        private final transient Event event;
        private final Div list = new Div();

        Card(Actor.Member actor, Event event) {
            this.actor = actor;
            this.event = event;
            addClassNames("card", "col");
            list.addClassName("col");
            var area = new TextArea(getTranslation("nudges.guests.words"));
            area.setMaxLength(600);
            area.setWidthFull();
            var send = new Button(getTranslation("nudges.guests.send"), click -> {
                try {
                    messages.write(actor, event.eventId(), area.getValue());
                    area.clear();
                    area.setInvalid(false);
                    said();
                    show();
                } catch (Problem wrong) {
                    area.setErrorMessage(Sentences.of(wrong));
                    area.setInvalid(true);
                    area.focus();
                }
            });
            add(new H2(getTranslation("nudges.guests.title")), area, send, list);
            show();
        }

        private void show() {
            list.removeAll();
            messages.of(actor, event.eventId(), SHOWN).forEach(message -> list.add(row(message)));
        }

        private Div row(GuestMessage message) {
            var state = new Span(getTranslation("nudges.guests.state." + message.state()));
            state.addClassNames("chip", message.state() == GuestMessageState.WAITING ? "warn" : "end");
            var row = new Div(new Paragraph(message.words()), state);
            row.addClassNames("col", "event-words-part");
            if (message.state() == GuestMessageState.WAITING) {
                var send = new Button(getTranslation("nudges.guests.let-go"), click -> decide(message, true));
                send.addThemeVariants(ButtonVariant.PRIMARY);
                var buttons = new Div(
                        send, new Button(getTranslation("nudges.guests.decline"), click -> decide(message, false)));
                buttons.addClassName("actions");
                row.add(buttons);
            }
            return row;
        }

        private void decide(GuestMessage message, boolean send) {
            try {
                messages.decide(actor, event.eventId(), message.guestMessageId(), send);
                if (send) said();
            } catch (Problem refused) {
                Notification.show(Sentences.of(refused), 6_000, Notification.Position.TOP_CENTER);
            }
            show();
        }

        private void said() {
            Notification.show(getTranslation("nudges.guests.leaves"), 4_000, Notification.Position.TOP_CENTER);
        }
    }
}
