package org.rung.bulk.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.bulk.BulkPaths;
import org.rung.bulk.BulkWork;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.people.PeoplePaths;

/** All that was done with many people at once, the newest first. */
@Route(BulkPaths.BULK)
@RolesAllowed({"ORGANIZER", "COORDINATOR", "ADMIN"})
public class BulkView extends Div implements HasDynamicTitle {
    private static final int PAGE = 25;

    private final BulkWork work;
    private final BulkScreens screens;
    private final Actor actor;
    private final Clock clock;
    private final Div list = new Div();
    private final Div older = new Div();

    BulkView(BulkWork work, BulkScreens screens, SignedIn signedIn, Clock clock) {
        this.work = work;
        this.screens = screens;
        this.actor = signedIn.actor();
        this.clock = clock;
        addClassName("page");
        var back = new Anchor(PeoplePaths.SUPPORTERS, "‹ " + getTranslation("people.supporters.title"));
        back.addClassName("back");
        var intro = new Span(getTranslation("bulk.intro"));
        intro.addClassName("muted");
        var head = new Div(new Div(new H1(getTranslation("bulk.title")), intro));
        head.addClassName("page-head");
        list.addClassNames("card", "exchange-list");
        add(back, head, list, older);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        redraw();
        var watch = screens.watch(actor.organization(), this, this::redraw);
        addDetachListener(gone -> {
            watch.remove();
            gone.unregisterListener();
        });
    }

    private void redraw() {
        list.removeAll();
        draw(Page.Wanted.first(PAGE));
        boolean some = list.getComponentCount() > 0;
        // A list without a point is none, to whoever hears it read.
        if (some) list.getElement().setAttribute("role", "list");
        else list.getElement().removeAttribute("role");
        if (some) return;
        var empty = new Div(new H2(getTranslation("bulk.none")), new Paragraph(getTranslation("bulk.none.next")));
        empty.addClassName("empty");
        list.add(empty);
    }

    private void draw(Page.Wanted wanted) {
        var page = work.page(actor, wanted);
        var now = clock.instant();
        page.rows().forEach(job -> list.add(new BulkRow(work, actor, job, now)));
        older.removeAll();
        page.next().ifPresent(next -> {
            var more = new NativeButton(
                    getTranslation("bulk.older"), click -> draw(new Page.Wanted(Optional.of(next), PAGE)));
            more.addClassNames("btn", "ghost");
            older.add(more);
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("bulk.title") + " · Rung";
    }
}
