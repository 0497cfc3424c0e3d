package org.rung.turf.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.concurrent.Executor;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.turf.Turf;
import org.rung.turf.TurfHolders;
import org.rung.turf.TurfPaths;
import org.springframework.beans.factory.annotation.Qualifier;

/** The turf that a member has: how many people are theirs to talk to, without who they are. */
@Route(TurfPaths.MY_TURF)
@Menu(title = "turf.mine", order = 22)
@RolesAllowed({"TEXTER", "ORGANIZER", "COORDINATOR", "ADMIN"})
public class MyTurfView extends Div implements HasDynamicTitle {
    private final TurfHolders holders;
    private final Actor.Member actor;
    private final Executor executor;

    MyTurfView(TurfHolders holders, SignedIn signedIn, @Qualifier("applicationTaskExecutor") Executor executor) {
        this.holders = holders;
        this.actor = signedIn.actor();
        this.executor = executor;
        addClassNames("page", "turfs");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        removeAll();
        var line = new Span(getTranslation("turf.mine.line"));
        line.addClassNames("muted", "small");
        var head = new Div(new Div(new H1(getTranslation("turf.mine")), line));
        head.addClassName("page-head");
        add(head);
        var mine = holders.mine(actor);
        if (mine.isEmpty()) {
            var nothing = new Div(
                    new H2(getTranslation("turf.mine.none")), new Paragraph(getTranslation("turf.mine.none.next")));
            nothing.addClassNames("card", "empty");
            add(nothing);
            return;
        }
        var list = new Div();
        list.addClassName("turf-list");
        mine.forEach(turf -> list.add(card(attached.getUI(), turf)));
        add(list);
    }

    private Div card(UI ui, Turf turf) {
        var count = new Span("…");
        count.addClassNames("turf-count", "num");
        new Counting(executor)
                .count(
                        ui,
                        () -> holders.counted(actor, turf.turfId()),
                        counted -> count.setText(Counting.words(this, counted)),
                        problem -> {
                            count.setText(getTranslation("turf.broken"));
                            count.addClassName("down");
                        });
        var card = new Div(new H3(name(turf)), count);
        if (turf.owner().equals(actor.member())) {
            var owned = new Span(getTranslation("turf.mine.owned"));
            owned.addClassNames("muted", "small");
            card.add(owned);
        }
        card.addClassNames("card", "col", "turf-card");
        return card;
    }

    private Component name(Turf turf) {
        if (!actor.may(Permission.SEE_PEOPLE)) return new Span(turf.name());
        var name = new Anchor(TurfPaths.turf(turf.turfId()), turf.name());
        name.addClassName("turf-name");
        return name;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("turf.mine") + " · Rung";
    }
}
