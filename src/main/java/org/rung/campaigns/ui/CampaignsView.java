package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Unit;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.campaigns.CampaignCopies;
import org.rung.campaigns.CampaignDraft;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignProgress;
import org.rung.campaigns.Campaigns;
import org.rung.campaigns.CampaignsPaths;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.springframework.beans.factory.ObjectProvider;

/** All campaigns, the newest first. */
@Route(CampaignsPaths.CAMPAIGNS)
@Menu(title = "campaigns.list.title", order = 12)
@RolesAllowed({"ORGANIZER", "COORDINATOR", "ADMIN"})
public class CampaignsView extends Div implements HasDynamicTitle {
    private static final int PAGE = 30;

    private final transient Campaigns campaigns;
    private final transient SignedIn signedIn;
    private final transient Optional<CampaignProgress> progress;
    private final transient LiveCampaigns live;
    private final transient CampaignCopies copies;
    private final Div rows = div("col");
    private final NativeButton more = button("btn ghost", getTranslation("campaigns.list.more"), this::more);
    private final transient Map<CampaignId, CampaignLine> shown = new LinkedHashMap<>();
    private Optional<String> next = Optional.empty();
    private transient Runnable leave = () -> {};

    CampaignsView(
            Campaigns campaigns,
            SignedIn signedIn,
            ObjectProvider<CampaignProgress> progress,
            CampaignCopies copies,
            LiveCampaigns live) {
        this.campaigns = campaigns;
        this.signedIn = signedIn;
        this.progress = Optional.ofNullable(progress.getIfAvailable());
        this.live = live;
        this.copies = copies;
        addClassName("page");
        var head = div(
                "page-head",
                new Div(
                        new H1(getTranslation("campaigns.list.title")),
                        span("muted", getTranslation("campaigns.list.hint"))));
        if (mayMake())
            head.add(div(
                    "actions",
                    button(
                            "btn ghost",
                            getTranslation("campaigns.templates"),
                            () -> new TemplatesDialog(copies, signedIn.actor()).open()),
                    button("btn", getTranslation("campaigns.list.new"), this::askName)));
        more.addClassName("start");
        add(head, rows, more);
        show();
    }

    private void show() {
        rows.removeAll();
        shown.clear();
        next = Optional.empty();
        more();
        if (rows.getComponentCount() == 0) rows.add(empty());
    }

    private void more() {
        var actor = signedIn.actor();
        var page = campaigns.page(actor, new Page.Wanted(next, PAGE));
        for (var campaign : page.rows()) {
            var row = new CampaignLine(campaign);
            shown.put(campaign.campaignId(), row);
            rows.add(row);
        }
        count();
        next = page.next();
        more.setVisible(next.isPresent());
    }

    private void count() {
        var counts = progress.map(of -> of.of(signedIn.actor().organization(), shown.keySet()))
                .orElse(Map.of());
        shown.forEach((id, row) -> row.show(counts.getOrDefault(id, CampaignProgress.Counts.NONE)));
    }

    private Div empty() {
        var empty = div(
                "card empty",
                new H2(getTranslation("campaigns.list.empty")),
                new Paragraph(getTranslation("campaigns.list.empty.how")));
        if (mayMake()) empty.add(button("btn", getTranslation("campaigns.list.new"), this::askName));
        return empty;
    }

    private boolean mayMake() {
        return signedIn.actor().may(Permission.RUN_CAMPAIGNS);
    }

    private void askName() {
        var dialog = new Dialog(getTranslation("campaigns.new.title"));
        var name = new TextField(getTranslation("campaigns.new.name"));
        name.setMaxLength(120);
        name.setWidthFull();
        name.setPlaceholder(getTranslation("campaigns.new.example"));
        name.setAutofocus(true);
        Runnable make = () -> {
            if (name.getValue().isBlank()) {
                name.setErrorMessage(getTranslation("campaigns.new.nameless"));
                name.setInvalid(true);
                return;
            }
            var made = campaigns.make(signedIn.actor(), draft(name.getValue()));
            dialog.close();
            getUI().ifPresent(ui -> ui.navigate(CampaignsPaths.campaign(made)));
        };
        name.addKeyPressListener(Key.ENTER, press -> make.run());
        dialog.add(name);
        dialog.setWidth(420, Unit.PIXELS);
        dialog.getFooter()
                .add(
                        button("btn ghost", getTranslation("campaigns.cancel"), dialog::close),
                        button("btn", getTranslation("campaigns.new.make"), make));
        dialog.open();
    }

    private CampaignDraft draft(String name) {
        var organization = signedIn.organization();
        return new CampaignDraft(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                organization.textingFrom(),
                organization.textingUntil(),
                organization.firstBatch(),
                organization.replyBatch(),
                60,
                true);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var ui = attached.getUI();
        leave = live.follow(
                signedIn.actor().organization(),
                changed -> ui.access(() -> {
                    if (isAttached()) show();
                }),
                () -> ui.access(this::count));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        leave.run();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("campaigns.list.title") + " · Rung";
    }
}
