package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignCopies;
import org.rung.campaigns.CampaignsPaths;
import org.rung.common.Actor;
import org.rung.common.Page;

/** Campaigns that are kept to be copied. */
class TemplatesDialog extends Dialog {
    private static final int PAGE = 30;

    private final transient CampaignCopies copies;
    private final transient Actor.Member actor;
    private final Div rows = div("people-list");
    private Optional<String> next = Optional.empty();

    TemplatesDialog(CampaignCopies copies, Actor.Member actor) {
        this.copies = copies;
        this.actor = actor;
        setHeaderTitle(getTranslation("campaigns.templates"));
        setWidth("min(520px, 92vw)");
        var more = button("btn ghost", getTranslation("campaigns.list.more"), () -> {});
        more.addClickListener(click -> more.setVisible(more()));
        add(div("col", rows, more));
        more.setVisible(more());
        if (rows.getComponentCount() == 0) rows.add(span("muted", getTranslation("campaigns.templates.none")));
        getFooter().add(button("btn ghost", getTranslation("campaigns.close"), this::close));
    }

    private boolean more() {
        var page = copies.templates(actor, new Page.Wanted(next, PAGE));
        page.rows().forEach(template -> rows.add(row(template)));
        next = page.next();
        return next.isPresent();
    }

    private Div row(Campaign template) {
        var row = div("row wrap");
        var use = button("btn small", getTranslation("campaigns.templates.use"), () -> {
            close();
            new CopyDialog(copies, actor, template).open();
        });
        use.setAriaLabel(getTranslation("campaigns.templates.use.of", template.name()));
        var drop = button("link", getTranslation("campaigns.templates.drop"), () -> {
            copies.drop(actor, template.campaignId());
            rows.remove(row);
        });
        drop.setAriaLabel(getTranslation("campaigns.templates.drop.of", template.name()));
        row.add(
                div("grow", link("strong", "/" + CampaignsPaths.campaign(template.campaignId()), template.name())),
                drop,
                use);
        return row;
    }
}
