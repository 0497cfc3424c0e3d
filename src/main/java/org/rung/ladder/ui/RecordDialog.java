package org.rung.ladder.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.rung.accounts.FieldWords;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionType;
import org.rung.actions.Actions;
import org.rung.actions.Verification;
import org.rung.common.Actor;
import org.rung.people.SupporterId;

/** Writes down what someone did. */
class RecordDialog extends ReasonDialog {
    private final Actions actions;
    private final Actor actor;
    private final SupporterId supporterId;
    private final ZoneId zone;
    private final Clock clock;
    private final Runnable done;
    private final Select<ActionType> type = new Select<>();
    private final Select<Verification> verification = new Select<>();
    private final DatePicker day = FieldWords.in(new DatePicker());
    private final IntegerField quantity = new IntegerField();

    RecordDialog(Actions actions, Actor actor, SupporterId supporterId, ZoneId zone, Clock clock, Runnable done) {
        super("ladder.record.title", "ladder.record.save");
        this.actions = actions;
        this.actor = actor;
        this.supporterId = supporterId;
        this.zone = zone;
        this.clock = clock;
        this.done = done;
        type.setLabel(getTranslation("ladder.record.what"));
        type.setItems(Arrays.stream(ActionType.values())
                .filter(one -> one != ActionType.RECRUIT_ROSE)
                .toList());
        type.setItemLabelGenerator(one -> getTranslation("actions.type." + one));
        type.setValue(ActionType.ATTENDED);
        verification.setLabel(getTranslation("ladder.record.who"));
        verification.setItems(Verification.HUMAN, Verification.SELF);
        verification.setItemLabelGenerator(one -> getTranslation("actions.verification." + one));
        verification.setValue(Verification.HUMAN);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        day.setLabel(getTranslation("ladder.record.when"));
        day.setMax(today);
        day.setValue(today);
        quantity.setLabel(getTranslation("ladder.record.quantity"));
        quantity.setHelperText(getTranslation("ladder.record.quantity.help"));
        quantity.setMin(1);
        quantity.setValue(1);
        quantity.setStepButtonsVisible(true);
        reason.setLabel(getTranslation("ladder.record.note"));
        reason.setRequiredIndicatorVisible(false);
        optional();
        fields.addComponentAsFirst(quantity);
        fields.addComponentAsFirst(day);
        fields.addComponentAsFirst(verification);
        fields.addComponentAsFirst(type);
    }

    @Override
    void save() {
        actions.record(
                actor,
                new ActionDraft(
                        supporterId,
                        type.getValue(),
                        quantity.getValue() == null ? 1 : quantity.getValue(),
                        Optional.empty(),
                        verification.getValue(),
                        when(),
                        actor.member(),
                        Optional.empty(),
                        reason.getValue(),
                        Optional.empty()));
        done.run();
    }

    /** Noon of that day, or now for today. */
    private Instant when() {
        Instant now = clock.instant();
        LocalDate chosen = day.getValue();
        return chosen == null || chosen.equals(LocalDate.ofInstant(now, zone))
                ? now
                : chosen.atTime(12, 0).atZone(zone).toInstant();
    }
}
