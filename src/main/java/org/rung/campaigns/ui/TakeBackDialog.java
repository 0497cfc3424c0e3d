package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.button;
import static org.rung.campaigns.ui.Pieces.div;
import static org.rung.campaigns.ui.Pieces.said;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.rung.campaigns.HeldWork;
import org.rung.common.MemberId;

/** What a texter holds goes back to everyone: all of it, or what they have not sent. */
class TakeBackDialog extends Dialog {
    TakeBackDialog(Scene scene, HeldWork work, MemberId texter, String name, HeldWork.Held held) {
        super(scene.words("campaigns.texters.back.title", name));
        setWidth("min(460px, 92vw)");
        var ways = div("col");
        if (held.firstTexts() > 0 && held.replies() > 0)
            ways.add(button(
                    "btn",
                    scene.words("campaigns.texters.back.unsent", held.firstTexts()),
                    () -> take(scene, work, texter, false)));
        ways.add(button(
                held.firstTexts() > 0 && held.replies() > 0 ? "btn ghost" : "btn",
                scene.words("campaigns.texters.back.all", TextersCard.holds(scene, held)),
                () -> take(scene, work, texter, true)));
        add(div("col", new Paragraph(scene.words("campaigns.texters.back.how")), ways));
        getFooter().add(button("btn ghost", scene.words("campaigns.cancel"), this::close));
    }

    private void take(Scene scene, HeldWork work, MemberId texter, boolean repliesToo) {
        int back = work.takeBack(scene.actor(), scene.campaign().campaignId(), texter, repliesToo);
        close();
        said(scene.words("campaigns.texters.back.done", back));
        scene.changed().run();
    }
}
