package org.rung.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.people.Supporter;
import org.rung.people.Supporters;
import org.rung.people.TimelineEntry;
import org.rung.people.TimelineSource;

/** What happened with a person, the latest first, from every room that knows something. */
class TimelineCard extends Div {
    private static final int AT_ONCE = 20;

    private final Timeline timeline;
    private final Times times;
    private final transient Runnable changed;
    private final OrderedList list = new OrderedList();
    private final Button earlier;

    TimelineCard(
            Supporters supporters,
            List<TimelineSource> sources,
            Actor actor,
            Supporter supporter,
            Clock clock,
            Times times,
            Runnable changed) {
        this.times = times;
        this.changed = changed;
        timeline = new Timeline(sources, actor, supporter.supporterId());
        addClassNames("card", "col", "timeline-card");
        add(new H3(getTranslation("people.timeline.title")));
        if (actor.may(Permission.EDIT_PEOPLE)) add(composer(supporters, actor, supporter, changed));
        list.addClassName("timeline");
        earlier = new Button(getTranslation("people.timeline.earlier"));
        earlier.addThemeVariants(ButtonVariant.TERTIARY);
        earlier.addClickListener(click -> timeline.last().ifPresent(this::show));
        add(list, earlier);
        // A second ahead: what was written in this very instant is shown too.
        show(clock.instant().plusSeconds(1));
        if (list.getComponentCount() == 0) add(nothing());
    }

    private void show(Instant before) {
        var page = timeline.before(before, AT_ONCE);
        page.entries().forEach(entry -> list.add(item(entry)));
        earlier.setVisible(page.more());
    }

    private ListItem item(TimelineEntry entry) {
        var icon = new Span();
        icon.addClassNames("timeline-dot", "timeline-" + entry.kind());
        icon.getElement().setAttribute("aria-hidden", "true");
        var title = new Span(entry.title());
        title.addClassName("strong");
        var when = new Span(times.moment(entry.happenedAt()));
        when.addClassNames("muted", "small", "nowrap");
        var head = new Div(title, when);
        head.addClassNames("row", "wrap", "timeline-head");
        var body = new Div(head);
        body.addClassName("grow");
        if (!entry.counts()) body.addClassName("timeline-gone");
        if (!entry.words().isBlank()) {
            var words = new Paragraph(entry.words());
            words.addClassName("timeline-words");
            body.add(words);
        }
        entry.act().ifPresent(act -> {
            var button = new NativeButton(act.label(), click -> act.open().accept(changed));
            button.addClassNames("btn", "ghost", "small", "timeline-act");
            button.setAriaLabel(act.name());
            body.add(button);
        });
        return new ListItem(icon, body);
    }

    private Div composer(Supporters supporters, Actor actor, Supporter supporter, Runnable changed) {
        var words = new TextArea();
        words.setPlaceholder(getTranslation("people.note.placeholder"));
        words.setAriaLabel(getTranslation("people.note.placeholder"));
        words.setMaxLength(2_000);
        words.setMinRows(2);
        words.setWidthFull();
        var add = new Button(getTranslation("people.note.add"), click -> {
            if (words.getValue().isBlank()) {
                words.focus();
                return;
            }
            supporters.note(actor, supporter.supporterId(), words.getValue());
            changed.run();
        });
        var composer = new Div(words, add);
        composer.addClassName("note-composer");
        return composer;
    }

    private Paragraph nothing() {
        var line = new Paragraph(getTranslation("people.timeline.none"));
        line.addClassName("muted");
        return line;
    }
}
