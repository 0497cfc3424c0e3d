package org.rung.payments.ui;

import static org.rung.payments.ui.PaymentWords.div;
import static org.rung.payments.ui.PaymentWords.paragraph;
import static org.rung.payments.ui.PaymentWords.say;
import static org.rung.payments.ui.PaymentWords.span;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.SignedIn;
import org.rung.giving.GivingPaths;
import org.rung.payments.Comparisons;
import org.rung.payments.Gaps;
import org.rung.payments.GiveLinks;
import org.rung.payments.PaymentsPaths;
import org.rung.payments.StandingGifts;

/** What comes by itself: monthly gifts and what to do where one does not come, and whether both books agree. */
@Route(PaymentsPaths.ONLINE)
@RolesAllowed({"COORDINATOR", "ADMIN"})
public class OnlineView extends Div implements HasDynamicTitle {
    private final transient StandingGifts standings;
    private final transient Gaps gaps;
    private final transient Comparisons comparisons;
    private final transient GiveLinks links;
    private final transient SignedIn signedIn;

    private @Nullable StandingCard standing;
    private @Nullable GapsCard books;

    OnlineView(
            StandingGifts standings,
            Gaps gaps,
            Comparisons comparisons,
            GiveLinks links,
            SignedIn signedIn,
            OnlineScreens screens) {
        this.standings = standings;
        this.gaps = gaps;
        this.comparisons = comparisons;
        this.links = links;
        this.signedIn = signedIn;
        addClassNames("page", "giving-page");
        screens.watch(this, signedIn.actor().organization(), this::look);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        removeAll();
        Anchor back = new Anchor("/" + GivingPaths.GIFTS, "‹ " + say("payments.online.back"));
        back.addClassName("back");
        var actor = signedIn.actor();
        var zone = signedIn.organization().zone();
        add(
                back,
                div(
                        "page-head",
                        new Div(new H1(say("payments.online.title")), span("muted", say("payments.online.intro")))));
        if (!links.ready(actor.organization())) add(paragraph("notice", say("payments.online.off")));
        standing = new StandingCard(standings, actor, zone);
        books = new GapsCard(gaps, comparisons, actor, zone);
        add(standing, books);
    }

    private void look() {
        if (standing != null) standing.look();
        if (books != null) books.look();
    }

    @Override
    public String getPageTitle() {
        return say("payments.online.title") + " · Rung";
    }
}
