package org.rung.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.rung.accounts.Members;
import org.rung.accounts.SignedIn;
import org.rung.accounts.SureDialog;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.consent.Consents;
import org.rung.people.CustomFields;
import org.rung.people.PeoplePaths;
import org.rung.people.Relationships;
import org.rung.people.Shown;
import org.rung.people.Successors;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;
import org.rung.people.SupporterPanel;
import org.rung.people.Supporters;
import org.rung.people.TimelineSource;

/** One person: who they are, where they stand, what was said and done. */
@Route(PeoplePaths.SUPPORTERS + "/:supporterId")
@RolesAllowed({"ORGANIZER", "COORDINATOR", "ADMIN"})
public class SupporterView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final Supporters supporters;
    private final Consents consents;
    private final CustomFields fields;
    private final Relationships relationships;
    private final Members members;
    private final Successors successors;
    private final Actor.Member actor;
    private final List<SupporterPanel> panels;
    private final List<TimelineSource> sources;
    private final Clock clock;
    private final Times times;
    private String title = "";

    SupporterView(
            Supporters supporters,
            Consents consents,
            CustomFields fields,
            Relationships relationships,
            Members members,
            Successors successors,
            SignedIn signedIn,
            List<SupporterPanel> panels,
            List<TimelineSource> sources,
            Clock clock) {
        this.supporters = supporters;
        this.consents = consents;
        this.fields = fields;
        this.relationships = relationships;
        this.members = members;
        this.successors = successors;
        this.actor = signedIn.actor();
        this.panels = panels.stream()
                .sorted(Comparator.comparing(SupporterPanel::order))
                .toList();
        this.sources = sources;
        this.clock = clock;
        this.times = new Times(signedIn.organization().zone());
        addClassNames("page", "supporter");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        var word = entering.getRouteParameters().get("supporterId").orElse("");
        try {
            var id = new SupporterId(Id.parse("supporter", word));
            // Links to an entry that was merged into another lead to that one.
            var now = successors.of(actor.organization(), id);
            if (now.isPresent()) entering.forwardTo(PeoplePaths.supporter(now.get()));
            else {
                supporters.opened(actor, id);
                show(id);
            }
        } catch (Problem.Invalid | Problem.Missing gone) {
            throw new NotFoundException();
        }
    }

    private void show(SupporterId id) {
        var supporter = supporters.get(actor, id);
        title = Shown.name(this, supporter.firstName(), supporter.lastName());
        Runnable again = () -> show(id);
        removeAll();
        var side = new Div(
                new PhonesCard(supporters, consents, actor, supporter, clock, times, again), tags(supporter, again));
        panels.forEach(panel -> side.add(panel.panel(actor, id)));
        side.add(
                new DetailsCard(supporter, fields.all(actor.organization()), times),
                new AcquaintancesCard(relationships, members, actor, supporter, again));
        side.addClassName("supporter-side");
        var story = new TimelineCard(supporters, sources, actor, supporter, clock, times, again);
        var body = new Div(side, story);
        body.addClassName("supporter-body");
        add(back(), head(supporter), body);
    }

    private Component back() {
        var back = new Anchor(PeoplePaths.SUPPORTERS, "‹ " + getTranslation("people.supporters.title"));
        back.addClassName("back");
        return back;
    }

    private Div head(Supporter supporter) {
        var face = new Span(Shown.initials(supporter.firstName(), supporter.lastName()));
        face.addClassName("face");
        face.getElement().setAttribute("aria-hidden", "true");
        var line = new Span(String.join(
                " · ",
                List.of((supporter.city() + " " + supporter.postalCode()).strip(), supporter.source()).stream()
                        .filter(each -> !each.isBlank())
                        .toList()));
        line.addClassName("muted");
        var who = new Div(face, new Div(new H1(title), line));
        who.addClassName("row");
        var head = new Div(who);
        head.addClassName("page-head");
        if (actor.may(Permission.EDIT_PEOPLE)) head.add(actions(supporter));
        return head;
    }

    private Div actions(Supporter supporter) {
        var edit = new Anchor(PeoplePaths.edit(supporter.supporterId()), getTranslation("people.edit"));
        edit.addClassNames("btn", "ghost");
        var erase = new Button(getTranslation("people.erase"), click -> confirmErasing(supporter));
        erase.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        var actions = new Div(edit, erase);
        actions.addClassName("actions");
        return actions;
    }

    private void confirmErasing(Supporter supporter) {
        new SureDialog(
                        getTranslation("people.erase.title", title),
                        getTranslation("people.erase.words"),
                        getTranslation("people.erase.confirm"),
                        getTranslation("people.cancel"),
                        () -> {
                            supporters.erase(actor, supporter.supporterId());
                            Notification.show(getTranslation("people.erase.done"));
                            getUI().ifPresent(ui -> ui.navigate(PeoplePaths.SUPPORTERS));
                        })
                .open();
    }

    private Div tags(Supporter supporter, Runnable again) {
        var card = new Div(
                new H3(getTranslation("people.tags.title")), new TagEditor(supporters, actor, supporter, again));
        card.addClassNames("card", "col");
        return card;
    }

    @Override
    public String getPageTitle() {
        return title + " · Rung";
    }
}
