package org.rung.compliance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.text.NumberFormat;
import java.time.ZoneId;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.compliance.CompliancePaths;
import org.rung.compliance.ListState;
import org.rung.compliance.SuppressionList;
import org.rung.compliance.SuppressionLists;

/** One file of numbers: how far it is, and the rows that held none. */
class ListRow extends Div {
    ListRow(SuppressionLists lists, Actor actor, SuppressionList list, ZoneId zone) {
        addClassNames("exchange-row", "bulk-row");
        var name = new Span(list.name());
        name.addClassNames("strong", "clip");
        var about = new Span(
                list.working()
                        ? getTranslation("compliance.file.of", number(list.done()), number(list.total()))
                        : getTranslation("compliance.file.changed", list.changed(), number(list.changed())));
        about.addClassNames("muted", "small", "num");
        var what = new Div(name, about);
        what.addClassNames("exchange-what", "grow");
        add(what);
        if (list.working()) add(bar(list));
        var chip = new Span(getTranslation("compliance.file.state." + list.state()));
        chip.addClassName("chip");
        if (list.state() == ListState.DONE) chip.addClassName("good");
        if (list.state() == ListState.FAILED) chip.addClassName("bad");
        if (list.working()) chip.addClassName("warn");
        add(chip);
        if (list.refused() > 0 && actor.may(Permission.IMPORT)) {
            var file = new Anchor(
                    "/" + CompliancePaths.refused(list.suppressionListId()),
                    getTranslation("compliance.file.refused", list.refused(), number(list.refused())));
            file.addClassNames("btn", "ghost", "small");
            file.setRouterIgnore(true);
            file.getElement().setAttribute("download", true);
            add(file);
        }
        if (list.working() && actor.may(Permission.EDIT_PEOPLE)) {
            var cancel = new Button(
                    getTranslation("compliance.file.cancel"), click -> lists.cancel(actor, list.suppressionListId()));
            cancel.addThemeVariants(ButtonVariant.SMALL);
            add(cancel);
        }
    }

    private String number(long number) {
        return NumberFormat.getIntegerInstance(getLocale()).format(number);
    }

    private Div bar(SuppressionList list) {
        int percent = (int) Math.floor(list.progress() * 100);
        var filled = new Element("b");
        filled.getStyle().set("width", percent + "%");
        var bar = new Div();
        bar.addClassNames("bar", "exchange-bar");
        bar.getElement().appendChild(filled);
        bar.getElement().setAttribute("role", "progressbar");
        bar.getElement().setAttribute("aria-label", getTranslation("compliance.file.progress"));
        bar.getElement().setAttribute("aria-valuemin", "0");
        bar.getElement().setAttribute("aria-valuemax", "100");
        bar.getElement().setAttribute("aria-valuenow", Integer.toString(percent));
        return bar;
    }
}
