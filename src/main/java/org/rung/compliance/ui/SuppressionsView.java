package org.rung.compliance.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.accounts.WhyDialog;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.compliance.CompliancePaths;
import org.rung.compliance.DoNotText;
import org.rung.compliance.SuppressionChoices;
import org.rung.compliance.SuppressionLists;
import org.rung.consent.Suppression;
import org.rung.consent.SuppressionFilter;
import org.rung.consent.SuppressionWay;

/** The do-not-text list: what holds now, one number more, a file of numbers, and the way off it. */
@Route(CompliancePaths.DO_NOT_TEXT)
@RolesAllowed({"ORGANIZER", "COORDINATOR", "ADMIN"})
public class SuppressionsView extends Div implements HasDynamicTitle {
    private static final int PAGE = 50;

    private final DoNotText doNotText;
    private final SuppressionChoices choices;
    private final ListScreens screens;
    private final SuppressionLists lists;
    private final Actor.Member actor;
    private final ZoneId zone;
    private final String country;
    private final Select<String> kind = new Select<>();
    private final Div files = new Div();
    private final Div list = new Div();
    private final Div older = new Div();

    SuppressionsView(
            DoNotText doNotText,
            SuppressionChoices choices,
            SuppressionLists lists,
            ListScreens screens,
            SignedIn signedIn) {
        this.doNotText = doNotText;
        this.choices = choices;
        this.lists = lists;
        this.screens = screens;
        actor = signedIn.actor();
        zone = signedIn.organization().zone();
        country = signedIn.organization().country();
        addClassName("page");
        var back = new Anchor(CompliancePaths.COMPLIANCE, "‹ " + getTranslation("compliance.title"));
        back.addClassName("back");
        var intro = new Span(getTranslation("compliance.list.intro"));
        intro.addClassName("muted");
        var head = new Div(new Div(new H1(getTranslation("compliance.list.title")), intro));
        head.addClassName("page-head");
        add(back, head);
        if (actor.may(Permission.EDIT_PEOPLE)) add(adding());
        files.addClassNames("card", "exchange-list");
        files.getElement().setAttribute("aria-live", "polite");
        kind.setLabel(getTranslation("compliance.list.which"));
        kind.setItems("", "GOOD", "UNTIL", "CAMPAIGN");
        kind.setItemLabelGenerator(
                one -> getTranslation(one.isEmpty() ? "compliance.list.all" : "compliance.reach." + one));
        kind.setValue("");
        kind.addValueChangeListener(change -> redraw());
        var filters = new Div(kind);
        filters.addClassNames("form", "filters");
        list.addClassNames("card", "people-list");
        add(files, filters, list, older);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        showLists();
        redraw();
        var watch = screens.watch(actor.organization(), this, this::showLists);
        addDetachListener(gone -> {
            watch.remove();
            gone.unregisterListener();
        });
    }

    private Component adding() {
        var number = new TextField(getTranslation("compliance.list.number"));
        number.setHelperText(getTranslation("compliance.list.number.help"));
        var one = new Button(getTranslation("compliance.list.add"), click -> {
            number.setInvalid(false);
            try {
                var phone = PhoneNumbers.read(number.getValue(), country);
                new SuppressDialog(choices.fields(actor, Optional.empty()), SuppressionWay.HAND, draft -> {
                            doNotText.add(actor, List.of(phone), draft);
                            number.clear();
                            redraw();
                        })
                        .open();
            } catch (Problem.Invalid wrong) {
                number.setErrorMessage(Sentences.of(wrong));
                number.setInvalid(true);
                number.focus();
            }
        });
        one.addThemeVariants(ButtonVariant.PRIMARY);
        var row = new Div(number, one);
        row.addClassNames("row", "wrap", "list-add");
        var box = new Div(row);
        box.addClassNames("card", "col");
        if (actor.may(Permission.IMPORT)) box.add(new NumbersUpload(lists, choices, actor));
        return box;
    }

    private void showLists() {
        files.removeAll();
        lists.newest(actor, 5).forEach(one -> files.add(new ListRow(lists, actor, one, zone)));
        files.setVisible(files.getComponentCount() > 0);
    }

    private void redraw() {
        list.removeAll();
        draw(Page.Wanted.first(PAGE));
        if (list.getComponentCount() > 0) return;
        var none = new Div(
                new H2(getTranslation("compliance.list.none")),
                new Paragraph(getTranslation("compliance.list.none.next")));
        none.addClassName("empty");
        list.add(none);
    }

    private void draw(Page.Wanted wanted) {
        var filter = new SuppressionFilter(
                Optional.of(kind.getValue()).filter(one -> !one.isEmpty()), Optional.empty(), Optional.empty());
        var page = doNotText.page(actor, filter, wanted);
        var campaigns = doNotText.campaigns(actor, page.rows());
        page.rows().forEach(entry -> list.add(row(entry, campaigns)));
        older.removeAll();
        page.next().ifPresent(next -> {
            var more = new NativeButton(
                    getTranslation("compliance.more"), click -> draw(new Page.Wanted(Optional.of(next), PAGE)));
            more.addClassNames("btn", "ghost");
            older.add(more);
        });
    }

    private Component row(Suppression entry, Map<Long, String> campaigns) {
        var number = new Span(PhoneNumbers.masked(entry.phone()));
        number.addClassNames("num", "nowrap", "strong");
        var why = new Span(entry.reason());
        why.addClassNames("small", "muted");
        var words = new Div(number, why);
        words.addClassName("person-who");
        var since = new Span(Entries.day(this, entry.since(), zone));
        since.addClassNames("muted", "small", "num");
        var row = new Div(words, Entries.chip(this, entry.scope(), zone, campaigns), since);
        row.addClassNames("person-row", "suppression-row");
        if (actor.may(Permission.EDIT_PEOPLE)) {
            var lift = new Button(
                    getTranslation("compliance.lift"),
                    click -> new WhyDialog(
                                    getTranslation("compliance.lift.title"),
                                    getTranslation("compliance.lift.words"),
                                    getTranslation("compliance.lift"),
                                    reason -> {
                                        doNotText.lift(actor, entry.suppressionId(), reason, SuppressionWay.HAND);
                                        redraw();
                                    })
                            .open());
            lift.addThemeVariants(ButtonVariant.SMALL);
            lift.setAriaLabel(getTranslation("compliance.lift") + ": " + PhoneNumbers.masked(entry.phone()));
            row.add(lift);
        }
        return row;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("compliance.list.title") + " · Rung";
    }
}
