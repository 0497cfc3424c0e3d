package org.rung.impact.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.impact.Deed;
import org.rung.impact.Impact;
import org.rung.impact.ImpactPaths;
import org.rung.impact.Impacts;
import org.rung.impact.Leaders;
import org.rung.impact.ThankYou;
import org.rung.impact.Thanks;

/** What I moved, in weeks, and who thanks me for it. */
@Route(ImpactPaths.IMPACT)
@Menu(title = "impact.title", order = 15)
@RolesAllowed({"TEXTER", "ORGANIZER", "ADMIN"})
public class ImpactView extends Div implements HasDynamicTitle {

    ImpactView(Impacts impacts, Thanks thanks, Leaders leaders, SignedIn signedIn) {
        Actor.Member actor = signedIn.actor();
        addClassNames("page", "impact");
        Impact impact = impacts.mine(actor);
        Span line = new Span(kindly(impact));
        line.addClassName("muted");
        Div head = new Div(new Div(new H1(getTranslation("impact.title")), line));
        head.addClassName("page-head");
        add(head);
        List<ThankYou> said = thanks.all(actor);
        if (impact.nothing()) {
            Div none =
                    new Div(new H2(getTranslation("impact.none")), new Paragraph(getTranslation("impact.none.line")));
            none.addClassNames("card", "empty");
            add(none);
        } else {
            add(deeds(impact));
            add(new RisesCard(getTranslation("impact.rises"), getTranslation("impact.rises.none"), impact.rises()));
        }
        if (!said.isEmpty()) add(thanks(said, signedIn.organization().zone()));
        leaders.top(actor).ifPresent(top -> add(new LeadersCard(leaders, actor, top)));
        if (said.stream().anyMatch(one -> !one.read())) thanks.readAll(actor);
    }

    private String kindly(Impact impact) {
        if (impact.sum(Deed.YES) > 0) return getTranslation("impact.kind.yes", impact.sum(Deed.YES));
        return impact.sum(Deed.CONVERSATION) > 0
                ? getTranslation("impact.kind.talked", impact.sum(Deed.CONVERSATION))
                : getTranslation("impact.kind.start");
    }

    /** Conversations and yeses always; what is rarer once it has happened. */
    private Component deeds(Impact impact) {
        Div deeds = new Div();
        deeds.addClassName("impact-deeds");
        for (Deed deed : Deed.values()) {
            if (deed.ordinal() <= Deed.YES.ordinal() || impact.sum(deed) > 0) deeds.add(new DeedCard(impact, deed));
        }
        return deeds;
    }

    private Component thanks(List<ThankYou> said, ZoneId zone) {
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(Sentences.language())
                .withZone(zone);
        UnorderedList list = new UnorderedList();
        list.addClassName("impact-thanks");
        for (ThankYou one : said) {
            Span who = new Span(getTranslation("impact.thanks.who", one.from(), day.format(one.at())));
            who.addClassNames("small", "muted");
            list.add(new ListItem(new ThanksCard.Words(one.words()), who));
        }
        Div card = new Div(new H2(getTranslation("impact.thanks")), list);
        card.addClassNames("card", "col", "pad", "impact-card");
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("impact.title") + " · Rung";
    }
}
