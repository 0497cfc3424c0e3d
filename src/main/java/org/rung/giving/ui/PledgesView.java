package org.rung.giving.ui;

import static org.rung.giving.ui.GivingWords.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Collectors;
import org.rung.accounts.SureDialog;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Commitments;
import org.rung.common.Page;
import org.rung.giving.GivingPaths;
import org.rung.giving.PledgeList;
import org.rung.giving.PledgeRow;
import org.rung.people.PeoplePaths;

/** What people promised to give: open, overdue, kept, and taken back. */
@Route(GivingPaths.PLEDGES)
@RolesAllowed({"COORDINATOR", "ADMIN"})
public class PledgesView extends GivingPage {
    private final transient Commitments commitments;
    private PledgeList list = PledgeList.OPEN;

    PledgesView(GivingScreens screens, Commitments commitments) {
        super(screens, GivingPaths.PLEDGES, "giving.tab.pledges");
        this.commitments = commitments;
    }

    @Override
    void draw() {
        Div choices = new Div();
        choices.addClassNames("row", "wrap");
        choices.getElement().setAttribute("role", "group").setAttribute("aria-label", say("giving.tab.pledges"));
        for (PledgeList one : PledgeList.values()) {
            NativeButton choice = new NativeButton(say("giving.pledges." + one), click -> {
                list = one;
                redraw();
            });
            choice.addClassName("chip");
            choice.setClassName("on", one == list);
            choice.getElement().setAttribute("aria-pressed", String.valueOf(one == list));
            choices.add(choice);
        }
        add(choices);
        var totals = screens.pledges().totals(screens.actor(), list);
        if (totals.isEmpty()) {
            add(nothing("giving.pledges.none", "giving.pledges.none.next"));
            return;
        }
        Paragraph sum = new Paragraph(say(
                "giving.pledges.sum",
                totals.entrySet().stream()
                        .map(one -> GivingWords.money(one.getValue(), one.getKey()))
                        .collect(Collectors.joining(" · "))));
        sum.addClassName("strong");
        Div rows = new Div();
        rows.addClassName("giving-list");
        add(sum, rows);
        more(rows, Page.Wanted.first(PAGE));
    }

    private void more(Div rows, Page.Wanted wanted) {
        var page = screens.pledges().page(screens.actor(), list, wanted);
        page.rows().forEach(pledge -> rows.add(row(pledge)));
        add(further(page, next -> more(rows, next)));
    }

    private Div row(PledgeRow pledge) {
        Anchor name = new Anchor(
                "/" + PeoplePaths.supporter(pledge.supporterId()),
                pledge.name().isBlank() ? say("giving.unnamed") : pledge.name());
        name.addClassName("strong");
        String due = pledge.dueAt()
                .map(at -> say("giving.pledge.due", GivingWords.day(at, screens.zone())))
                .orElseGet(() -> say("giving.pledge.since", GivingWords.day(pledge.promisedAt(), screens.zone())));
        Span line = new Span(pledge.note().isBlank() ? due : due + " · " + pledge.note());
        line.addClassNames("muted", "small");
        Div who = new Div(name, line);
        who.addClassNames("grow", "giving-who");
        Div row = new Div(who);
        if (pledge.givenMinor() > 0) {
            Span given = new Span(say(
                    "giving.pledge.given",
                    GivingWords.money(pledge.givenMinor(), pledge.amount().currency())));
            given.addClassNames("chip", "good");
            row.add(given);
        }
        Span amount = new Span(
                GivingWords.money(pledge.amount().minor(), pledge.amount().currency()));
        amount.addClassNames("num", "strong");
        row.add(amount);
        if (list == PledgeList.OPEN || list == PledgeList.OVERDUE) row.add(release(pledge));
        row.addClassName("giving-row");
        return row;
    }

    private Button release(PledgeRow pledge) {
        Button release = new Button(
                say("giving.pledge.release"),
                click -> new SureDialog(
                                say("giving.pledge.release.title", pledge.name()),
                                say("giving.pledge.release.words"),
                                say("giving.pledge.release"),
                                say("giving.cancel"),
                                () -> {
                                    commitments.settle(
                                            screens.actor(), pledge.commitmentId(), CommitmentState.RELEASED);
                                    redraw();
                                })
                        .open());
        release.setAriaLabel(say("giving.pledge.release.one", pledge.name()));
        return release;
    }
}
