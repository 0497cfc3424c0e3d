package org.rung.notices.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.notices.Notice;
import org.rung.notices.Notices;
import org.rung.notices.NoticesPaths;

/** What went wrong, newest first, and what can be done about it. */
@Route(NoticesPaths.NOTICES)
@Menu(title = "notices.title", order = 43)
@RolesAllowed({"ORGANIZER", "ADMIN"})
public class NoticesView extends Div implements HasDynamicTitle {
    private static final int AT_ONCE = 30;

    private final Notices notices;
    private final Actor.Member actor;
    private final DateTimeFormatter times;
    private final Div list = new Div();
    private final Button readAll = new Button(getTranslation("notices.readAll"), click -> readAll());
    private final Button more = new Button(getTranslation("notices.more"), click -> append());
    private Optional<String> after = Optional.empty();

    NoticesView(Notices notices, LiveNotices live, SignedIn signedIn) {
        this.notices = notices;
        this.actor = signedIn.actor();
        this.times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(signedIn.organization().zone());
        addClassName("page");
        var line = new Span(getTranslation("notices.line"));
        line.addClassName("muted");
        var head = new Div(new Div(new H1(getTranslation("notices.title")), line), readAll);
        head.addClassName("page-head");
        list.addClassName("notices");
        more.addClassName("notices-more");
        add(head, list, more);
        again();
        live.watch(this, actor.organization(), this::again);
    }

    private void again() {
        list.removeAll();
        after = Optional.empty();
        append();
    }

    private void append() {
        var page = notices.page(actor, new Page.Wanted(after, AT_ONCE));
        page.rows().forEach(notice -> list.add(card(notice)));
        if (list.getComponentCount() == 0) list.add(none());
        after = page.next();
        more.setVisible(after.isPresent());
        readAll.setVisible(!notices.unread(actor, 1).isEmpty());
    }

    private Component card(Notice notice) {
        var open = notice.settledAt().isEmpty();
        var state = new Span(getTranslation(open ? "notices.open" : "notices.settled"));
        state.addClassNames("chip", open ? "warn" : "good");
        var words = new Paragraph(notice.in(getLocale()));
        words.addClassNames("grow");
        words.setClassName("strong", open && !notice.read());
        var top = new Div(words, state);
        top.addClassName("row");
        var when = new Span(when(notice));
        when.addClassNames("small", "muted", "grow");
        var bottom = new Div(when);
        bottom.addClassNames("row", "wrap");
        notice.link().filter(this::mayOpen).ifPresent(path -> {
            var link = new Anchor("/" + path, getTranslation("notices.look"));
            link.addClassNames("btn", "ghost", "small");
            bottom.add(link);
        });
        if (open && !notice.read()) {
            bottom.add(new Button(getTranslation("notices.read"), click -> notices.read(actor, notice.noticeId())));
        }
        if (open) {
            bottom.add(new Button(getTranslation("notices.settle"), click -> notices.settle(actor, notice.noticeId())));
        }
        var card = new Div(top, bottom);
        card.addClassNames("card", "col", "pad", "notices-card");
        card.setClassName("unread", open && !notice.read());
        return card;
    }

    private String when(Notice notice) {
        return notice.settledAt()
                .map(end -> getTranslation("notices.was", at(notice.firstAt()), at(end), notice.times()))
                .orElseGet(() -> notice.times() == 1
                        ? at(notice.firstAt())
                        : getTranslation("notices.times", notice.times(), at(notice.firstAt()), at(notice.lastAt())));
    }

    private String at(Instant instant) {
        return times.format(instant);
    }

    /** Pages of settings are for admins. */
    private boolean mayOpen(String path) {
        return !path.startsWith("settings/") || actor.may(Permission.ADMINISTER);
    }

    private Component none() {
        var empty = new Div(new H2(getTranslation("notices.none")), new Paragraph(getTranslation("notices.none.line")));
        empty.addClassNames("card", "empty");
        return empty;
    }

    private void readAll() {
        notices.readAll(actor);
        again();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notices.title") + " · Rung";
    }
}
