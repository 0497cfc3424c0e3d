package org.rung.scripts.ui;

import static org.rung.scripts.ui.Pieces.*;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rung.accounts.FieldWords;
import org.rung.actions.ActionType;
import org.rung.commitments.AskFamily;
import org.rung.events.EventRow;
import org.rung.scripts.Effect;

/** Chooses one more thing that an answer does. */
class EffectForm extends Div {
    private enum Kind {
        TAG,
        ACTION,
        PROMISE,
        RSVP,
        DECLINE,
        OPT_OUT
    }

    private final Select<Kind> kind = new Select<>();
    private final ComboBox<String> tag = new ComboBox<>();
    private final Select<ActionType> action = new Select<>();
    private final Select<EventRow> event = new Select<>();
    private final Select<AskFamily> family = new Select<>();
    private final TextField title = new TextField();
    private final DateTimePicker due = FieldWords.in(new DateTimePicker());

    EffectForm(List<String> tags, List<EventRow> events, ZoneId zone, Consumer<Effect> chosen) {
        addClassName("effect-form");
        kind.setLabel(getTranslation("scripts.effect.add"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(one -> getTranslation("scripts.effect." + one));
        kind.addValueChangeListener(changed -> showFields());
        tag.setLabel(getTranslation("scripts.effect.TAG.which"));
        tag.setItems(tags);
        tag.setAllowCustomValue(true);
        tag.addCustomValueSetListener(typed -> tag.setValue(typed.getDetail()));
        action.setLabel(getTranslation("scripts.effect.ACTION.which"));
        action.setItems(ActionType.values());
        action.setItemLabelGenerator(type -> getTranslation("scripts.action." + type));
        event.setLabel(getTranslation("scripts.effect.RSVP.which"));
        event.setItems(events);
        event.setItemLabelGenerator(one -> one.startsAt()
                .map(at -> one.title() + " · "
                        + DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                .withLocale(getLocale())
                                .withZone(one.zone())
                                .format(at))
                .orElse(one.title()));
        event.setHelperText(getTranslation(events.isEmpty() ? "scripts.effect.RSVP.none" : "scripts.effect.RSVP.help"));
        family.setLabel(getTranslation("scripts.effect.PROMISE.family"));
        family.setItems(AskFamily.values());
        family.setItemLabelGenerator(one -> getTranslation("scripts.family." + one));
        title.setLabel(getTranslation("scripts.effect.PROMISE.title"));
        title.setMaxLength(160);
        due.setLabel(getTranslation("scripts.effect.PROMISE.due"));
        add(
                kind,
                tag,
                action,
                event,
                family,
                title,
                due,
                button("btn ghost small", getTranslation("scripts.effect.do"), () -> {
                    effect(zone).ifPresent(chosen);
                }));
        showFields();
    }

    private void showFields() {
        var shown = kind.getValue();
        tag.setVisible(shown == Kind.TAG);
        action.setVisible(shown == Kind.ACTION);
        event.setVisible(shown == Kind.RSVP);
        family.setVisible(shown == Kind.PROMISE);
        title.setVisible(shown == Kind.PROMISE);
        due.setVisible(shown == Kind.PROMISE);
    }

    private Optional<Effect> effect(ZoneId zone) {
        return Optional.ofNullable(kind.getValue()).flatMap(chosen -> switch (chosen) {
            case TAG ->
                Optional.ofNullable(tag.getValue())
                        .filter(name -> !name.isBlank())
                        .map(Effect.AddTag::new);
            case ACTION -> Optional.ofNullable(action.getValue()).map(Effect.RecordAction::new);
            case PROMISE ->
                Optional.ofNullable(family.getValue())
                        .map(one -> new Effect.Promise(
                                one,
                                title.getValue().strip(),
                                Optional.ofNullable(due.getValue())
                                        .map(at -> at.atZone(zone).toInstant())));
            case RSVP ->
                Optional.ofNullable(event.getValue())
                        .map(one -> new Effect.Rsvp(one.eventId(), Optional.empty(), one.title()));
            case DECLINE -> Optional.of(new Effect.Decline());
            case OPT_OUT -> Optional.of(new Effect.OptOut());
        });
    }
}
