package org.rung.teams.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.teams.Team;
import org.rung.teams.TeamRow;
import org.rung.teams.Teams;
import org.rung.teams.TeamsPaths;

/** The teams: all of them for who makes them, one's own for everyone else. */
@Route(TeamsPaths.TEAMS)
@Menu(title = "teams.title", order = 41)
@RolesAllowed({"TEXTER", "ORGANIZER", "COORDINATOR", "ADMIN"})
public class TeamsView extends Div implements HasDynamicTitle {
    private static final int SIZE = 60;

    private final transient Teams teams;
    private final transient Members members;
    private final transient Actor.Member actor;
    private final boolean makes;
    private final Div list = new Div();
    private final Div archived = new Div();
    private final Div empty = new Div();
    private final Details past = new Details(getTranslation("teams.archived"), archived);

    TeamsView(Teams teams, Members members, SignedIn signedIn) {
        this.teams = teams;
        this.members = members;
        this.actor = signedIn.actor();
        this.makes = actor.may(Permission.ASSIGN);
        addClassNames("page", "teams");
        list.addClassName("team-list");
        archived.addClassName("team-list");
        empty.addClassNames("card", "empty");
        empty.add(
                new H2(getTranslation(makes ? "teams.none" : "teams.none.mine")),
                new Paragraph(getTranslation(makes ? "teams.none.line" : "teams.none.mine.line")));
        add(head(), list, empty, past);
        show();
    }

    private Component head() {
        var line = new Span(getTranslation(makes ? "teams.line" : "teams.line.mine"));
        line.addClassName("muted");
        var head = new Div(new Div(new H1(getTranslation("teams.title")), line));
        head.addClassName("page-head");
        if (makes) {
            var make = new Button(
                    getTranslation("teams.make"),
                    click -> new MakeDialog(
                                    teams,
                                    members,
                                    actor,
                                    id -> getUI().ifPresent(ui -> ui.navigate(TeamsPaths.team(id))))
                            .open());
            make.addThemeVariants(ButtonVariant.PRIMARY);
            head.add(make);
        }
        return head;
    }

    private void show() {
        list.removeAll();
        append(list, false, Optional.empty());
        boolean some = list.getComponentCount() > 0;
        list.setVisible(some);
        empty.setVisible(!some);
        archived.removeAll();
        if (makes) append(archived, true, Optional.empty());
        past.setVisible(archived.getComponentCount() > 0);
    }

    private void append(Div to, boolean old, Optional<String> after) {
        var page = teams.page(actor, old, new Page.Wanted(after, SIZE));
        page.rows().forEach(row -> to.add(card(row)));
        page.next().ifPresent(next -> {
            var more = new Button(getTranslation("teams.more"));
            more.addClickListener(click -> {
                to.remove(more);
                append(to, old, Optional.of(next));
            });
            to.add(more);
        });
    }

    private Component card(TeamRow row) {
        Team team = row.team();
        var name = new Anchor("/" + TeamsPaths.team(team.teamId()), team.name());
        name.addClassName("turf-name");
        var count = new Span(getTranslation("teams.count", row.people()));
        count.addClassNames("small", "muted", "nowrap");
        var title = new H2(name);
        title.addClassName("grow");
        var top = new Div(title, count);
        top.addClassName("row");
        var leads = new Span(
                row.leads().isEmpty()
                        ? getTranslation("teams.leads.none")
                        : getTranslation("teams.leads", String.join(", ", row.leads())));
        leads.addClassName("small");
        leads.setClassName("muted", row.leads().isEmpty());
        var card = new Div(top, leads);
        card.addClassNames("card", "col", "pad", "team-card");
        if (team.archived()) {
            var back = new Button(getTranslation("teams.restore"), click -> restore(team));
            back.setAriaLabel(getTranslation("teams.restore.which", team.name()));
            card.add(back);
        }
        return card;
    }

    private void restore(Team team) {
        try {
            teams.restore(actor, team.teamId());
        } catch (Problem taken) {
            Notification.show(Sentences.of(taken), 6_000, Notification.Position.TOP_CENTER);
        }
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("teams.title") + " · Rung";
    }
}
