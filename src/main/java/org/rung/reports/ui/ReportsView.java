package org.rung.reports.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.rung.accounts.SignedIn;
import org.rung.charts.Chart;
import org.rung.charts.ChartBox;
import org.rung.charts.ChartKind;
import org.rung.common.Actor;
import org.rung.reports.Figure;
import org.rung.reports.Report;
import org.rung.reports.ReportFilter;
import org.rung.reports.Reports;
import org.rung.reports.ReportsPaths;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pages of figures, each a chart and its table, each number a way to its people. */
@Route(ReportsPaths.FIGURE)
@Menu(title = "reports.title", order = 36)
@RolesAllowed({"COORDINATOR", "ORGANIZER", "ADMIN"})
public class ReportsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final Logger LOG = LoggerFactory.getLogger(ReportsView.class);

    private final transient Reports reports;
    private final transient SignedIn signedIn;
    private final transient Actor.Member actor;
    private final transient Clock clock;
    private Figure figure = Figure.LADDER;

    ReportsView(Reports reports, SignedIn signedIn, Clock clock) {
        this.reports = reports;
        this.signedIn = signedIn;
        this.clock = clock;
        actor = signedIn.actor();
        addClassNames("page", "reports-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entered) {
        figure = entered.getRouteParameters()
                .get("figure")
                .map(word -> Figure.of(word)
                        .filter(found -> Reports.open(actor, found))
                        .orElseThrow(NotFoundException::new))
                .orElse(Figure.LADDER);
        show(Asked.of(entered.getLocation().getQueryParameters().getParameters()));
    }

    private void show(ReportFilter filter) {
        removeAll();
        var zone = signedIn.organization().zone();
        var mail = new Anchor("/" + ReportsPaths.BY_MAIL, getTranslation("reports.mail"));
        mail.addClassNames("btn", "ghost");
        var actions = new Div(mail);
        actions.addClassName("actions");
        var head = new Div(new H1(getTranslation("reports.title")), actions);
        head.addClassName("page-head");
        add(head, new Tabs(actor, figure));
        add(new Choices(actor, figure, filter, YearMonth.now(clock.withZone(zone)), this::go));
        try {
            show(reports.of(actor, figure, filter, getLocale()));
        } catch (RuntimeException broken) {
            LOG.error("The report {} could not be read", figure, broken);
            var card = new Div(
                    new H2(getTranslation("reports.trouble")), new Paragraph(getTranslation("reports.trouble.next")));
            card.addClassNames("card", "empty");
            card.getElement().setAttribute("role", "alert");
            add(card);
        }
    }

    private void go(ReportFilter filter) {
        var asked = QueryParameters.fromString(Asked.written(filter));
        getUI().ifPresent(here -> here.navigate(ReportsPaths.of(figure), asked));
    }

    private void show(Report report) {
        var counted = new Paragraph(counted(report));
        counted.addClassNames("muted", "small");
        if (report.wholeAt().isEmpty()) {
            var card = new Div(
                    new H2(getTranslation("reports.uncounted")),
                    new Paragraph(getTranslation("reports.uncounted.line")));
            card.addClassNames("card", "empty");
            add(card);
            return;
        }
        var charts = new Div();
        charts.addClassName("reports-charts");
        report.charts().forEach(chart -> charts.add(card(chart)));
        add(charts, counted);
    }

    private String counted(Report report) {
        var times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(signedIn.organization().zone());
        return report.wholeAt().isEmpty() || report.latelyAt().isEmpty()
                ? ""
                : getTranslation(
                        "reports.counted",
                        times.format(report.wholeAt().get()),
                        times.format(report.latelyAt().get()));
    }

    private Section card(Chart chart) {
        var line = new Paragraph(chart.line());
        line.addClassNames("muted", "small");
        var card = new Section(new H2(chart.title()), line);
        card.addClassNames("card", "col");
        if (chart.kind() == ChartKind.TABLE || chart.kind() == ChartKind.AREA) card.addClassName("wide");
        card.getElement().setAttribute("aria-label", chart.title());
        if (chart.nothing()) card.add(new Span(getTranslation("reports.nothing")));
        else card.add(new ChartBox(chart, getLocale(), getTranslation("reports.table")));
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("reports.figure." + figure) + " · " + getTranslation("reports.title") + " · Rung";
    }
}
