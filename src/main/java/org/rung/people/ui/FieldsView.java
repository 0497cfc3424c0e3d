package org.rung.people.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.accounts.SureDialog;
import org.rung.common.Actor;
import org.rung.people.CustomField;
import org.rung.people.CustomFields;
import org.rung.people.PeoplePaths;

/** The columns that the organization added to its people: what each holds. */
@Route(PeoplePaths.FIELDS)
@RolesAllowed("ADMIN")
public class FieldsView extends Div implements HasDynamicTitle {
    private final CustomFields fields;
    private final Actor actor;
    private final Div list = new Div();

    FieldsView(CustomFields fields, SignedIn signedIn) {
        this.fields = fields;
        this.actor = signedIn.actor();
        addClassName("page");
        var intro = new Span(getTranslation("people.fields.intro"));
        intro.addClassName("muted");
        var add = new Button(getTranslation("people.fields.add"), click -> ask(Optional.empty()));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        var head = new Div(new Div(new H1(getTranslation("people.fields.title")), intro), add);
        head.addClassName("page-head");
        list.addClassNames("card", "exchange-list");
        list.getElement().setAttribute("role", "list");
        add(head, list);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        redraw();
    }

    private void redraw() {
        list.removeAll();
        var all = fields.all(actor.organization());
        all.forEach(field -> list.add(row(field)));
        if (!all.isEmpty()) return;
        var empty = new Div(
                new H2(getTranslation("people.fields.none")), new Paragraph(getTranslation("people.fields.none.next")));
        empty.addClassName("empty");
        list.add(empty);
    }

    private Div row(CustomField field) {
        var name = new Span(field.label());
        name.addClassNames("strong", "clip");
        var about = new Span(field.choices().isEmpty() ? field.key() : String.join(" · ", field.choices()));
        about.addClassNames("muted", "small", "clip");
        var what = new Div(name, about);
        what.addClassNames("exchange-what", "grow");
        var type = new Span(getTranslation("people.fields.type." + field.type()));
        type.addClassName("chip");
        var change = new Button(getTranslation("people.fields.change"), click -> ask(Optional.of(field)));
        change.setAriaLabel(getTranslation("people.fields.change.one", field.label()));
        change.addThemeVariants(ButtonVariant.SMALL);
        var remove = new Button(getTranslation("people.fields.remove"), click -> confirm(field));
        remove.setAriaLabel(getTranslation("people.fields.remove.one", field.label()));
        remove.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        var row = new Div(what, type, change, remove);
        row.addClassName("exchange-row");
        row.getElement().setAttribute("role", "listitem");
        return row;
    }

    private void ask(Optional<CustomField> known) {
        new FieldDialog(known, draft -> {
                    known.ifPresentOrElse(
                            field -> fields.change(actor, field.customFieldId(), draft),
                            () -> fields.define(actor, draft));
                    redraw();
                })
                .open();
    }

    private void confirm(CustomField field) {
        new SureDialog(
                        getTranslation("people.fields.remove.title", field.label()),
                        getTranslation("people.fields.remove.words"),
                        getTranslation("people.fields.remove"),
                        getTranslation("people.cancel"),
                        () -> {
                            fields.remove(actor, field.customFieldId());
                            redraw();
                        })
                .open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("people.fields.title") + " · Rung";
    }
}
