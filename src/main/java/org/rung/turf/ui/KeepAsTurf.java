package org.rung.turf.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Supplier;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.filters.SelectionAction;
import org.rung.turf.TurfId;
import org.rung.turf.TurfKind;
import org.rung.turf.TurfPaths;
import org.rung.turf.Turfs;

/** Turns what the list of supporters shows, or whom someone chose there, into a turf. */
@org.springframework.stereotype.Component
class KeepAsTurf implements SelectionAction {
    private final Turfs turfs;

    KeepAsTurf(Turfs turfs) {
        this.turfs = turfs;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Component button(Actor actor, Supplier<Selection> selection) {
        var button = new Button();
        button.setText(button.getTranslation("turf.keep"));
        button.setVisible(actor.may(Permission.CUT_TURF));
        button.addClickListener(click -> ask(actor, selection.get()));
        return button;
    }

    private void ask(Actor actor, Selection selection) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(dialog.getTranslation("turf.keep"));
        dialog.setWidth("min(460px, 92vw)");
        var name = new TextField(dialog.getTranslation("turf.name"));
        name.setMaxLength(120);
        name.setWidthFull();
        var kind = new RadioButtonGroup<TurfKind>(dialog.getTranslation("turf.keep.kind"));
        kind.setItems(TurfKind.values());
        kind.setItemLabelGenerator(each -> dialog.getTranslation("turf.keep." + each));
        kind.setValue(TurfKind.FILTER);
        var some = !selection.chosen().isEmpty();
        kind.setVisible(!some);
        var body = new Div(
                name,
                some
                        ? new Paragraph(dialog.getTranslation(
                                "turf.keep.chosen", selection.chosen().size()))
                        : new Span(),
                kind);
        body.addClassName("col");
        dialog.add(body);
        var save = new Button(dialog.getTranslation("turf.save"), click -> {
            try {
                var id = keep(actor, selection, name.getValue(), kind.getValue());
                dialog.close();
                UI.getCurrent().navigate(TurfPaths.turf(id));
            } catch (Problem.Invalid wrong) {
                name.setInvalid(true);
                name.setErrorMessage(
                        dialog.getTranslation(wrong.field().equals("name") ? "turf.name.missing" : "turf.nobody"));
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(dialog.getTranslation("turf.cancel"), click -> dialog.close()), save);
        dialog.open();
    }

    private TurfId keep(Actor actor, Selection selection, String name, TurfKind kind) {
        if (!selection.chosen().isEmpty()) return turfs.list(actor, name, selection.chosen());
        return kind == TurfKind.LIST
                ? turfs.freeze(actor, name, selection.filter())
                : turfs.cut(actor, name, selection.filter());
    }
}
