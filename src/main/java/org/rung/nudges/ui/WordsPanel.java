package org.rung.nudges.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.Organizations;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.events.Event;
import org.rung.nudges.NudgeKind;
import org.rung.nudges.Nudges;
import org.rung.rsvps.EventPanel;
import org.springframework.stereotype.Component;

/** What the automatic texts of an event say, to be written anew by whoever runs campaigns. */
@Component
class WordsPanel implements EventPanel {
    private final Nudges nudges;
    private final Organizations organizations;

    WordsPanel(Nudges nudges, Organizations organizations) {
        this.nudges = nudges;
        this.organizations = organizations;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> panel(Actor.Member actor, Event event) {
        if (!actor.may(Permission.RUN_CAMPAIGNS) || event.umbrella()) return Optional.empty();
        return Optional.of(new Card(actor, event));
    }

    private final class Card extends Div {
        private final transient Actor.Member actor;
        private final transient Event event;

        Card(Actor.Member actor, Event event) {
            this.actor = actor;
            this.event = event;
            addClassNames("card", "col");
            var line = new Span(getTranslation("nudges.words.line"));
            line.addClassNames("small", "muted");
            add(new H2(getTranslation("nudges.words")), line);
            var language = Locale.of(organizations.get(actor.organization()).language());
            Map<NudgeKind, String> words = nudges.words(actor, event.eventId(), language);
            for (NudgeKind kind : NudgeKind.values()) add(part(kind, words.getOrDefault(kind, "")));
        }

        private Details part(NudgeKind kind, String words) {
            var area = new TextArea(getTranslation("nudges.words.says"));
            area.setMaxLength(600);
            area.setValue(words);
            area.setWidthFull();
            area.setHelperText(getTranslation("nudges.words.help"));
            var save = new Button(
                    getTranslation("nudges.words.save"), click -> say(kind, Optional.of(area.getValue()), area));
            save.addThemeVariants(ButtonVariant.PRIMARY);
            var usual = new Button(getTranslation("nudges.words.usual"), click -> say(kind, Optional.empty(), area));
            var buttons = new Div(save, usual);
            buttons.addClassName("actions");
            var inside = new Div(area, buttons);
            inside.addClassName("col");
            var part = new Details(getTranslation("nudges.kind." + kind), inside);
            part.setWidthFull();
            return part;
        }

        private void say(NudgeKind kind, Optional<String> words, TextArea area) {
            try {
                nudges.say(actor, event.eventId(), kind, words);
                var language = Locale.of(organizations.get(actor.organization()).language());
                area.setInvalid(false);
                area.setValue(nudges.words(actor, event.eventId(), language).getOrDefault(kind, ""));
                Notification.show(getTranslation("nudges.words.saved"), 3_000, Notification.Position.TOP_CENTER);
            } catch (Problem wrong) {
                area.setErrorMessage(Sentences.of(wrong));
                area.setInvalid(true);
                area.focus();
            }
        }
    }
}
