package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.button;
import static org.rung.campaigns.ui.Pieces.div;
import static org.rung.campaigns.ui.Pieces.span;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;

/** Whether this campaign keeps to the contact rules, and the way past them, which asks for a reason. */
final class LimitRow {
    private LimitRow() {}

    static Div of(Scene scene) {
        var campaign = scene.campaign();
        return campaign.overLimitReason()
                .map(reason -> div(
                        "notice warn row wrap",
                        span("grow", scene.words("campaigns.limit.over", reason)),
                        button("btn ghost small", scene.words("campaigns.limit.keep"), () -> {
                            scene.campaigns().stayWithinLimit(scene.actor(), campaign.campaignId());
                            scene.changed().run();
                        })))
                .orElseGet(() -> div(
                        "row wrap",
                        button("btn ghost small", scene.words("campaigns.limit.pass"), () -> ask(scene)),
                        span("small muted", scene.words("campaigns.limit.how"))));
    }

    private static void ask(Scene scene) {
        var dialog = new Dialog(scene.words("campaigns.limit.title"));
        dialog.setWidth("440px");
        var reason = new TextField(scene.words("campaigns.limit.reason"));
        reason.setMaxLength(320);
        reason.setWidthFull();
        reason.setHelperText(scene.words("campaigns.limit.help"));
        dialog.add(new Paragraph(scene.words("campaigns.limit.line")), reason);
        dialog.getFooter()
                .add(
                        button("btn ghost", scene.words("campaigns.cancel"), dialog::close),
                        button("btn", scene.words("campaigns.limit.do"), () -> {
                            try {
                                scene.campaigns()
                                        .goOverLimit(
                                                scene.actor(), scene.campaign().campaignId(), reason.getValue());
                                dialog.close();
                                scene.changed().run();
                            } catch (Problem.Invalid missing) {
                                reason.setErrorMessage(Sentences.of(missing));
                                reason.setInvalid(true);
                                reason.focus();
                            }
                        }));
        dialog.open();
    }
}
