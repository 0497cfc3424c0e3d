package org.rung.help.ui;

import static org.rung.help.ui.HelpWords.role;

import com.vaadin.flow.component.Component;
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
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.help.Help;
import org.rung.help.HelpPaths;
import org.rung.help.HelpRow;
import org.rung.help.Helpers;
import org.rung.texting.TextingPaths;

/** Texters who ask for help, the longest-waiting first; to leads, those of their teams. */
@Route(HelpPaths.HELP)
@Menu(title = "help.title", order = 11)
@RolesAllowed({"TEXTER", "ORGANIZER", "COORDINATOR", "ADMIN"})
public class HelpView extends Div implements HasDynamicTitle {
    private static final int SIZE = 30;

    /** All that a row shows. */
    private record Shown(HelpRow row, String age) {}

    private final transient Help help;
    private final transient Helpers helpers;
    private final transient Actor.Member actor;
    private final transient Clock clock;
    private final Div list = role(new Div(), "list");
    private final Div empty = new Div();
    private final NativeButton more = new NativeButton();
    private transient List<Shown> shown = List.of();
    private int pages = 1;

    HelpView(Help help, Helpers helpers, SignedIn signedIn, HelpWatchers watchers, Clock clock) {
        this.help = help;
        this.helpers = helpers;
        this.actor = signedIn.actor();
        this.clock = clock;
        addClassName("page");
        var line = new Span(getTranslation("help.line"));
        line.addClassName("muted");
        var head = new Div(new Div(new H1(getTranslation("help.title")), line));
        head.addClassName("page-head");
        list.addClassName("help-list");
        empty.add(new H2(getTranslation("help.empty")), new Paragraph(getTranslation("help.empty.line")));
        empty.addClassName("empty");
        more.setText(getTranslation("help.more"));
        more.addClickListener(click -> {
            pages++;
            show();
        });
        more.addClassNames("btn", "ghost", "small");
        var card = new Div(list, empty, more);
        card.addClassNames("card", "inbox-card");
        add(head, card);
        show();
        watchers.watch(this, actor.organization(), this::show);
    }

    /** The pages seen so far, read anew; where all is the same, the list and the focus stay. */
    private void show() {
        List<HelpRow> rows = new ArrayList<>();
        Optional<String> next = Optional.empty();
        // Whoever leads no team any more is asked nothing.
        int read = helpers.mayHelp(actor) ? pages : 0;
        for (int page = 0; page < read && (page == 0 || next.isPresent()); page++) {
            Page<HelpRow> found = help.open(actor, new Page.Wanted(next, SIZE));
            rows.addAll(found.rows());
            next = found.next();
        }
        Instant now = clock.instant();
        List<Shown> wanted = rows.stream()
                .map(row -> new Shown(row, HelpWords.ago(row.request().askedAt(), now)))
                .toList();
        if (!wanted.equals(shown)) {
            shown = wanted;
            list.removeAll();
            shown.forEach(one -> list.add(row(one.row(), one.age())));
        }
        list.setVisible(!shown.isEmpty());
        empty.setVisible(shown.isEmpty());
        more.setVisible(next.isPresent());
    }

    private Component row(HelpRow row, String since) {
        var name = new Span(HelpWords.who(row));
        name.addClassNames("clip", "grow", "reply-name");
        var age = new Span(since);
        age.addClassNames("small", "muted", "nowrap");
        var top = new Div(name, age);
        top.addClassName("row");
        var reason = new Span(HelpWords.reason(row.request().reason()));
        reason.addClassName("small");
        var middle = new Div(top, reason);
        middle.addClassNames("grow", "reply-middle");
        if (!row.request().note().isEmpty()) {
            var note = new Span("“" + row.request().note() + "”");
            note.addClassNames("small", "help-note");
            middle.add(note);
        }
        var people = new Span(people(row));
        people.addClassNames("small", "muted");
        middle.add(people);
        var link = new Anchor("/" + TextingPaths.conversation(row.request().conversationId()), middle);
        link.addClassNames("reply-row", "row");
        int unread = row.conversation().unread();
        if (unread > 0) {
            var number = role(new Span(String.valueOf(unread)), "img");
            number.addClassName("nav-number");
            number.getElement().setAttribute("aria-label", getTranslation("help.unread", unread));
            link.add(number);
        }
        link.setClassName("unread", unread > 0);
        return role(new Div(link), "listitem");
    }

    /** Who asks, whom, and who looks after it. */
    private String people(HelpRow row) {
        List<String> parts = new ArrayList<>();
        parts.add(getTranslation("help.by", row.asker()));
        row.taker()
                .ifPresentOrElse(
                        taker -> parts.add(
                                row.request().takenBy(actor.memberId())
                                        ? getTranslation("help.taken.you")
                                        : getTranslation("help.taken", taker)),
                        () -> row.to().ifPresent(to -> parts.add(getTranslation("help.for", to))));
        row.conversation().closedReason().ifPresent(reason -> parts.add(getTranslation("help.closed.short")));
        return String.join(" · ", parts);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("help.title") + " · Rung";
    }
}
