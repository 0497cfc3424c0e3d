package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.campaigns.CannedReplies;
import org.rung.scripts.ScriptsPaths;

/** The ready answers that every campaign has. */
@Route(ScriptsPaths.CANNED_REPLIES)
@RolesAllowed({"ORGANIZER", "COORDINATOR", "ADMIN"})
public class CannedRepliesView extends Div implements HasDynamicTitle {
    CannedRepliesView(CannedReplies replies, SignedIn signedIn) {
        addClassName("page");
        add(
                link("back", ScriptsPaths.SCRIPTS, "‹ " + getTranslation("scripts.list.title")),
                div(
                        "page-head",
                        new Div(
                                new H1(getTranslation("campaigns.canned.title")),
                                span("muted", getTranslation("campaigns.canned.hint")))),
                div("card pad", new CannedRepliesPanel(replies, signedIn, Optional.empty())));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("campaigns.canned.title") + " · Rung";
    }
}
