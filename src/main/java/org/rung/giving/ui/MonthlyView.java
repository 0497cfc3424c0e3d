package org.rung.giving.ui;

import static org.rung.giving.ui.GivingWords.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.rung.common.Page;
import org.rung.giving.GivingPaths;
import org.rung.giving.MonthlyGifts;
import org.rung.giving.MonthlyRow;
import org.rung.people.PeoplePaths;

/** Who gives every month, and whose payment is missing: someone should write to them before they are lost. */
@Route(GivingPaths.MONTHLY)
@RolesAllowed({"COORDINATOR", "ADMIN"})
public class MonthlyView extends GivingPage {
    private final transient MonthlyGifts monthly;
    private boolean onlyLate;

    MonthlyView(GivingScreens screens, MonthlyGifts monthly) {
        super(screens, GivingPaths.MONTHLY, "giving.tab.monthly");
        this.monthly = monthly;
    }

    @Override
    void draw() {
        Paragraph words = new Paragraph(say("giving.monthly.words", MonthlyGifts.LATE.toDays()));
        words.addClassName("muted");
        Div choices = new Div(choice("giving.monthly.all", false), choice("giving.monthly.late", true));
        choices.addClassNames("row", "wrap");
        choices.getElement().setAttribute("role", "group").setAttribute("aria-label", say("giving.tab.monthly"));
        Div rows = new Div();
        rows.addClassName("giving-list");
        add(words, choices, rows);
        more(rows, Page.Wanted.first(PAGE));
        if (rows.getComponentCount() == 0) {
            rows.removeFromParent();
            add(
                    onlyLate
                            ? nothing("giving.monthly.late.none", "giving.monthly.late.none.next")
                            : nothing("giving.monthly.none", "giving.monthly.none.next"));
        }
    }

    private NativeButton choice(String words, boolean late) {
        NativeButton choice = new NativeButton(say(words), click -> {
            onlyLate = late;
            redraw();
        });
        choice.addClassName("chip");
        choice.setClassName("on", late == onlyLate);
        choice.getElement().setAttribute("aria-pressed", String.valueOf(late == onlyLate));
        return choice;
    }

    private void more(Div rows, Page.Wanted wanted) {
        var page = monthly.page(screens.actor(), onlyLate, wanted);
        page.rows().forEach(one -> rows.add(row(one)));
        add(further(page, next -> more(rows, next)));
    }

    private Div row(MonthlyRow one) {
        String named = one.name().isBlank() ? say("giving.unnamed") : one.name();
        Div who = new Div(one.supporterId()
                .<com.vaadin.flow.component.Component>map(id -> new Anchor("/" + PeoplePaths.supporter(id), named))
                .orElseGet(() -> new Span(named)));
        Span line =
                new Span(say("giving.monthly.line", one.payments(), GivingWords.day(one.latestAt(), screens.zone())));
        line.addClassNames("muted", "small");
        who.add(line);
        who.addClassNames("grow", "giving-who");
        Div row = new Div(who);
        if (one.late()) {
            Span late = new Span(say("giving.monthly.missing"));
            late.addClassNames("chip", "bad");
            row.add(late);
        }
        Span amount = new Span(GivingWords.money(one.minor(), one.currency()));
        amount.addClassNames("num", "strong");
        row.add(amount);
        row.addClassName("giving-row");
        return row;
    }
}
