package org.rung.turf.ui;

import com.vaadin.flow.component.AttachEvent;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.rung.accounts.Members;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.filters.FilterWords;
import org.rung.filters.Filters;
import org.rung.turf.Turf;
import org.rung.turf.TurfHolders;
import org.rung.turf.TurfKind;
import org.rung.turf.TurfPaths;
import org.rung.turf.Turfs;
import org.springframework.beans.factory.annotation.Qualifier;

/** Every turf, with whom it holds and how many of them can be texted. */
@Route(TurfPaths.TURFS)
@Menu(title = "turf.title", order = 21)
@RolesAllowed({"ORGANIZER", "COORDINATOR", "ADMIN"})
public class TurfsView extends Div implements HasDynamicTitle {
    private final Turfs turfs;
    private final Filters filters;
    private final Members members;
    private final TurfHolders holders;
    private final Actor actor;
    private final Executor executor;

    TurfsView(
            Turfs turfs,
            Filters filters,
            Members members,
            TurfHolders holders,
            SignedIn signedIn,
            @Qualifier("applicationTaskExecutor") Executor executor) {
        this.turfs = turfs;
        this.filters = filters;
        this.members = members;
        this.holders = holders;
        this.actor = signedIn.actor();
        this.executor = executor;
        addClassNames("page", "turfs");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        removeAll();
        var all = turfs.all(actor);
        var title = new Div(new H1(getTranslation("turf.title")), muted(getTranslation("turf.intro")));
        var head = new Div(title);
        head.addClassName("page-head");
        if (actor.may(Permission.CUT_TURF)) {
            var cut = new Anchor(TurfPaths.NEW_TURF, getTranslation("turf.cut"));
            cut.addClassName("btn");
            head.add(cut);
        }
        add(head);
        if (all.isEmpty()) {
            var nothing = new Div(new H2(getTranslation("turf.none")), new Paragraph(getTranslation("turf.none.next")));
            nothing.addClassNames("card", "empty");
            add(nothing);
            return;
        }
        var names = members.names(
                actor.organization(),
                all.stream().map(Turf::owner).flatMap(Optional::stream).collect(Collectors.toSet()));
        var given = holders.of(actor, all.stream().map(Turf::turfId).toList());
        var list = new Div();
        list.addClassName("turf-list");
        for (var turf : all) {
            var card = card(attached.getUI(), turf, names);
            Optional.ofNullable(given.get(turf.turfId()))
                    .ifPresent(has -> card.add(muted(getTranslation(
                            "turf.given.count",
                            has.members().size(),
                            has.teams().size()))));
            list.add(card);
        }
        add(list);
    }

    private Div card(UI ui, Turf turf, Map<MemberId, String> names) {
        var name = new Anchor(TurfPaths.turf(turf.turfId()), turf.name());
        name.addClassName("turf-name");
        var kind = new Span(getTranslation("turf.kind." + turf.kind()));
        kind.addClassName("chip");
        var head = new Div(new H3(name), kind);
        head.addClassNames("row", "wrap");
        var who = new Div();
        who.addClassNames("row", "wrap", "turf-lines");
        if (turf.kind() == TurfKind.FILTER) {
            FilterWords.groups(this, filters, actor.organization(), turf.filter())
                    .forEach(words -> who.add(chip(words)));
            if (!turf.filter().search().isEmpty())
                who.add(chip(getTranslation("turf.search", turf.filter().search())));
            if (turf.filter().isEveryone()) who.add(chip(getTranslation("turf.everyone")));
        }
        var count = new Span("…");
        count.addClassNames("turf-count", "num");
        new Counting(executor)
                .count(
                        ui,
                        () -> turfs.counted(actor, turf.turfId()),
                        counted -> count.setText(Counting.words(this, counted)),
                        problem -> {
                            count.setText(getTranslation("turf.broken"));
                            count.addClassName("down");
                        });
        var card = new Div(head, who, count);
        turf.owner().map(names::get).ifPresent(owner -> card.add(muted(getTranslation("turf.owned", owner))));
        card.addClassNames("card", "col", "turf-card");
        return card;
    }

    private static Span chip(String words) {
        var chip = new Span(words);
        chip.addClassNames("chip", "plain", "turf-chip");
        return chip;
    }

    private static Span muted(String words) {
        var line = new Span(words);
        line.addClassNames("muted", "small");
        return line;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("turf.title") + " · Rung";
    }
}
