package org.rung.accounts.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import org.rung.common.Role;

/** Roles to give, each with what it lets one do. */
class RoleBoxes extends CheckboxGroup<Role> {
    RoleBoxes(List<Role> offered) {
        setLabel(getTranslation("accounts.roles"));
        setItems(offered);
        addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        setRenderer(new ComponentRenderer<>(role -> {
            var what = new Span(getTranslation("accounts.role." + role + ".does"));
            what.addClassNames("muted", "small");
            var box = new Div(new Span(getTranslation("accounts.role." + role)), what);
            box.addClassName("role-box");
            return box;
        }));
    }
}
