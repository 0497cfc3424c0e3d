package org.rung.scripts.ui;

import static org.rung.scripts.ui.Pieces.*;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.rung.accounts.SignedIn;
import org.rung.common.Permission;
import org.rung.scripts.Script;
import org.rung.scripts.Scripts;
import org.rung.scripts.ScriptsPaths;

/** All scripts, the last written first. */
@Route(ScriptsPaths.SCRIPTS)
@Menu(title = "scripts.list.title", order = 13)
@RolesAllowed({"ORGANIZER", "COORDINATOR", "ADMIN"})
public class ScriptsView extends Div implements HasDynamicTitle {
    private final transient SignedIn signedIn;
    private final transient Labels labels;

    ScriptsView(Scripts scripts, SignedIn signedIn, Labels labels) {
        this.signedIn = signedIn;
        this.labels = labels;
        addClassName("page");
        var head = div(
                "page-head",
                new Div(
                        new H1(getTranslation("scripts.list.title")),
                        span("muted", getTranslation("scripts.list.hint"))));
        var actions =
                div("actions", link("btn ghost", ScriptsPaths.CANNED_REPLIES, getTranslation("scripts.list.canned")));
        boolean may = signedIn.actor().may(Permission.WRITE_SCRIPTS);
        if (may)
            actions.add(button(
                    "btn ghost",
                    getTranslation("scripts.document.open"),
                    () -> new DocumentDialog(scripts, signedIn.actor()).open()));
        if (may) actions.add(link("btn", ScriptsPaths.NEW, getTranslation("scripts.list.new")));
        head.add(actions);
        add(head);
        var all = scripts.all(signedIn.actor());
        var rows = div("col");
        all.forEach(script -> rows.add(row(script)));
        add(all.isEmpty() ? empty(may) : rows);
    }

    private Anchor row(Script script) {
        var name = new H2(script.name());
        name.addClassNames("grow", "clip");
        var row = new Anchor(
                ScriptsPaths.script(script.scriptId()),
                div("row", name, span("chip", getTranslation("scripts.list.version", script.number()))));
        row.addClassNames("card", "campaign-row");
        row.add(MergeWords.chips(
                script.tree().firstText(), labels.of(signedIn.actor().organization(), getLocale())));
        var written = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(signedIn.organization().zone())
                .format(script.updatedAt());
        row.add(span("muted small", getTranslation("scripts.list.written", written)));
        return row;
    }

    private Div empty(boolean may) {
        var empty = div(
                "card empty",
                new H2(getTranslation("scripts.list.empty")),
                new Paragraph(getTranslation("scripts.list.empty.how")));
        if (may) empty.add(link("btn", ScriptsPaths.NEW, getTranslation("scripts.list.new")));
        return empty;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("scripts.list.title") + " · Rung";
    }
}
