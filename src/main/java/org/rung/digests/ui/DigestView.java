package org.rung.digests.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.rung.accounts.SignedIn;
import org.rung.digests.Digests;
import org.rung.digests.DigestsPaths;
import org.rung.reports.ReportsPaths;

/** Whether the week comes by e-mail, and what it would say today. */
@Route(DigestsPaths.DIGEST)
@RolesAllowed({"COORDINATOR", "ORGANIZER", "ADMIN"})
public class DigestView extends Div implements HasDynamicTitle {
    DigestView(Digests digests, SignedIn signedIn) {
        var actor = signedIn.actor();
        addClassNames("page", "reports-page");
        var back = new Anchor("/" + ReportsPaths.REPORTS, "‹ " + getTranslation("digests.back"));
        back.addClassName("back");
        var head = new Div(new H1(getTranslation("digests.title")));
        head.addClassName("page-head");
        var wanted = new Checkbox(getTranslation("digests.wanted"), digests.chosen(actor));
        wanted.addValueChangeListener(change -> digests.choose(actor, change.getValue()));
        var how = new Paragraph(getTranslation(digests.open() ? "digests.how" : "digests.closed"));
        how.addClassNames("small", "muted");
        var choice = new Div(wanted, how);
        choice.addClassNames("card", "col", "pad");
        var words = new Div(digests.preview(actor, getLocale()));
        words.addClassName("digest-words");
        var preview = new Div(new H2(getTranslation("digests.preview")), words);
        preview.addClassNames("card", "col", "pad");
        var both = new Div(choice, preview);
        both.addClassNames("reports-charts", "digest");
        add(back, head, both);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("digests.title") + " · Rung";
    }
}
