package org.rung.saved.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.accounts.SureDialog;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.filters.FilterWords;
import org.rung.filters.Filters;
import org.rung.people.PeoplePaths;
import org.rung.saved.SavedFilter;
import org.rung.saved.SavedFilters;
import org.rung.saved.SavedPaths;

/** Every saved filter: what it asks, and what is wrong with it when something it names is gone. */
@Route(SavedPaths.SAVED)
@RolesAllowed({"ORGANIZER", "COORDINATOR", "ADMIN"})
public class SavedFiltersView extends Div implements HasDynamicTitle {
    private static final int PAGE = 25;

    private final SavedFilters saved;
    private final Filters filters;
    private final Actor actor;
    private final Div list = new Div();
    private final Div further = new Div();

    SavedFiltersView(SavedFilters saved, Filters filters, SignedIn signedIn) {
        this.saved = saved;
        this.filters = filters;
        this.actor = signedIn.actor();
        addClassName("page");
        var back = new Anchor(PeoplePaths.SUPPORTERS, "‹ " + getTranslation("people.supporters.title"));
        back.addClassName("back");
        var intro = new Span(getTranslation("saved.intro"));
        intro.addClassName("muted");
        var head = new Div(new Div(new H1(getTranslation("saved.title")), intro));
        head.addClassName("page-head");
        list.addClassName("turf-list");
        add(back, head, list, further);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        redraw();
    }

    private void redraw() {
        list.removeAll();
        draw(Page.Wanted.first(PAGE));
    }

    private void draw(Page.Wanted wanted) {
        var page = saved.page(actor, wanted);
        page.rows().forEach(each -> list.add(card(each)));
        if (list.getComponentCount() == 0) {
            var nothing =
                    new Div(new H2(getTranslation("saved.none")), new Paragraph(getTranslation("saved.none.next")));
            nothing.addClassNames("card", "empty");
            list.add(nothing);
        }
        further.removeAll();
        page.next().ifPresent(next -> {
            var more = new NativeButton(
                    getTranslation("saved.more"), click -> draw(new Page.Wanted(Optional.of(next), PAGE)));
            more.addClassNames("btn", "ghost");
            further.add(more);
        });
    }

    private Div card(SavedFilter each) {
        var name = new Anchor(
                PeoplePaths.SUPPORTERS + "?kind=saved&value="
                        + each.savedFilterId().text(),
                each.name());
        name.addClassName("turf-name");
        var asks = new Div();
        asks.addClassNames("row", "wrap", "turf-lines");
        FilterWords.groups(this, filters, actor.organization(), each.filter()).forEach(words -> asks.add(chip(words)));
        if (!each.filter().search().isEmpty())
            asks.add(chip(getTranslation("turf.search", each.filter().search())));
        var card = new Div(new H3(name), asks);
        card.addClassNames("card", "col", "turf-card");
        filters.trouble(actor.organization(), each.filter()).ifPresent(wrong -> {
            var trouble = new Div(Sentences.of(wrong) + " " + getTranslation("saved.broken"));
            trouble.addClassNames("notice", "bad");
            card.add(trouble);
        });
        if (actor.may(Permission.CUT_TURF)) card.add(deeds(each));
        return card;
    }

    private Div deeds(SavedFilter each) {
        var rename = new Button(
                getTranslation("saved.rename"),
                click -> new NameDialog(getTranslation("saved.rename"), each.name(), name -> {
                            saved.rename(actor, each.savedFilterId(), name);
                            redraw();
                        })
                        .open());
        rename.setAriaLabel(getTranslation("saved.rename.one", each.name()));
        var remove = new Button(getTranslation("saved.remove"), click -> confirm(each));
        remove.setAriaLabel(getTranslation("saved.remove.one", each.name()));
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        var deeds = new Div(rename, remove);
        deeds.addClassNames("row", "wrap");
        return deeds;
    }

    private void confirm(SavedFilter each) {
        new SureDialog(
                        getTranslation("saved.remove.title", each.name()),
                        getTranslation("saved.remove.words"),
                        getTranslation("saved.remove"),
                        getTranslation("saved.cancel"),
                        () -> remove(each))
                .open();
    }

    private void remove(SavedFilter each) {
        try {
            saved.remove(actor, each.savedFilterId());
        } catch (Problem.Conflict used) {
            Notification.show(Sentences.of(used), 8_000, Notification.Position.BOTTOM_CENTER);
        }
        redraw();
    }

    private static Span chip(String words) {
        var chip = new Span(words);
        chip.addClassNames("chip", "plain", "turf-chip");
        return chip;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("saved.title") + " · Rung";
    }
}
