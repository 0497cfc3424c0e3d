package org.rung.compliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.FieldWords;
import org.rung.accounts.SignedIn;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.Campaigns;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.PhoneNumbers;
import org.rung.common.Sentence;
import org.rung.compliance.CompliancePaths;
import org.rung.compliance.ConsentLines;
import org.rung.consent.ConsentEntry;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.people.Shown;

/** Who went and who came in: by period, way and campaign. */
@Route(CompliancePaths.CONSENTS)
@RolesAllowed({"ORGANIZER", "COORDINATOR", "ADMIN"})
public class ConsentsView extends Div implements HasDynamicTitle {
    private static final int PAGE = 50;
    private static final int DAYS = 30;

    private final ConsentLines lines;
    private final Actor.Member actor;
    private final ZoneId zone;
    private final Select<ConsentKind> kind = new Select<>();
    private final Select<String> source = new Select<>();
    private final ComboBox<Campaign> campaign = new ComboBox<>();
    private final DatePicker from = FieldWords.in(new DatePicker());
    private final DatePicker until = FieldWords.in(new DatePicker());
    private final Anchor file = new Anchor();
    private final Div list = new Div();
    private final Div older = new Div();

    ConsentsView(ConsentLines lines, Campaigns campaigns, SignedIn signedIn, Clock clock) {
        this.lines = lines;
        actor = signedIn.actor();
        zone = signedIn.organization().zone();
        addClassName("page");
        var back = new Anchor(CompliancePaths.COMPLIANCE, "‹ " + getTranslation("compliance.title"));
        back.addClassName("back");
        var intro = new Span(getTranslation("compliance.consents.intro"));
        intro.addClassName("muted");
        file.setText(getTranslation("compliance.number.file"));
        file.addClassNames("btn", "ghost");
        file.setRouterIgnore(true);
        file.setVisible(actor.may(Permission.EXPORT));
        var head = new Div(new Div(new H1(getTranslation("compliance.consents.title")), intro), file);
        head.addClassName("page-head");
        list.addClassNames("card", "people-list");
        add(back, head, filters(campaigns, LocalDate.ofInstant(clock.instant(), zone)), list, older);
        redraw();
    }

    private Component filters(Campaigns campaigns, LocalDate today) {
        kind.setLabel(getTranslation("compliance.consents.kind"));
        kind.setItems(ConsentKind.values());
        kind.setItemLabelGenerator(one -> getTranslation("people.consent." + one));
        kind.setValue(ConsentKind.OPTED_OUT);
        var ways = new ArrayList<>(List.of(""));
        for (var one : ConsentSource.values()) ways.add(one.name());
        source.setLabel(getTranslation("compliance.consents.way"));
        source.setItems(ways);
        source.setItemLabelGenerator(
                one -> getTranslation(one.isEmpty() ? "compliance.list.all" : "people.source." + one));
        source.setValue("");
        campaign.setLabel(getTranslation("compliance.consents.campaign"));
        campaign.setItems(campaigns.page(actor, Page.Wanted.first(200)).rows());
        campaign.setItemLabelGenerator(Campaign::name);
        campaign.setClearButtonVisible(true);
        from.setLabel(getTranslation("compliance.consents.from"));
        from.setValue(today.minusDays(DAYS));
        from.setClearButtonVisible(true);
        until.setLabel(getTranslation("compliance.consents.until"));
        until.setClearButtonVisible(true);
        kind.addValueChangeListener(change -> redraw());
        source.addValueChangeListener(change -> redraw());
        campaign.addValueChangeListener(change -> redraw());
        from.addValueChangeListener(change -> redraw());
        until.addValueChangeListener(change -> redraw());
        var form = new Div(kind, source, campaign, from, until);
        form.addClassNames("form", "filters");
        return form;
    }

    private void redraw() {
        var asked = new StringBuilder("/" + CompliancePaths.CONSENTS_FILE + "?kind=" + kind.getValue());
        from.getOptionalValue().ifPresent(day -> asked.append("&from=").append(day));
        until.getOptionalValue().ifPresent(day -> asked.append("&until=").append(day));
        if (!source.getValue().isEmpty()) asked.append("&source=").append(source.getValue());
        campaign.getOptionalValue()
                .ifPresent(one ->
                        asked.append("&campaign=").append(one.campaignId().text()));
        file.setHref(asked.toString());
        list.removeAll();
        draw(Page.Wanted.first(PAGE));
        if (list.getComponentCount() > 0) return;
        var none = new Div(new H2(getTranslation("compliance.consents.none")));
        none.addClassName("empty");
        list.add(none);
    }

    private ConsentLines.Wanted wanted() {
        return new ConsentLines.Wanted(
                kind.getValue(),
                from.getOptionalValue().map(day -> day.atStartOfDay(zone).toInstant()),
                until.getOptionalValue()
                        .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
                Optional.of(source.getValue()).filter(one -> !one.isEmpty()).map(ConsentSource::valueOf),
                campaign.getOptionalValue().map(Campaign::campaignId));
    }

    private void draw(Page.Wanted page) {
        var found = lines.page(actor, wanted(), page);
        found.rows().forEach(line -> list.add(row(line)));
        older.removeAll();
        found.next().ifPresent(next -> {
            var more = new NativeButton(
                    getTranslation("compliance.more"), click -> draw(new Page.Wanted(Optional.of(next), PAGE)));
            more.addClassNames("btn", "ghost");
            older.add(more);
        });
    }

    private Component row(ConsentEntry line) {
        var number = new Span(PhoneNumbers.masked(line.phone()));
        number.addClassNames("num", "nowrap", "strong");
        var words = new Span(Sentence.said(line.words(), getLocale()));
        words.addClassNames("small", "muted");
        var who = new Div(number, words);
        who.addClassName("person-who");
        var way = new Span(getTranslation("people.source." + line.source()));
        way.addClassNames("small");
        var at = new Span(Entries.time(this, line.happenedAt(), zone));
        at.addClassNames("muted", "small", "num");
        var row = new Div(who, Shown.consentChip(this, Optional.of(line.kind())), way, at);
        row.addClassNames("person-row", "suppression-row");
        return row;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("compliance.consents.title") + " · Rung";
    }
}
