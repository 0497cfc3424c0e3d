package org.rung.compliance;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.FieldWords;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignId;
import org.rung.common.Problem;
import org.rung.consent.SuppressionDraft;
import org.rung.consent.SuppressionScope;
import org.rung.consent.SuppressionWay;

/** Asks how long and why somebody is not to be texted; for the dialogs of every room. */
public class SuppressionFields extends Div {
    private static final String GOOD = "GOOD";
    private static final String UNTIL = "UNTIL";
    private static final String CAMPAIGN = "CAMPAIGN";

    private final transient ZoneId zone;
    private final RadioButtonGroup<String> reach = new RadioButtonGroup<>();
    private final DatePicker day = FieldWords.in(new DatePicker());
    private final ComboBox<Campaign> campaign = new ComboBox<>();
    private final TextArea reason = new TextArea();
    private final Paragraph then = new Paragraph();

    /**
     * @param campaigns those that may be chosen
     * @param usual the one that it is most likely about
     */
    public SuppressionFields(LocalDate today, ZoneId zone, List<Campaign> campaigns, Optional<CampaignId> usual) {
        this.zone = zone;
        addClassNames("col", "suppression-fields");
        reach.setLabel(getTranslation("compliance.suppress.reach"));
        reach.addThemeVariants(RadioGroupVariant.AURA_HORIZONTAL);
        reach.setItems(campaigns.isEmpty() ? List.of(GOOD, UNTIL) : List.of(GOOD, UNTIL, CAMPAIGN));
        reach.setItemLabelGenerator(kind -> getTranslation("compliance.reach." + kind));
        day.setLabel(getTranslation("compliance.suppress.day"));
        day.setMin(today.plusDays(1));
        day.setMax(today.plusYears(10));
        day.setWidthFull();
        campaign.setLabel(getTranslation("compliance.suppress.campaign"));
        campaign.setItems(campaigns);
        campaign.setItemLabelGenerator(Campaign::name);
        campaign.setWidthFull();
        usual.flatMap(id -> campaigns.stream()
                        .filter(one -> one.campaignId().equals(id))
                        .findFirst())
                .ifPresent(campaign::setValue);
        reason.setLabel(getTranslation("compliance.suppress.reason"));
        reason.setHelperText(getTranslation("compliance.suppress.reason.help"));
        reason.setMaxLength(SuppressionDraft.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        then.addClassNames("muted", "small");
        reach.addValueChangeListener(change -> chosen());
        add(reach, day, campaign, then, reason);
        reach.setValue(GOOD);
    }

    private void chosen() {
        day.setVisible(UNTIL.equals(reach.getValue()));
        campaign.setVisible(CAMPAIGN.equals(reach.getValue()));
        then.setText(getTranslation("compliance.suppress.then." + reach.getValue()));
    }

    /** What was filled in; empty, with a word at the field, while something is missing. */
    public Optional<SuppressionDraft> draft(SuppressionWay way) {
        day.setInvalid(false);
        campaign.setInvalid(false);
        reason.setInvalid(false);
        if (UNTIL.equals(reach.getValue()) && day.getValue() == null) {
            day.setErrorMessage(getTranslation("compliance.suppress.day.missing"));
            day.setInvalid(true);
            return Optional.empty();
        }
        if (CAMPAIGN.equals(reach.getValue()) && campaign.getValue() == null) {
            campaign.setErrorMessage(getTranslation("compliance.suppress.campaign.missing"));
            campaign.setInvalid(true);
            return Optional.empty();
        }
        if (reason.getValue().isBlank()) {
            reason.setErrorMessage(getTranslation("compliance.suppress.reason.missing"));
            reason.setInvalid(true);
            reason.focus();
            return Optional.empty();
        }
        return Optional.of(new SuppressionDraft(scope(), reason.getValue(), way));
    }

    private SuppressionScope scope() {
        return switch (reach.getValue()) {
            case UNTIL ->
                new SuppressionScope.Until(day.getValue().atStartOfDay(zone).toInstant());
            case CAMPAIGN ->
                new SuppressionScope.Within(campaign.getValue().campaignId().value());
            default -> new SuppressionScope.ForGood();
        };
    }

    /** Shows what stood against it where it can be mended. */
    public void refuse(Problem.Invalid wrong, String words) {
        if (wrong.field().equals("until")) {
            day.setErrorMessage(words);
            day.setInvalid(true);
        } else {
            reason.setErrorMessage(words);
            reason.setInvalid(true);
        }
    }
}
