package org.rung.people.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.people.CustomFields;
import org.rung.people.PeoplePaths;
import org.rung.people.Supporter;
import org.rung.people.SupporterForms;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;

/** Writing someone down, or writing them anew. */
@Route(PeoplePaths.NEW_SUPPORTER)
@RouteAlias(PeoplePaths.SUPPORTERS + "/:supporterId/edit")
@RolesAllowed({"ORGANIZER", "COORDINATOR", "ADMIN"})
public class SupporterFormView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final Supporters supporters;
    private final SupporterForms forms;
    private final CustomFields fields;
    private final SignedIn signedIn;
    private String title = "";

    SupporterFormView(Supporters supporters, SupporterForms forms, CustomFields fields, SignedIn signedIn) {
        this.supporters = supporters;
        this.forms = forms;
        this.fields = fields;
        this.signedIn = signedIn;
        addClassNames("page", "supporter-edit");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        try {
            show(entering.getRouteParameters()
                    .get("supporterId")
                    .map(word -> supporters.get(signedIn.actor(), new SupporterId(Id.parse("supporter", word)))));
        } catch (Problem.Invalid | Problem.Missing gone) {
            throw new NotFoundException();
        }
    }

    private void show(Optional<Supporter> known) {
        var actor = signedIn.actor();
        title = getTranslation(known.isPresent() ? "people.form.change" : "people.form.new");
        var back = known.map(Supporter::supporterId).map(PeoplePaths::supporter).orElse(PeoplePaths.SUPPORTERS);
        var form = new SupporterForm(
                known,
                signedIn.organization(),
                fields.all(actor.organization()),
                supporters.tags(actor.organization()),
                draft -> {
                    var id = known.map(Supporter::supporterId).orElse(null);
                    if (id == null) id = forms.add(actor, draft);
                    else forms.change(actor, id, draft);
                    var saved = id;
                    getUI().ifPresent(ui -> ui.navigate(PeoplePaths.supporter(saved)));
                });
        var away = new Anchor(back, getTranslation("people.cancel"));
        away.addClassNames("btn", "ghost");
        form.addAction(away);
        removeAll();
        var head = new Div(new H1(title));
        head.addClassName("page-head");
        add(head, form);
    }

    @Override
    public String getPageTitle() {
        return title + " · Rung";
    }
}
