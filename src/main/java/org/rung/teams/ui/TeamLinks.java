package org.rung.teams.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.Invitation;
import org.rung.accounts.InvitationId;
import org.rung.accounts.Invitations;
import org.rung.accounts.Landings;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.teams.Team;
import org.rung.teams.TeamInvitations;
import org.springframework.stereotype.Component;

/** The links into a team; each opens as a page to copy, to show or to print. */
@Component
class TeamLinks {
    private final TeamInvitations into;
    private final Invitations invitations;
    private final List<Landings> landings;
    private final SignedIn signedIn;

    TeamLinks(TeamInvitations into, Invitations invitations, List<Landings> landings, SignedIn signedIn) {
        this.into = into;
        this.invitations = invitations;
        this.landings = landings;
        this.signedIn = signedIn;
    }

    Section of(Actor.Member actor, Team team, Runnable changed) {
        var here = UI.getCurrent();
        var invite = new Button(
                here.getTranslation("teams.invite"),
                click -> new InviteDialog(
                                into,
                                actor,
                                team,
                                landings.stream()
                                        .flatMap(each -> each.of(actor).stream())
                                        .toList(),
                                id -> here.getPage().setLocation(poster(id)))
                        .open());
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        var title = new H2(here.getTranslation("teams.links"));
        title.addClassName("grow");
        var head = new Div(title, invite);
        head.addClassNames("row", "wrap");
        var line = new Span(here.getTranslation("teams.links.line"));
        line.addClassNames("muted", "small");
        var section = new Section(head, line);
        section.addClassNames("card", "col", "pad");
        into.open(actor, team.teamId()).forEach(one -> section.add(row(here, actor, one, changed)));
        return section;
    }

    private Div row(UI here, Actor.Member actor, Invitation one, Runnable changed) {
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(here.getLocale())
                .withZone(signedIn.organization().zone());
        var uses = new Span(
                here.getTranslation("teams.links.uses", one.uses(), one.maxUses(), day.format(one.expiresAt())));
        uses.addClassName("grow");
        var show = new Anchor(poster(one.invitationId()), here.getTranslation("teams.links.show"));
        show.addClassNames("btn", "ghost", "small");
        // A page without the frame.
        show.setRouterIgnore(true);
        var revoke = new Button(here.getTranslation("teams.links.revoke"), click -> {
            invitations.revoke(actor, one.invitationId());
            changed.run();
        });
        revoke.addThemeVariants(ButtonVariant.TERTIARY);
        var row = new Div(uses, show, revoke);
        row.addClassNames("row", "wrap", "team-link");
        return row;
    }

    private static String poster(InvitationId id) {
        return "/" + AccountsPaths.POSTER + "/" + id.text();
    }
}
