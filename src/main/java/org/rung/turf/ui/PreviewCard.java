package org.rung.turf.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.text.NumberFormat;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.filters.SupporterFilter;
import org.rung.filters.SupporterList;
import org.rung.filters.SupporterRow;
import org.rung.people.PeoplePaths;
import org.rung.turf.TurfCount;
import org.rung.turf.Turfs;

/** What a filter means right now: how many people, how many numbers, and the first ten of them. */
class PreviewCard extends Div {
    private static final int SHOWN = 10;

    private final Turfs turfs;
    private final SupporterList list;
    private final Actor actor;
    private final Counting counting;
    private final Span people = new Span("…");
    private final Span textable = new Span("…");
    private final UnorderedList first = new UnorderedList();
    private final Div problem = new Div();

    PreviewCard(Turfs turfs, SupporterList list, Actor actor, Counting counting) {
        this.turfs = turfs;
        this.list = list;
        this.actor = actor;
        this.counting = counting;
        addClassNames("card", "col", "turf-preview");
        people.addClassName("turf-number");
        textable.addClassName("turf-number");
        var numbers = new Div(
                new Div(people, new Span(getTranslation("turf.people"))),
                new Div(textable, new Span(getTranslation("turf.textable"))));
        numbers.addClassName("turf-numbers");
        numbers.getElement().setAttribute("role", "status");
        problem.addClassNames("notice", "bad");
        first.addClassName("turf-first");
        add(new H3(getTranslation("turf.preview")), numbers, problem, first);
    }

    void show(UI ui, SupporterFilter filter) {
        problem.setText("");
        first.removeAll();
        people.setText("…");
        textable.setText("…");
        try {
            var rows = list.page(actor, filter, Page.Wanted.first(SHOWN)).rows();
            rows.forEach(row -> first.add(item(row)));
            if (rows.isEmpty()) first.add(new ListItem(new Paragraph(getTranslation("turf.nobody"))));
        } catch (Problem.Invalid wrong) {
            problem.setText(Sentences.of(wrong));
            return;
        }
        counting.count(
                ui,
                () -> turfs.counted(actor, filter),
                this::show,
                failed -> problem.setText(getTranslation("turf.broken")));
    }

    private void show(TurfCount counted) {
        var format = NumberFormat.getIntegerInstance(UI.getCurrent().getLocale());
        people.setText(format.format(counted.people()));
        textable.setText(Counting.numbers(counted, format));
    }

    private ListItem item(SupporterRow row) {
        var name = (row.firstName() + " " + row.lastName()).strip();
        var link = new Anchor(
                PeoplePaths.supporter(row.supporterId()), name.isEmpty() ? getTranslation("turf.nameless") : name);
        var place = new Span((row.city() + " " + row.postalCode()).strip());
        place.addClassNames("muted", "small");
        return new ListItem(link, place);
    }
}
