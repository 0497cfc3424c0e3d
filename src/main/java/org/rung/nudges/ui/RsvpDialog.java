package org.rung.nudges.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.rung.events.EventWhen;
import org.rung.nudges.ConversationRsvps;
import org.rung.nudges.ConversationRsvps.Choice;
import org.rung.rsvps.RsvpState;
import org.rung.texting.ConversationId;

/** Which shift of which event: one tap says that they come, another that they cannot. */
class RsvpDialog extends Dialog {
    private final transient ConversationRsvps rsvps;
    private final transient Actor.Member actor;
    private final transient ConversationId conversationId;
    private final transient Runnable refresh;

    RsvpDialog(ConversationRsvps rsvps, Actor.Member actor, ConversationId conversationId, Runnable refresh) {
        this.rsvps = rsvps;
        this.actor = actor;
        this.conversationId = conversationId;
        this.refresh = refresh;
        setHeaderTitle(getTranslation("nudges.title"));
        setWidth("min(480px, 94vw)");
        var list = new Div();
        list.addClassName("col");
        List<Choice> choices = rsvps.choices(actor, conversationId);
        choices.forEach(choice -> list.add(row(choice)));
        if (choices.isEmpty()) list.add(new Paragraph(getTranslation("nudges.none")));
        add(list);
        getFooter().add(new Button(getTranslation("nudges.close"), click -> close()));
    }

    private Component row(Choice choice) {
        var title = new Span(choice.event().title());
        title.addClassName("strong");
        var when =
                new Span((choice.shift().name().isEmpty() ? "" : choice.shift().name() + ": ")
                        + EventWhen.span(choice.shift(), choice.event().zone(), Sentences.language()));
        when.addClassNames("small", "muted");
        var words = new Div(title, new Div(when));
        choice.said().ifPresent(state -> {
            var said = new Span(getTranslation("rsvps.state." + state));
            said.addClassNames("chip", state == RsvpState.COMING ? "good" : "warn");
            words.add(said);
        });
        var buttons = new Div();
        buttons.addClassName("actions");
        boolean comes = choice.said()
                .filter(state -> state == RsvpState.COMING || state == RsvpState.WAITING)
                .isPresent();
        if (!comes) buttons.add(button(choice, choice.full() ? "nudges.waits" : "nudges.comes", RsvpState.COMING));
        if (choice.said().filter(RsvpState::open).isPresent()) {
            buttons.add(button(choice, "nudges.cannot", RsvpState.CANNOT));
        }
        var row = new Div(words, buttons);
        row.addClassNames("col", "event-words-part");
        return row;
    }

    private NativeButton button(Choice choice, String words, RsvpState wish) {
        var button = new NativeButton(getTranslation(words), click -> say(choice, wish));
        button.addClassName("chip");
        button.setAriaLabel(getTranslation(words) + ": " + choice.event().title());
        return button;
    }

    private void say(Choice choice, RsvpState wish) {
        try {
            var said = rsvps.say(actor, conversationId, choice.shift().shiftId(), wish);
            close();
            refresh.run();
            Notification.show(
                    Sentences.of(Sentence.of(
                            "nudges.said." + said.state(), choice.event().title())),
                    4_000,
                    Notification.Position.TOP_CENTER);
        } catch (Problem refused) {
            Notification.show(Sentences.of(refused), 6_000, Notification.Position.TOP_CENTER);
        }
    }
}
