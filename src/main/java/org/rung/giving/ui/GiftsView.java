package org.rung.giving.ui;

import static org.rung.giving.ui.GivingWords.say;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.FieldWords;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.giving.GiftFilter;
import org.rung.giving.GiftState;
import org.rung.giving.GiftTotal;
import org.rung.giving.GiftWay;
import org.rung.giving.GivingPaths;
import org.rung.giving.Reckoning;

/** Every gift, by day, way and state, and what they add up to. */
@Route(GivingPaths.GIFTS)
@Menu(title = "giving.title", order = 37)
@RolesAllowed({"COORDINATOR", "ADMIN"})
public class GiftsView extends GivingPage {
    private final transient Reckoning reckoning;
    private final DatePicker from = FieldWords.in(new DatePicker());
    private final DatePicker until = FieldWords.in(new DatePicker());
    private final Select<GiftWay> way = new Select<>();
    private final Select<GiftState> state = new Select<>();
    private final Div results = new Div();
    private final Div books = new Div();

    GiftsView(GivingScreens screens, Reckoning reckoning) {
        super(screens, GivingPaths.GIFTS, "giving.tab.gifts");
        this.reckoning = reckoning;
        from.setLabel(getTranslation("giving.from"));
        from.setClearButtonVisible(true);
        until.setLabel(getTranslation("giving.until"));
        until.setClearButtonVisible(true);
        way.setLabel(getTranslation("giving.way"));
        way.setItems(GiftWay.values());
        way.setEmptySelectionAllowed(true);
        way.setEmptySelectionCaption(getTranslation("giving.any"));
        way.setItemLabelGenerator(one -> getTranslation(one == null ? "giving.any" : "giving.way." + one));
        state.setLabel(getTranslation("giving.state"));
        state.setItems(GiftState.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("giving.any"));
        state.setItemLabelGenerator(one -> getTranslation(one == null ? "giving.any" : "giving.state." + one));
        from.addValueChangeListener(change -> show());
        until.addValueChangeListener(change -> show());
        way.addValueChangeListener(change -> show());
        state.addValueChangeListener(change -> show());
        results.addClassName("col");
        books.getElement().setAttribute("role", "status");
    }

    @Override
    void deeds(Div head) {
        NativeButton record = new NativeButton(
                say("giving.record"), click -> new GiftDialog(screens, Optional.empty(), this::redraw).open());
        record.addClassName("btn");
        head.add(record);
        if (screens.actor().may(Permission.EXPORT)) {
            Anchor export = new Anchor(GivingPaths.EXPORT, say("giving.export"));
            export.setRouterIgnore(true);
            export.getElement().setAttribute("download", true);
            export.addClassNames("btn", "ghost");
            head.add(export);
        }
    }

    @Override
    void draw() {
        Div filter = new Div(from, until, way, state);
        filter.addClassName("giving-filter");
        add(filter, results, books);
        show();
    }

    private void show() {
        GiftFilter filter = filter();
        results.removeAll();
        books.removeAll();
        List<GiftTotal> totals = screens.gifts().totals(screens.actor(), filter);
        if (totals.isEmpty()) {
            results.add(
                    filter.equals(GiftFilter.ALL)
                            ? nothing("giving.none", "giving.none.next")
                            : nothing("giving.none.here", "giving.none.here.next"));
            return;
        }
        Div sums = new Div();
        sums.addClassName("giving-sums");
        totals.forEach(total -> sums.add(sum(total)));
        results.add(sums);
        GiftList list = new GiftList(screens, this::redraw);
        results.add(list);
        more(list, filter, Page.Wanted.first(PAGE));
        NativeButton check = new NativeButton(say("giving.check"), click -> check());
        check.addClassNames("btn", "ghost", "small");
        books.add(check);
    }

    private void more(GiftList list, GiftFilter filter, Page.Wanted wanted) {
        var page = screens.gifts().page(screens.actor(), filter, wanted);
        list.append(page.rows());
        results.add(further(page, next -> more(list, filter, next)));
    }

    private static Div sum(GiftTotal total) {
        Span kept = new Span(GivingWords.money(total.keptMinor(), total.currency()));
        kept.addClassName("giving-sum");
        Span line = new Span(
                total.backMinor() == 0
                        ? say("giving.sum", total.gifts())
                        : say(
                                "giving.sum.back",
                                total.gifts(),
                                GivingWords.money(total.backMinor(), total.currency())));
        line.addClassNames("muted", "small");
        Div card = new Div(kept, line);
        card.addClassNames("card", "pad", "col");
        return card;
    }

    /** Says whether lines, sums and evidence agree, a currency at a time. */
    private void check() {
        books.removeAll();
        reckoning.reckon(screens.actor()).forEach(row -> {
            Paragraph words = new Paragraph(
                    row.agrees()
                            ? say("giving.books.agree", row.currency(), GivingWords.money(row.gifts(), row.currency()))
                            : say(
                                    "giving.books.differ",
                                    row.currency(),
                                    GivingWords.money(row.entries(), row.currency()),
                                    GivingWords.money(row.gifts(), row.currency()),
                                    GivingWords.money(row.matched(), row.currency()),
                                    GivingWords.money(row.evidence(), row.currency())));
            words.addClassNames("notice", row.agrees() ? "good" : "bad");
            books.add(words);
        });
    }

    private GiftFilter filter() {
        return new GiftFilter(
                Optional.ofNullable(from.getValue()).map(this::start),
                Optional.ofNullable(until.getValue()).map(day -> start(day.plusDays(1))),
                Optional.ofNullable(way.getValue()),
                Optional.ofNullable(state.getValue()),
                Optional.empty(),
                false);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(screens.zone()).toInstant();
    }
}
