package org.rung.teams.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.accounts.SureDialog;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.teams.Team;
import org.rung.teams.TeamId;
import org.rung.teams.TeamMember;
import org.rung.teams.TeamMembers;
import org.rung.teams.Teams;
import org.rung.teams.TeamsPaths;

/** One team: who leads it and who is in it; for who makes teams, with all that changes them. */
@Route(TeamsPaths.TEAMS + "/:team")
@RolesAllowed({"TEXTER", "ORGANIZER", "COORDINATOR", "ADMIN"})
public class TeamView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int SIZE = 100;

    private final transient Teams teams;
    private final transient TeamMembers people;
    private final transient Members members;
    private final transient TeamLinks links;
    private final transient Actor.Member actor;
    private final boolean makes;
    private int shown = SIZE;
    private transient Optional<Team> team = Optional.empty();

    TeamView(Teams teams, TeamMembers people, Members members, TeamLinks links, SignedIn signedIn) {
        this.teams = teams;
        this.people = people;
        this.members = members;
        this.links = links;
        this.actor = signedIn.actor();
        this.makes = actor.may(Permission.ASSIGN);
        addClassNames("page", "team-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var text = event.getRouteParameters().get("team").orElse("");
        show(teams.get(actor, new TeamId(Id.parse("team", text))));
    }

    private void show(Team now) {
        team = Optional.of(now);
        removeAll();
        var back = new Anchor("/" + TeamsPaths.TEAMS, "‹ " + getTranslation("teams.title"));
        back.addClassName("back");
        add(back, head(now));
        if (now.archived()) {
            var notice = new Div(new Span(getTranslation("teams.archived.line")));
            notice.addClassName("notice");
            add(notice);
        }
        add(inIt(now));
        boolean open = makes && !now.archived();
        if (open) add(adding(now));
        if (open && actor.may(Permission.INVITE)) add(links.of(actor, now, this::again));
    }

    private void again() {
        show(teams.get(actor, team.orElseThrow().teamId()));
    }

    private Component head(Team now) {
        var line = new Span(getTranslation("teams.page.line"));
        line.addClassName("muted");
        var head = new Div(new Div(new H1(now.name()), line));
        head.addClassName("page-head");
        if (makes && !now.archived()) {
            var rename = new Button(
                    getTranslation("teams.rename"),
                    click -> new RenameDialog(now.name(), name -> {
                                teams.rename(actor, now.teamId(), name);
                                again();
                            })
                            .open());
            var sure = new SureDialog(
                    getTranslation("teams.archive.title", now.name()),
                    getTranslation("teams.archive.line"),
                    getTranslation("teams.archive"),
                    getTranslation("teams.cancel"),
                    () -> trying(() -> teams.archive(actor, now.teamId())));
            var archive = new Button(getTranslation("teams.archive"), click -> sure.open());
            archive.addThemeVariants(ButtonVariant.TERTIARY);
            var buttons = new Div(rename, archive);
            buttons.addClassNames("row", "wrap");
            head.add(buttons);
        } else if (makes) {
            head.add(new Button(
                    getTranslation("teams.restore"), click -> trying(() -> teams.restore(actor, now.teamId()))));
        }
        return head;
    }

    private Component inIt(Team now) {
        var list = new Div();
        list.addClassNames("card", "people-list");
        list.getElement().setAttribute("role", "list");
        // One more than is shown, to know whether there are more.
        var found = people.of(actor, now.teamId(), 0, shown + 1);
        found.stream().limit(shown).forEach(one -> list.add(row(now, one)));
        if (found.isEmpty()) {
            var nobody = new Div(new Paragraph(getTranslation("teams.nobody")));
            nobody.addClassName("empty");
            list.getElement().removeAttribute("role");
            list.add(nobody);
        }
        if (found.size() > shown) {
            list.add(new Button(getTranslation("teams.more"), click -> {
                shown += SIZE;
                again();
            }));
        }
        return list;
    }

    private Component row(Team now, TeamMember one) {
        var name = new Span(one.name());
        name.addClassNames("strong", "clip", "grow");
        var row = new Div(name);
        row.addClassNames("person-row");
        row.getElement().setAttribute("role", "listitem");
        var chips = new Div();
        chips.addClassName("person-chips");
        if (one.suspended()) chips.add(chip("bad", "teams.suspended"));
        if (one.leads()) chips.add(chip("good", "teams.lead"));
        if (chips.getComponentCount() > 0) row.add(chips);
        if (makes && !now.archived()) {
            var lead = new Button(
                    getTranslation(one.leads() ? "teams.lead.end" : "teams.lead.begin"),
                    click -> trying(() -> people.add(actor, now.teamId(), Set.of(one.memberId()), !one.leads())));
            lead.setAriaLabel(
                    getTranslation(one.leads() ? "teams.lead.end.whom" : "teams.lead.begin.whom", one.name()));
            var out = new Button(
                    getTranslation("teams.remove"),
                    click -> trying(() -> people.remove(actor, now.teamId(), one.memberId())));
            out.setAriaLabel(getTranslation("teams.remove.whom", one.name()));
            out.addThemeVariants(ButtonVariant.TERTIARY);
            var buttons = new Div(lead, out);
            buttons.addClassNames("row", "team-deeds");
            row.add(buttons);
        }
        return row;
    }

    private Component adding(Team now) {
        var pick = new MemberPick(getTranslation("teams.add"), members, actor, () -> people.ids(actor, now.teamId()));
        pick.addClassName("grow");
        var add = new Button(getTranslation("teams.add.do"), click -> {
            if (pick.picked().isEmpty()) {
                pick.focus();
                return;
            }
            trying(() -> people.add(actor, now.teamId(), pick.picked(), false));
        });
        var row = new Div(pick, add);
        row.addClassNames("row", "wrap", "team-adding");
        var section = new Section(new H2(getTranslation("teams.add.title")), row);
        section.addClassNames("card", "col", "pad");
        return section;
    }

    private void trying(Runnable change) {
        try {
            change.run();
        } catch (Problem problem) {
            Notification.show(Sentences.of(problem), 6_000, Notification.Position.TOP_CENTER);
        }
        again();
    }

    private Span chip(String tone, String words) {
        var chip = new Span(getTranslation(words));
        chip.addClassNames("chip", tone);
        return chip;
    }

    @Override
    public String getPageTitle() {
        return team.map(Team::name).orElseGet(() -> getTranslation("teams.title")) + " · Rung";
    }
}
