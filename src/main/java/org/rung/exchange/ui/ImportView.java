package org.rung.exchange.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.exchange.ExchangePaths;
import org.rung.exchange.Import;
import org.rung.exchange.ImportId;
import org.rung.exchange.ImportSettings;
import org.rung.exchange.ImportState;
import org.rung.exchange.Imports;
import org.rung.exchange.Rejects;

/** One list on its way in: its columns, a dry run, the run, and what came of it. */
@Route(ExchangePaths.IMPORTS)
@RolesAllowed({"ORGANIZER", "ADMIN"})
public class ImportView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
    private static final String[] STEPS = {"file", "columns", "check", "run"};

    private final Imports imports;
    private final Rejects rejects;
    private final ImportScreens screens;
    private final Actor actor;
    private final Clock clock;
    private final Div step = new Div();
    private final Div steps = new Div();
    private final H1 name = new H1();
    private final Span about = new Span();
    private final Div problem = new Div();
    private ImportId importId = new ImportId(0);
    private @Nullable ImportState shown;
    private @Nullable ImportProgress progress;

    ImportView(Imports imports, Rejects rejects, ImportScreens screens, SignedIn signedIn, Clock clock) {
        this.imports = imports;
        this.rejects = rejects;
        this.screens = screens;
        this.actor = signedIn.actor();
        this.clock = clock;
        addClassName("page");
        about.addClassName("muted");
        name.addClassName("exchange-name");
        var back = new Anchor(ExchangePaths.IMPORTS, "‹ " + getTranslation("exchange.imports"));
        back.addClassName("back");
        var title = new Div(back, name, about);
        var head = new Div(title, steps);
        head.addClassName("page-head");
        problem.addClassNames("notice", "bad");
        problem.getElement().setAttribute("role", "alert");
        step.addClassNames("col", "exchange-step");
        add(head, problem, step);
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        try {
            importId = new ImportId(Id.parse("import", parameter));
            imports.get(actor, importId);
        } catch (Problem.Invalid | Problem.Missing none) {
            throw new NotFoundException(String.valueOf(none.getMessage()));
        }
        shown = null;
        redraw();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var watch = screens.watch(actor.organization(), this, moved -> moved.equals(importId), this::redraw);
        addDetachListener(gone -> {
            watch.remove();
            gone.unregisterListener();
        });
        redraw();
    }

    private void redraw() {
        var now = imports.get(actor, importId);
        name.setText(now.fileName());
        about.setText(ImportWords.size(this, now.fileBytes())
                + now.rowsTotal()
                        .map(rows -> " · " + getTranslation("exchange.rows", rows))
                        .orElse(""));
        if (now.state() == shown && !now.working()) return;
        if (now.state() == shown && progress != null) {
            progress.show(now);
            return;
        }
        shown = now.state();
        progress = null;
        problem.setText("");
        steps.removeAll();
        steps.add(steps(now));
        step.removeAll();
        step.add(content(now));
    }

    private Component content(Import now) {
        return switch (now.state()) {
            case UPLOADED ->
                new ImportColumnsForm(imports.preview(actor, importId, 6), now.settings(), this::check, this::cancel);
            case CHECKING, RUNNING -> {
                var drawn = new ImportProgress(now, clock, this::cancel);
                progress = drawn;
                yield drawn;
            }
            case CHECKED ->
                new ImportChecked(now, rejects.reasons(actor, importId), this::run, this::change, this::cancel);
            case DONE, CANCELLED, FAILED -> new ImportResult(now, rejects.reasons(actor, importId));
        };
    }

    private void check(ImportSettings settings) {
        try {
            problem.setText("");
            imports.configure(actor, importId, settings);
            imports.check(actor, importId);
            redraw();
        } catch (Problem.Invalid atField) {
            // The form says it where it can be mended.
            throw atField;
        } catch (Problem why) {
            say(why);
        }
    }

    private void run() {
        attempt(() -> imports.run(actor, importId));
    }

    private void change() {
        attempt(() ->
                imports.configure(actor, importId, imports.get(actor, importId).settings()));
    }

    private void cancel() {
        attempt(() -> imports.cancel(actor, importId));
    }

    private void attempt(Runnable work) {
        try {
            problem.setText("");
            work.run();
            redraw();
        } catch (Problem why) {
            say(why);
        }
    }

    private void say(Problem why) {
        problem.setText(Sentences.of(why));
        problem.scrollIntoView();
    }

    private OrderedList steps(Import now) {
        int at =
                switch (now.state()) {
                    case UPLOADED -> 1;
                    case CHECKING, CHECKED -> 2;
                    case RUNNING -> 3;
                    case DONE, CANCELLED, FAILED -> 4;
                };
        var list = new OrderedList();
        list.addClassName("exchange-steps");
        for (int i = 0; i < STEPS.length; i++) {
            var item = new ListItem(getTranslation("exchange.step." + STEPS[i]));
            if (i < at) item.addClassName("done");
            if (i == at) item.getElement().setAttribute("aria-current", "step");
            list.add(item);
        }
        return list;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("exchange.import") + " · Rung";
    }
}
