package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.rung.accounts.Sentences;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignCopies;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignsPaths;
import org.rung.common.Actor;
import org.rung.common.Problem;

/** Another campaign like this one, or a template of it. */
class CopyDialog extends Dialog {
    CopyDialog(CampaignCopies copies, Actor.Member actor, Campaign campaign) {
        boolean template = campaign.terms().template();
        setHeaderTitle(getTranslation(template ? "campaigns.copy.from" : "campaigns.copy.title"));
        setWidth("min(460px, 92vw)");
        var name = new TextField(getTranslation("campaigns.new.name"));
        name.setMaxLength(120);
        name.setWidthFull();
        name.setValue(template ? campaign.name() : shortened(getTranslation("campaigns.copy.name", campaign.name())));
        name.setAutofocus(true);
        name.setAutoselect(true);
        var texters = new Checkbox(getTranslation("campaigns.copy.texters"), true);
        add(div("col", new Paragraph(getTranslation("campaigns.copy.how")), name, texters));
        getFooter().add(button("btn ghost", getTranslation("campaigns.cancel"), this::close));
        if (!template)
            getFooter()
                    .add(button(
                            "btn ghost",
                            getTranslation("campaigns.copy.template"),
                            () -> make(name, () -> copies.keep(actor, campaign.campaignId(), name.getValue()))));
        getFooter()
                .add(button(
                        "btn",
                        getTranslation("campaigns.copy.do"),
                        () -> make(
                                name,
                                () -> copies.copy(
                                        actor,
                                        campaign.campaignId(),
                                        name.getValue(),
                                        Boolean.TRUE.equals(texters.getValue())))));
    }

    private interface Making {
        CampaignId make();
    }

    private void make(TextField name, Making making) {
        try {
            var made = making.make();
            var ui = getUI();
            close();
            ui.ifPresent(here -> here.navigate(CampaignsPaths.campaign(made)));
        } catch (Problem refused) {
            name.setErrorMessage(Sentences.of(refused));
            name.setInvalid(true);
        }
    }

    private static String shortened(String name) {
        return name.length() <= 120 ? name : name.substring(0, 120);
    }
}
