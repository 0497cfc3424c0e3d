package org.rung.bulk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.Element;
import java.text.NumberFormat;
import java.time.Instant;
import org.rung.accounts.Sentences;
import org.rung.bulk.BulkJob;
import org.rung.bulk.BulkPaths;
import org.rung.bulk.BulkState;
import org.rung.bulk.BulkWork;
import org.rung.common.Actor;
import org.rung.common.Problem;

/** One job: what it does with how many, how far it is, and the way back. */
class BulkRow extends Div {
    private final BulkWork work;
    private final Actor actor;
    private final BulkJob job;

    BulkRow(BulkWork work, Actor actor, BulkJob job, Instant now) {
        this.work = work;
        this.actor = actor;
        this.job = job;
        addClassNames("exchange-row", "bulk-row");
        getElement().setAttribute("role", "listitem");
        var name = new Span(getTranslation("bulk.what." + job.kind(), job.target()));
        name.addClassNames("strong", "clip");
        var about = new Span(about());
        about.addClassNames("muted", "small", "num");
        var what = new Div(name, about);
        what.addClassNames("exchange-what", "grow");
        add(what);
        job.problem().ifPresent(why -> {
            var said = new Span(Sentences.of(why));
            said.addClassNames("small", "bulk-problem");
            what.add(said);
        });
        if (job.working()) add(bar());
        add(state());
        if (actor.may(job.kind().needs())) deeds(now);
    }

    private String about() {
        var total = job.total().map(this::number);
        if (total.isEmpty()) return getTranslation("bulk.gathering");
        if (job.working()) return getTranslation("bulk.of", number(job.done()), total.get());
        return switch (job.kind()) {
            case EXPORT -> getTranslation("bulk.people", job.total().get(), total.get());
            case TAG, UNTAG, LIST, SUPPRESS, ERASE ->
                getTranslation("bulk.changed", job.changed(), number(job.changed()));
        };
    }

    private String number(long number) {
        return NumberFormat.getIntegerInstance(getLocale()).format(number);
    }

    private void deeds(Instant now) {
        if (job.mayBeDownloaded(now)) {
            var file = new Anchor("/" + BulkPaths.file(job.bulkJobId()), getTranslation("bulk.download"));
            file.addClassNames("btn", "ghost", "small");
            file.setRouterIgnore(true);
            file.getElement().setAttribute("download", true);
            add(file);
        }
        if (job.state() == BulkState.GATHERING || job.state() == BulkState.RUNNING)
            add(deed("bulk.cancel", () -> work.cancel(actor, job.bulkJobId())));
        if (job.mayBeUndone(now)) add(deed("bulk.undo", () -> work.undo(actor, job.bulkJobId())));
    }

    private Button deed(String key, Runnable act) {
        var button = new Button(getTranslation(key), click -> {
            try {
                act.run();
            } catch (Problem why) {
                Notification.show(Sentences.of(why), 6_000, Notification.Position.BOTTOM_CENTER);
            }
        });
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation(key) + ": " + getTranslation("bulk.what." + job.kind(), job.target()));
        return button;
    }

    private Span state() {
        var chip = new Span(getTranslation("bulk.state." + job.state()));
        chip.addClassName("chip");
        if (job.state() == BulkState.DONE) chip.addClassName("good");
        if (job.state() == BulkState.FAILED) chip.addClassName("bad");
        if (job.working()) chip.addClassName("warn");
        return chip;
    }

    private Div bar() {
        var filled = new Element("b");
        int percent = (int) Math.floor(job.progress() * 100);
        filled.getStyle().set("width", percent + "%");
        var bar = new Div();
        bar.addClassNames("bar", "exchange-bar");
        bar.getElement().appendChild(filled);
        bar.getElement().setAttribute("role", "progressbar");
        bar.getElement().setAttribute("aria-label", getTranslation("bulk.progress"));
        bar.getElement().setAttribute("aria-valuemin", "0");
        bar.getElement().setAttribute("aria-valuemax", "100");
        bar.getElement().setAttribute("aria-valuenow", Integer.toString(percent));
        return bar;
    }
}
