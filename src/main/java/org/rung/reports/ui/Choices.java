package org.rung.reports.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.ladder.LadderKind;
import org.rung.reports.Figure;
import org.rung.reports.ReportFilter;
import org.rung.reports.StepsBy;

/** What a page of figures is about, and its file. */
class Choices extends Div {
    private final ReportFilter filter;
    private final Consumer<ReportFilter> changed;

    Choices(Actor actor, Figure figure, ReportFilter filter, YearMonth now, Consumer<ReportFilter> changed) {
        this.filter = filter;
        this.changed = changed;
        addClassName("reports-choices");
        if (figure == Figure.LADDER || figure == Figure.STEPS) add(ladder());
        if (figure != Figure.STEPS && figure != Figure.CAMPAIGNS) add(months());
        if (figure == Figure.LADDER) add(month(now));
        if (figure == Figure.STEPS) add(by());
        if (actor.may(Permission.EXPORT)) {
            var file = new Anchor(
                    "/exports/reports/" + figure.word() + ".csv?" + Asked.written(filter),
                    getTranslation("reports.csv"));
            file.addClassNames("btn", "ghost");
            file.setRouterIgnore(true);
            file.getElement().setAttribute("download", true);
            add(file);
        }
    }

    private Select<LadderKind> ladder() {
        return select(
                "reports.ladder",
                ReportFilter.LADDERS,
                filter.ladder(),
                kind -> getTranslation("reports.ladder." + kind),
                kind -> new ReportFilter(kind, filter.months(), filter.month(), filter.by()));
    }

    private Select<Integer> months() {
        return select(
                "reports.months",
                ReportFilter.MONTHS,
                filter.months(),
                months -> getTranslation("reports.months.of", months),
                months -> new ReportFilter(filter.ladder(), months, filter.month(), filter.by()));
    }

    private Select<YearMonth> month(YearMonth now) {
        var format = DateTimeFormatter.ofPattern("LLLL yyyy", getLocale());
        List<YearMonth> items = new ArrayList<>(
                IntStream.range(0, filter.months()).mapToObj(now::minusMonths).toList());
        var shown = filter.month().orElse(now);
        if (!items.contains(shown)) items.add(shown);
        return select(
                "reports.month",
                items,
                shown,
                format::format,
                month -> new ReportFilter(filter.ladder(), filter.months(), Optional.of(month), filter.by()));
    }

    private Select<StepsBy> by() {
        return select(
                "reports.by",
                List.of(StepsBy.values()),
                filter.by(),
                by -> getTranslation("reports.by." + by),
                by -> new ReportFilter(filter.ladder(), filter.months(), filter.month(), by));
    }

    private interface Said<T> {
        String of(T one);
    }

    private interface Other<T> {
        ReportFilter with(T one);
    }

    private <T> Select<T> select(String label, List<T> items, T shown, Said<T> words, Other<T> other) {
        Select<T> select = new Select<>();
        select.setLabel(getTranslation(label));
        select.setItems(items);
        select.setItemLabelGenerator(words::of);
        select.setValue(shown);
        select.addValueChangeListener(change -> changed.accept(other.with(change.getValue())));
        return select;
    }
}
