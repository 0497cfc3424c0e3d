package org.rung.reports.ui;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import org.rung.common.Actor;
import org.rung.reports.Figure;
import org.rung.reports.Reports;

/** The pages of figures that this member may open. */
class Tabs extends Nav {
    Tabs(Actor actor, Figure open) {
        addClassName("reports-tabs");
        setAriaLabel(getTranslation("reports.title"));
        for (var figure : Figure.values()) {
            if (!Reports.open(actor, figure)) continue;
            var link = new RouterLink(
                    getTranslation("reports.figure." + figure),
                    ReportsView.class,
                    figure == Figure.LADDER ? RouteParameters.empty() : new RouteParameters("figure", figure.word()));
            if (figure == open) link.getElement().setAttribute("aria-current", "page");
            add(link);
        }
    }
}
