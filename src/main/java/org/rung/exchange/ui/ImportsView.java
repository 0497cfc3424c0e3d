package org.rung.exchange.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.exchange.ExchangePaths;
import org.rung.exchange.Import;
import org.rung.exchange.ImportState;
import org.rung.exchange.Imports;

/** Every list that came in, and the place to drop the next one. */
@Route(ExchangePaths.IMPORTS)
@Menu(title = "exchange.imports", order = 22)
@RolesAllowed({"ORGANIZER", "ADMIN"})
public class ImportsView extends Div implements HasDynamicTitle {
    private static final int PAGE = 25;

    private final Imports imports;
    private final ImportScreens screens;
    private final Actor actor;
    private final ZoneId zone;
    private final Div list = new Div();
    private final Div older = new Div();

    ImportsView(Imports imports, ImportScreens screens, SignedIn signedIn) {
        this.imports = imports;
        this.screens = screens;
        this.actor = signedIn.actor();
        this.zone = signedIn.organization().zone();
        addClassName("page");
        var title = new Div(new H1(getTranslation("exchange.imports")), muted("exchange.imports.about"));
        var exports = new Div();
        exports.addClassNames("row", "wrap");
        if (actor.may(Permission.EXPORT))
            exports.add(
                    export(ExchangePaths.EXPORT, "exchange.export"),
                    export(ExchangePaths.SUPPRESSED, "exchange.export.suppressed"));
        var head = new Div(title, exports);
        head.addClassName("page-head");
        list.addClassNames("card", "exchange-list");
        add(head, new ImportUpload(imports, actor), list, older);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        redraw();
        var watch = screens.watch(actor.organization(), this, any -> true, this::redraw);
        addDetachListener(gone -> {
            watch.remove();
            gone.unregisterListener();
        });
    }

    /** The first page is drawn anew; older pages stay as they are, since ended imports do not move. */
    private void redraw() {
        var page = imports.page(actor, Page.Wanted.first(PAGE));
        list.removeAll();
        older.removeAll();
        if (page.rows().isEmpty()) list.add(empty());
        page.rows().forEach(one -> list.add(row(one)));
        more(page.next());
    }

    private void more(Optional<String> next) {
        next.ifPresent(after -> {
            var button = new NativeButton(getTranslation("exchange.imports.older"));
            button.addClassNames("btn", "ghost");
            button.addClickListener(click -> {
                older.removeAll();
                var page = imports.page(actor, new Page.Wanted(Optional.of(after), PAGE));
                page.rows().forEach(one -> list.add(row(one)));
                more(page.next());
            });
            older.add(button);
        });
    }

    private Div empty() {
        var empty = new Div(
                new H2(getTranslation("exchange.imports.empty")),
                new Paragraph(getTranslation("exchange.imports.empty.next")));
        empty.addClassName("empty");
        return empty;
    }

    private Anchor row(Import one) {
        var name = new Span(one.fileName());
        name.addClassNames("strong", "clip");
        var about = new Span();
        about.addClassNames("muted", "small");
        about.add(new Text(ImportWords.when(this, one.createdAt(), zone)));
        if (!one.settings().source().isEmpty())
            about.add(new Text(" · " + one.settings().source()));
        var what = new Div(name, about);
        what.addClassNames("exchange-what", "grow");
        var row = new Anchor(ExchangePaths.importing(one.importId()), what);
        row.addClassName("exchange-row");
        if (one.working()) row.add(ImportWords.bar(this, one));
        else if (one.state() != ImportState.UPLOADED) row.add(ImportWords.counts(this, one));
        row.add(ImportWords.state(this, one));
        return row;
    }

    private Anchor export(String path, String key) {
        var export = new Anchor("/" + path, getTranslation(key));
        export.addClassNames("btn", "ghost");
        export.setRouterIgnore(true);
        export.getElement().setAttribute("download", true);
        return export;
    }

    private Span muted(String key) {
        var words = new Span(getTranslation(key));
        words.addClassName("muted");
        return words;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("exchange.imports") + " · Rung";
    }
}
