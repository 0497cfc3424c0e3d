package org.rung.exchange.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.rung.exchange.ExchangePaths;
import org.rung.exchange.Import;
import org.rung.exchange.RejectReason;

/** What a dry run found, and the word to go. */
class ImportChecked extends Div {
    ImportChecked(Import now, List<RejectReason> reasons, Runnable run, Runnable change, Runnable cancel) {
        addClassNames("card", "col");
        var counts = now.counts();
        long good = counts.rows() - counts.rejected();
        add(new H2(getTranslation("exchange.checked", good)));
        add(ImportWords.counts(this, now));
        var consent = new Paragraph(
                getTranslation("exchange.checked.consent", now.settings().consentWords()));
        consent.addClassName("muted");
        add(consent, new RejectList(reasons));
        var go = new NativeButton(getTranslation("exchange.run", good), click -> run.run());
        go.addClassName("btn");
        go.setEnabled(good > 0);
        var back = new NativeButton(getTranslation("exchange.change"), click -> change.run());
        back.addClassNames("btn", "ghost");
        var stop = new NativeButton(getTranslation("exchange.discard"), click -> cancel.run());
        stop.addClassName("link");
        var actions = new Div(go, back);
        actions.addClassName("actions");
        if (counts.rejected() > 0) {
            var rejects = new Anchor("/" + ExchangePaths.rejects(now.importId()), getTranslation("exchange.rejects"));
            rejects.addClassNames("btn", "ghost");
            rejects.setRouterIgnore(true);
            rejects.getElement().setAttribute("download", true);
            actions.add(rejects);
        }
        actions.add(stop);
        add(actions);
    }
}
