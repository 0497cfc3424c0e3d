package org.rung.merging.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.merging.Duplicate;
import org.rung.merging.Duplicates;
import org.rung.merging.MergingPaths;
import org.rung.people.PeoplePaths;

/** Pairs of people who look alike, the most alike first. */
@Route(MergingPaths.DUPLICATES)
@RolesAllowed({"ORGANIZER", "COORDINATOR", "ADMIN"})
public class DuplicatesView extends Div implements HasDynamicTitle {
    private static final int SIZE = 30;

    private final transient Duplicates duplicates;
    private final transient Actor.Member actor;
    private final ZoneId zone;
    private final Span count = new Span();
    private final Div list = new Div();
    private final Div empty = new Div();

    DuplicatesView(Duplicates duplicates, SignedIn signedIn) {
        this.duplicates = duplicates;
        this.actor = signedIn.actor();
        this.zone = signedIn.organization().zone();
        addClassNames("page", "duplicates");
        count.addClassName("muted");
        count.getElement().setAttribute("role", "status");
        list.addClassName("pair-list");
        list.getElement().setAttribute("role", "list");
        empty.addClassNames("card", "empty");
        empty.add(new H2(getTranslation("merging.none")), new Paragraph(getTranslation("merging.none.line")));
        var back = new Anchor(PeoplePaths.SUPPORTERS, "‹ " + getTranslation("people.supporters.title"));
        back.addClassName("back");
        add(back, head(), list, empty);
        show();
    }

    private Component head() {
        var line = new Span(getTranslation("merging.line"));
        line.addClassName("muted");
        var head = new Div(new Div(new H1(getTranslation("merging.title")), line, count));
        head.addClassName("page-head");
        var again = new Button(getTranslation("merging.look"), click -> {
            duplicates.lookAgain(actor);
            show();
        });
        again.setDisableOnClick(true);
        again.addClickListener(click -> again.setEnabled(true));
        head.add(again);
        return head;
    }

    private void show() {
        list.removeAll();
        append(Optional.empty());
        boolean some = list.getComponentCount() > 0;
        list.setVisible(some);
        empty.setVisible(!some);
        counted();
    }

    private void counted() {
        int found = duplicates.count(actor);
        var looked = duplicates.lookedAt(actor);
        count.setText(looked.map(at -> getTranslation(
                        "merging.count",
                        found,
                        NumberFormat.getIntegerInstance(getLocale()).format(found),
                        moment(at)))
                .orElseGet(() -> getTranslation("merging.not-yet")));
    }

    private String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(zone)
                .format(at);
    }

    private void append(Optional<String> after) {
        var page = duplicates.page(actor, new Page.Wanted(after, SIZE));
        page.rows().forEach(this::add);
        page.next().ifPresent(next -> {
            var more = new Button(getTranslation("merging.more"));
            more.addClickListener(click -> {
                list.remove(more);
                append(Optional.of(next));
            });
            list.add(more);
        });
    }

    private void add(Duplicate pair) {
        var holder = new Component[1];
        holder[0] = new PairCard(pair, () -> apart(pair, holder[0]));
        list.add(holder[0]);
    }

    private void apart(Duplicate pair, Component card) {
        try {
            duplicates.tellApart(actor, pair.first().supporterId(), pair.other().supporterId());
            Notification.show(getTranslation("merging.apart.done"), 4_000, Notification.Position.BOTTOM_START);
        } catch (Problem gone) {
            Notification.show(Sentences.of(gone), 6_000, Notification.Position.TOP_CENTER);
        }
        list.remove(card);
        if (list.getComponentCount() == 0) show();
        else counted();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("merging.title") + " · Rung";
    }
}
