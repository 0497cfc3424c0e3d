package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.campaigns.CampaignDraft;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.Campaigns;
import org.rung.campaigns.CampaignsPaths;
import org.rung.campaigns.Check;
import org.rung.campaigns.MergeText;
import org.rung.campaigns.Reach;
import org.rung.campaigns.ScriptFacts;
import org.rung.campaigns.ScriptId;
import org.rung.campaigns.ScriptStarter;
import org.rung.campaigns.Scripts;
import org.rung.campaigns.TestTexts;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.messaging.Senders;
import org.rung.people.Supporters;
import org.rung.people.Tag;

/** Where a script is written: the tree, the conversation as someone sees it, and what the checks say. */
@Route(CampaignsPaths.SCRIPTS + "/:script")
@RolesAllowed({"ORGANIZER", "COORDINATOR", "ADMIN"})
public class ScriptStudioView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    private final transient Scripts scripts;
    private final transient Campaigns campaigns;
    private final transient Reach reach;
    private final transient Supporters supporters;
    private final transient TestTexts tests;
    private final transient Senders senders;
    private final transient SignedIn signedIn;
    private final transient Labels labels;

    private final TextField name = new TextField();
    private final Span state = span("chip", "");
    private final ChecksCard checks = new ChecksCard(this::mend);
    private final NativeButton undo = button("btn ghost", getTranslation("campaigns.studio.undo"), this::undo);
    private final NativeButton save = button("btn", getTranslation("campaigns.studio.save"), this::save);
    private transient ScriptWork work;
    private transient ScriptFacts facts;
    private transient Optional<CampaignId> campaign = Optional.empty();
    private boolean writable;
    private ScriptEditor editor;
    private Preview preview;

    ScriptStudioView(
            Scripts scripts,
            Campaigns campaigns,
            Reach reach,
            Supporters supporters,
            TestTexts tests,
            Senders senders,
            SignedIn signedIn,
            Labels labels) {
        this.scripts = scripts;
        this.campaigns = campaigns;
        this.reach = reach;
        this.supporters = supporters;
        this.tests = tests;
        this.senders = senders;
        this.signedIn = signedIn;
        this.labels = labels;
        addClassNames("page", "studio");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var actor = signedIn.actor();
        var wanted = event.getRouteParameters().get("script").orElse("new");
        campaign = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("campaign")
                .map(text -> new CampaignId(Id.parse("campaign", text)));
        writable = actor.may(Permission.WRITE_SCRIPTS);
        work = wanted.equals("new")
                ? new ScriptWork(ScriptStarter.of(starter()))
                : new ScriptWork(scripts.get(actor, new ScriptId(Id.parse("script", wanted))));
        facts = reach.scriptFacts(actor, campaign);
        build();
    }

    private void build() {
        removeAll();
        name.setValue(work.storedName().isEmpty() ? getTranslation("campaigns.starter.name") : work.storedName());
        name.setAriaLabel(getTranslation("campaigns.studio.name"));
        name.addClassName("title-field");
        name.setMaxLength(120);
        name.setReadOnly(!writable);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(change -> refresh());
        preview = new Preview(reach, supporters, signedIn, campaign, this::personChanged);
        editor = new ScriptEditor(work, around());
        save.addClickShortcut(Key.KEY_S, KeyModifier.CONTROL);
        var actions = div("actions");
        if (writable) actions.add(undo, button("btn ghost", getTranslation("campaigns.test.title"), this::test), save);
        var back = campaign.map(id -> link(
                        "small",
                        CampaignsPaths.campaign(id),
                        "‹ " + campaigns.get(signedIn.actor(), id).name()))
                .orElseGet(
                        () -> link("small", CampaignsPaths.SCRIPTS, "‹ " + getTranslation("campaigns.scripts.title")));
        add(
                back,
                div("page-head", div("row wrap", name, state), actions),
                div(
                        "studio-grid",
                        editor,
                        div(
                                "studio-side",
                                div(
                                        "card pad col",
                                        preview,
                                        new H3(getTranslation("campaigns.studio.checks")),
                                        checks))));
        refresh();
    }

    private ScriptEditor.Around around() {
        var actor = signedIn.actor();
        return new ScriptEditor.Around(
                writable,
                labels.of(actor.organization(), getLocale()),
                supporters.tags(actor.organization()).stream().map(Tag::name).toList(),
                signedIn.organization().zone(),
                text -> MergeText.render(text, preview.values()),
                this::refresh);
    }

    private void refresh() {
        if (editor == null) return;
        preview.show(work.tree(), editor.openPath());
        checks.show(reach.check(work.tree(), facts), writable);
        undo.setEnabled(work.mayUndo());
        boolean unsaved = work.unsaved(name.getValue());
        save.setEnabled(unsaved);
        state.setText(
                unsaved
                        ? getTranslation("campaigns.studio.unsaved")
                        : getTranslation("campaigns.studio.saved", work.basedOn()));
        state.setClassName("warn", unsaved);
    }

    private void personChanged() {
        editor.show();
        refresh();
    }

    private void undo() {
        work.undo();
        editor.show();
        refresh();
    }

    private void mend(Check.Fix fix) {
        work.edit("", work.tree().withTexts(text -> text.replace(fix.from(), fix.to())));
        editor.show();
        refresh();
    }

    private void test() {
        new TestTextDialog(tests, senders, signedIn, work.tree(), preview.person()).open();
    }

    private void save() {
        var actor = signedIn.actor();
        if (work.scriptId().isEmpty()) {
            created(scripts.write(actor, name.getValue(), work.tree()));
            return;
        }
        try {
            work.saved(scripts.change(actor, work.scriptId().get(), name.getValue(), work.tree(), work.basedOn()));
            said(getTranslation("campaigns.studio.saved.said", work.basedOn()));
            refresh();
        } catch (Problem.Conflict conflict) {
            conflict(work.scriptId().get());
        }
    }

    private void created(ScriptId scriptId) {
        var actor = signedIn.actor();
        work.saved(scripts.get(actor, scriptId));
        campaign.map(id -> campaigns.get(actor, id))
                .filter(one -> one.state() == CampaignState.DRAFT && actor.may(Permission.RUN_CAMPAIGNS))
                .ifPresent(one -> campaigns.change(
                        actor, one.campaignId(), CampaignDraft.of(one).withScript(Optional.of(scriptId))));
        said(getTranslation("campaigns.studio.saved.said", 1));
        var query = campaign.map(id -> "?campaign=" + id.text()).orElse("");
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, CampaignsPaths.script(scriptId) + query));
        refresh();
    }

    /** Someone else saved meanwhile: nothing of either is lost, whatever is chosen. */
    private void conflict(ScriptId scriptId) {
        var newest = scripts.get(signedIn.actor(), scriptId);
        var dialog = new Dialog(getTranslation("campaigns.conflict.title"));
        dialog.setWidth("480px");
        dialog.add(new Paragraph(getTranslation("campaigns.conflict.how", newest.number(), work.basedOn())));
        var theirs = link("btn ghost", CampaignsPaths.script(scriptId), getTranslation("campaigns.conflict.theirs"));
        theirs.setTarget("_blank");
        dialog.getFooter()
                .add(div(
                        "actions",
                        theirs,
                        button("btn ghost", getTranslation("campaigns.conflict.copy"), () -> {
                            dialog.close();
                            name.setValue(getTranslation("campaigns.conflict.copyName", name.getValue()));
                            created(scripts.write(signedIn.actor(), name.getValue(), work.tree()));
                        }),
                        button("btn", getTranslation("campaigns.conflict.mine"), () -> {
                            dialog.close();
                            work.follow(newest.number());
                            save();
                        })));
        dialog.open();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!writable || work == null || !work.unsaved(name.getValue()) || untouched()) return;
        var going = event.postpone();
        var ask = new ConfirmDialog(
                getTranslation("campaigns.leave.title"),
                getTranslation("campaigns.leave.how"),
                getTranslation("campaigns.leave.leave"),
                yes -> going.proceed());
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("campaigns.leave.stay"));
        ask.setConfirmButtonTheme("error primary");
        ask.addCancelListener(no -> going.cancel());
        ask.open();
    }

    /** A new script as we wrote it is no loss. */
    private boolean untouched() {
        return work.scriptId().isEmpty() && !work.mayUndo();
    }

    private ScriptStarter.Words starter() {
        return new ScriptStarter.Words(
                getTranslation("campaigns.starter.firstText"),
                getTranslation("campaigns.starter.question"),
                getTranslation("campaigns.starter.yes"),
                getTranslation("campaigns.starter.yesReply"),
                getTranslation("campaigns.starter.maybe"),
                getTranslation("campaigns.starter.maybeReply"),
                getTranslation("campaigns.starter.no"),
                getTranslation("campaigns.starter.noReply"),
                getTranslation("campaigns.starter.stop"));
    }

    @Override
    public String getPageTitle() {
        return name.getValue() + " · Rung";
    }
}
