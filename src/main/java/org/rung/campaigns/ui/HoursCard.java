package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.campaigns.CampaignDraft;
import org.rung.campaigns.CampaignLimits;
import org.rung.campaigns.CampaignTerms;
import org.springframework.stereotype.Component;

/** When texts may leave, and how much work a texter gets at once. */
@Component
class HoursCard implements StepCard {
    private final CampaignLimits limits;

    HoursCard(CampaignLimits limits) {
        this.limits = limits;
    }

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
        var day =
                number(scene, "campaigns.hours.day", campaign.terms().dayCap().orElse(null), CampaignTerms.LARGEST_DAY);
        day.setHelperText(scene.words("campaigns.hours.day.help"));
        day.setClearButtonVisible(scene.writable());
        scene.panel().add(div("form", from, until, first, reply, lease, cap, day));
        if (scene.writable())
            scene.panel().add(button("btn start", scene.words("campaigns.save"), () -> {
                if (from.getValue() == null || until.getValue() == null) return;
                int most = or(cap, campaign.openRepliesCap());
                if (most != campaign.openRepliesCap())
                    scene.campaigns().capOpenReplies(scene.actor(), campaign.campaignId(), most);
                limits.set(
                        scene.actor(),
                        campaign.campaignId(),
                        campaign.terms().sample(),
                        Optional.ofNullable(day.getValue()));
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

    private static IntegerField number(Scene scene, String words, @Nullable Integer value, int most) {
        var field = new IntegerField(scene.words(words));
        field.setValue(value);
        field.setMin(1);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setReadOnly(!scene.writable());
        return field;
    }
}
