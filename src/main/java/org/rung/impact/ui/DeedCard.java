package org.rung.impact.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.rung.accounts.Sentences;
import org.rung.impact.Deed;
import org.rung.impact.Impact;

/** One kind of deed over the weeks. */
class DeedCard extends Div {
    DeedCard(Impact impact, Deed deed) {
        String title = getTranslation("impact.deed." + deed);
        List<Integer> people = impact.people().getOrDefault(deed, List.of());
        int latest = people.isEmpty() ? 0 : people.getLast();
        Span week = new Span(getTranslation("impact.week", latest));
        week.addClassNames("small", "muted");
        Div sum = new Div();
        sum.getElement().appendChild(new Element("b").setText(String.valueOf(impact.sum(deed))), week.getElement());
        sum.addClassName("impact-sum");
        add(
                new H2(title),
                sum,
                Bars.beside(
                        getTranslation("impact.chart", title),
                        getTranslation("impact.chart.week"),
                        getTranslation("impact.chart.people"),
                        bars(impact, people)));
        addClassNames("card", "col", "pad");
    }

    private List<Bars.Bar> bars(Impact impact, List<Integer> people) {
        Locale locale = Sentences.language();
        DateTimeFormatter day =
                DateTimeFormatter.ofPattern(locale.getLanguage().equals("es") ? "d MMM" : "MMM d", locale);
        int last = impact.weeks().size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(week -> new Bars.Bar(
                        week == last
                                ? getTranslation("impact.thisWeek")
                                : day.format(impact.weeks().get(week)),
                        people.get(week),
                        "",
                        week == last))
                .toList();
    }
}
