package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.rung.campaigns.CampaignDraft;
import org.springframework.stereotype.Component;

/** When texts may leave, and how much work a texter gets at once. */
@Component
class HoursCard implements StepCard {
    @Override
    public Step step() {
        return Step.HOURS;
    }

    @Override
    public void show(Scene scene) {
        var campaign = scene.campaign();
        var from = time(scene, "campaigns.hours.from", campaign.textingFrom());
        var until = time(scene, "campaigns.hours.until", campaign.textingUntil());
        var first = number(scene, "campaigns.hours.firstBatch", campaign.firstBatch(), 1_000);
        var reply = number(scene, "campaigns.hours.replyBatch", campaign.replyBatch(), 500);
        var lease = number(scene, "campaigns.hours.lease", campaign.leaseMinutes(), 10_080);
        var cap = number(scene, "campaigns.hours.cap", campaign.openRepliesCap(), 500);
        cap.setHelperText(scene.words("campaigns.hours.cap.help"));
        scene.panel().add(div("form", from, until, first, reply, lease, cap));
        if (scene.writable())
            scene.panel().add(button("btn start", scene.words("campaigns.save"), () -> {
                if (from.getValue() == null || until.getValue() == null) return;
                int most = or(cap, campaign.openRepliesCap());
                if (most != campaign.openRepliesCap())
                    scene.campaigns().capOpenReplies(scene.actor(), campaign.campaignId(), most);
                scene.save(draft -> draft.withHours(from.getValue(), until.getValue())
                        .withBatches(
                                or(first, draft.firstBatch()),
                                or(reply, draft.replyBatch()),
                                or(lease, draft.leaseMinutes())));
                said(scene.words("campaigns.saved"));
            }));
    }

    private static int or(IntegerField field, int otherwise) {
        return Optional.ofNullable(field.getValue()).orElse(otherwise);
    }

    private static TimePicker time(Scene scene, String words, LocalTime value) {
        var picker = new TimePicker(scene.words(words), value);
        picker.setStep(Duration.ofMinutes(30));
        picker.setMin(CampaignDraft.EARLIEST);
        picker.setMax(CampaignDraft.LATEST);
        picker.setReadOnly(!scene.writable());
        return picker;
    }

    private static IntegerField number(Scene scene, String words, int value, int most) {
        var field = new IntegerField(scene.words(words));
        field.setValue(value);
        field.setMin(1);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setReadOnly(!scene.writable());
        return field;
    }
}
