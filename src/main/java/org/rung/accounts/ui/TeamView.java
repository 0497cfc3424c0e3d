package org.rung.accounts.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.Members;
import org.rung.accounts.SignedIn;

/** The people of the organization. */
@Route(AccountsPaths.TEAM)
@Menu(title = "accounts.team", order = 40)
@RolesAllowed({"ORGANIZER", "ADMIN"})
public class TeamView extends Div implements HasDynamicTitle {
    TeamView(Members members, SignedIn signedIn) {
        addClassName("page");
        add(new H1(getTranslation("accounts.team")));
        var list = new Div();
        list.addClassNames("card", "col");
        for (var member : members.all(signedIn.actor())) {
            var row = new Div(new Span(member.name()));
            row.addClassName("row");
            list.add(row);
        }
        add(list);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.team") + " · Rung";
    }
}
