package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.util.List;
import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.links.LinkRow;
import org.rung.links.Links;
import org.rung.people.PeoplePaths;

/** Where a campaign's texts led, how many people went there, and how many programs only looked. */
class LinksCard extends Div {
    private static final int AT_ONCE = 10;

    private final transient Links links;
    private final transient Actor actor;
    private final transient CampaignId campaignId;
    private final NativeTable table = new NativeTable();
    private final NativeTableBody body = table.getBody();
    private final Div more = div("row");

    LinksCard(Links links, Actor actor, CampaignId campaignId) {
        this.links = links;
        this.actor = actor;
        this.campaignId = campaignId;
        addClassNames("col", "links-card");
        var first = links.of(actor, campaignId.value(), Page.Wanted.first(AT_ONCE));
        if (first.rows().isEmpty()) return;
        var names = new NativeTableRow();
        for (var name : List.of("address", "sent", "people", "scans"))
            names.add(new NativeTableHeaderCell(getTranslation("campaigns.links." + name)));
        table.getHead().add(names);
        add(new H3(getTranslation("campaigns.links.title")), div("scroll-x", table), more);
        show(first);
    }

    private void show(Page<LinkRow> page) {
        page.rows().forEach(row -> body.add(line(row)));
        more.removeAll();
        page.next()
                .ifPresent(next -> more.add(button(
                        "link",
                        getTranslation("campaigns.links.more"),
                        () -> show(links.of(actor, campaignId.value(), new Page.Wanted(Optional.of(next), AT_ONCE))))));
    }

    private NativeTableRow line(LinkRow row) {
        var address = new NativeTableCell(new Span(row.url().replaceFirst("^https?://", "")));
        var people = new NativeTableCell();
        if (row.people() == 0) people.setText(number(0));
        else {
            var who = new Anchor(
                    PeoplePaths.SUPPORTERS + "?kind=clicked&value="
                            + row.linkTargetId().text(),
                    number(row.people()));
            who.setAriaLabel(getTranslation("campaigns.links.who", row.people()));
            people.add(who);
        }
        var line = new NativeTableRow(
                address, new NativeTableCell(number(row.sent())), people, new NativeTableCell(number(row.scans())));
        line.addClassName("num");
        return line;
    }

    private String number(long number) {
        return NumberFormat.getIntegerInstance(getLocale()).format(number);
    }
}
