package org.rung.compliance.ui;

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
import java.text.NumberFormat;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.compliance.Compliance;
import org.rung.compliance.CompliancePaths;
import org.rung.compliance.Overview;
import org.rung.consent.ConsentKind;
import org.rung.contact.ContactPaths;
import org.rung.scripts.ScriptPanels;

/** What the organization answers for: who went, who may be texted, the list, hours, limits, registrations, what holds campaigns. */
@Route(CompliancePaths.COMPLIANCE)
@Menu(title = "compliance.title", order = 23)
@RolesAllowed({"ORGANIZER", "COORDINATOR", "ADMIN"})
public class ComplianceView extends Div implements HasDynamicTitle {
    private static final int CAMPAIGNS = 5;

    private final Compliance compliance;
    private final ScriptPanels panels;
    private final Actor.Member actor;
    private final Div checklists = new Div();
    private final Div older = new Div();

    ComplianceView(Compliance compliance, ScriptPanels panels, SignedIn signedIn) {
        this.compliance = compliance;
        this.panels = panels;
        actor = signedIn.actor();
        addClassNames("page", "compliance");
        var intro = new Span(getTranslation("compliance.intro"));
        intro.addClassName("muted");
        var head = new Div(new Div(new H1(getTranslation("compliance.title")), intro));
        head.addClassName("page-head");
        var overview = compliance.overview(actor);
        var cards = new Div(optOuts(overview), standing(overview), suppressions(overview), contact(overview));
        cards.addClassName("compliance-cards");
        checklists.addClassName("col");
        var ahead = new Div(
                new H2(getTranslation("compliance.before.title")),
                muted(getTranslation("compliance.before.line")),
                checklists,
                older);
        ahead.addClassNames("card", "col");
        add(head, cards, ahead, new RegistrationsCard(overview.senders(), actor), new LawsCard());
        draw(Page.Wanted.first(CAMPAIGNS));
        if (checklists.getComponentCount() == 0) checklists.add(muted(getTranslation("compliance.before.none")));
    }

    private Component optOuts(Overview overview) {
        var rate = overview.optOutRate();
        var percent = NumberFormat.getNumberInstance(getLocale());
        percent.setMaximumFractionDigits(1);
        return card(
                "compliance.optOuts.title",
                number(overview.lately().getOrDefault(ConsentKind.OPTED_OUT, 0L)),
                rate.isEmpty()
                        ? getTranslation("compliance.optOuts.none", Overview.DAYS)
                        : getTranslation(
                                "compliance.optOuts.rate",
                                percent.format(rate.getAsDouble()),
                                number(overview.sent()),
                                Overview.DAYS),
                link(CompliancePaths.CONSENTS, "compliance.consents.open"));
    }

    private Component standing(Overview overview) {
        var in = overview.standing().getOrDefault(ConsentKind.OPTED_IN, 0L);
        var out = overview.standing().getOrDefault(ConsentKind.OPTED_OUT, 0L);
        var wrong = overview.standing().getOrDefault(ConsentKind.WRONG_NUMBER, 0L);
        return card(
                "compliance.standing.title",
                number(in),
                getTranslation("compliance.standing.line", number(out), number(wrong)),
                actor.may(Permission.SEE_NUMBERS)
                        ? link(CompliancePaths.NUMBERS, "compliance.number.open")
                        : link(CompliancePaths.CONSENTS, "compliance.consents.open"));
    }

    private Component suppressions(Overview overview) {
        return card(
                "compliance.list.title",
                number(overview.suppressed().values().stream()
                        .mapToLong(Long::longValue)
                        .sum()),
                getTranslation(
                        "compliance.list.line",
                        number(overview.suppressed().getOrDefault("GOOD", 0L)),
                        number(overview.suppressed().getOrDefault("UNTIL", 0L)),
                        number(overview.suppressed().getOrDefault("CAMPAIGN", 0L))),
                link(CompliancePaths.DO_NOT_TEXT, "compliance.list.open"));
    }

    private Component contact(Overview overview) {
        var rule = overview.contact();
        return card(
                "compliance.contact.title",
                getTranslation("compliance.contact.near", rule.nearMost(), rule.nearDays()),
                getTranslation("compliance.contact.far", rule.farMost(), rule.farDays()),
                actor.may(Permission.ADMINISTER) ? link(ContactPaths.SETTINGS, "compliance.change") : new Span());
    }

    private Component card(String title, String figure, String line, Component way) {
        var name = new Span(getTranslation(title));
        name.addClassNames("small", "muted");
        var large = new Span(figure);
        large.addClassNames("figure", "num", "strong");
        var words = new Paragraph(line);
        words.addClassName("small");
        var card = new Div(name, large, words, way);
        card.addClassNames("card", "col", "compliance-card");
        return card;
    }

    private void draw(Page.Wanted wanted) {
        var page = compliance.checklists(actor, wanted);
        page.rows().forEach(one -> checklists.add(new ChecklistRow(panels, actor, one)));
        older.removeAll();
        page.next().ifPresent(next -> {
            var more = new NativeButton(
                    getTranslation("compliance.more"), click -> draw(new Page.Wanted(Optional.of(next), CAMPAIGNS)));
            more.addClassNames("btn", "ghost");
            older.add(more);
        });
    }

    private Anchor link(String path, String words) {
        return new Anchor(path, getTranslation(words));
    }

    private String number(long number) {
        return NumberFormat.getIntegerInstance(getLocale()).format(number);
    }

    private static Span muted(String words) {
        var span = new Span(words);
        span.addClassNames("muted", "small");
        return span;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("compliance.title") + " · Rung";
    }
}
