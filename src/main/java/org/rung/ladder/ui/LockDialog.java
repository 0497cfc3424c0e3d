package org.rung.ladder.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.rung.accounts.FieldWords;
import org.rung.common.Actor;
import org.rung.ladder.Standing;
import org.rung.ladder.Standings;
import org.rung.people.SupporterId;

/** Holds someone on their rung through illness or leave. */
class LockDialog extends ReasonDialog {
    private final Standings standings;
    private final Actor actor;
    private final SupporterId supporterId;
    private final Standing standing;
    private final ZoneId zone;
    private final Runnable done;
    private final DatePicker until = FieldWords.in(new DatePicker());

    LockDialog(
            Standings standings,
            Actor actor,
            SupporterId supporterId,
            Standing standing,
            ZoneId zone,
            Clock clock,
            Runnable done) {
        super("ladder.lock.title", "ladder.lock.save");
        this.standings = standings;
        this.actor = actor;
        this.supporterId = supporterId;
        this.standing = standing;
        this.zone = zone;
        this.done = done;
        reason.setHelperText(getTranslation("ladder.lock.help"));
        until.setLabel(getTranslation("ladder.lock.until"));
        until.setHelperText(getTranslation("ladder.lock.until.help"));
        until.setMin(LocalDate.ofInstant(clock.instant(), zone).plusDays(1));
        until.setClearButtonVisible(true);
        fields.addComponentAtIndex(1, until);
    }

    @Override
    void save() {
        standings.lock(
                actor,
                standing.ladderId(),
                supporterId,
                reason.getValue(),
                Optional.ofNullable(until.getValue())
                        .map(day -> day.atStartOfDay(zone).toInstant()));
        done.run();
    }
}
