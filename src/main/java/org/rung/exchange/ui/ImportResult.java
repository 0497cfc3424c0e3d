package org.rung.exchange.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.rung.exchange.ExchangePaths;
import org.rung.exchange.Import;
import org.rung.exchange.ImportState;
import org.rung.exchange.RejectReason;
import org.rung.people.PeoplePaths;
import org.rung.turf.TurfPaths;

/** What came of an import, and what to do with its people. */
class ImportResult extends Div {
    ImportResult(Import now, List<RejectReason> reasons) {
        addClassNames("card", "col");
        var counts = now.counts();
        long in = counts.rows() - counts.rejected();
        add(new H2(getTranslation("exchange.result." + now.state(), in)));
        now.problem().ifPresent(why -> {
            var notice = new Paragraph(why.in(getLocale()));
            notice.addClassNames("notice", "bad");
            add(notice);
        });
        if (counts.rows() > 0) add(ImportWords.counts(this, now));
        if (!now.settings().consentWords().isEmpty()) {
            var consent = new Paragraph(getTranslation(
                    "exchange.result.consent",
                    now.settings().source(),
                    now.settings().consentWords()));
            consent.addClassName("muted");
            add(consent);
        }
        add(new RejectList(reasons));
        var list = "?kind=import&value=" + now.importId().text();
        var actions = new Div();
        actions.addClassName("actions");
        if (in > 0) {
            actions.add(link(TurfPaths.NEW_TURF + list, "exchange.result.turf", "btn"));
            actions.add(link(PeoplePaths.SUPPORTERS + list, "exchange.result.people", "btn ghost"));
        }
        if (counts.rejected() > 0 && !reasons.isEmpty()) {
            var rejects = link("/" + ExchangePaths.rejects(now.importId()), "exchange.rejects", "btn ghost");
            rejects.setRouterIgnore(true);
            rejects.getElement().setAttribute("download", true);
            actions.add(rejects);
        }
        if (now.state() != ImportState.DONE || in == 0)
            actions.add(link(ExchangePaths.IMPORTS, "exchange.result.again", "btn ghost"));
        add(actions);
    }

    private Anchor link(String path, String key, String classes) {
        var link = new Anchor(path, getTranslation(key));
        link.addClassNames(classes.split(" "));
        return link;
    }
}
