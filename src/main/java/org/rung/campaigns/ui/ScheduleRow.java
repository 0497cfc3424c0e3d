package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.rung.accounts.FieldWords;
import org.rung.accounts.Sentences;
import org.rung.campaigns.CampaignSchedule;
import org.rung.common.Problem;
import org.springframework.stereotype.Component;

/** When a campaign starts and ends by itself, by the organization's clock. */
@Component
class ScheduleRow {
    private final CampaignSchedule schedule;

    ScheduleRow(CampaignSchedule schedule) {
        this.schedule = schedule;
    }

    Div of(Scene scene) {
        var terms = scene.campaign().terms();
        var start = picker(scene, "start", terms.startsAt());
        var end = picker(scene, "end", terms.endsAt());
        var trouble = span("notice bad", "");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        var save = button("btn ghost", scene.words("campaigns.schedule.save"), () -> {
            // A day without a time, or letters: the field says so itself.
            if (start.isInvalid() || end.isInvalid()) return;
            try {
                schedule.set(
                        scene.actor(),
                        scene.campaign().campaignId(),
                        scene.draft() ? at(scene, start) : Optional.empty(),
                        at(scene, end));
                said(scene.words("campaigns.saved"));
                scene.changed().run();
            } catch (Problem refused) {
                trouble.setText(Sentences.of(refused));
                trouble.setVisible(true);
            }
        });
        var row = div("row wrap bottom");
        if (scene.draft()) row.add(start);
        row.add(end, save);
        return div(
                "col handout",
                new H3(scene.words("campaigns.schedule")),
                span(
                        "small muted",
                        scene.words(
                                scene.draft() ? "campaigns.schedule.how" : "campaigns.schedule.how.end",
                                scene.signedIn().organization().zone().getId())),
                row,
                trouble);
    }

    private static DateTimePicker picker(Scene scene, String which, Optional<Instant> at) {
        var picker = FieldWords.in(new DateTimePicker(scene.words("campaigns.schedule." + which)));
        picker.setDateAriaLabel(scene.words("campaigns.schedule." + which));
        picker.setTimeAriaLabel(scene.words("campaigns.schedule.time." + which));
        picker.setStep(Duration.ofMinutes(15));
        at.ifPresent(time -> picker.setValue(
                LocalDateTime.ofInstant(time, scene.signedIn().organization().zone())));
        picker.addClassName("grow");
        return picker;
    }

    private static Optional<Instant> at(Scene scene, DateTimePicker picker) {
        return Optional.ofNullable(picker.getValue())
                .map(time -> time.atZone(scene.signedIn().organization().zone()).toInstant());
    }
}
