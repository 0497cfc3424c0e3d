package org.rung.accounts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.function.Consumer;
import org.rung.accounts.ApiToken;
import org.rung.accounts.ApiTokens;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Scopes;

class TokenDialog extends Dialog {
    private final TextField name = new TextField(getTranslation("accounts.tokens.name"));
    private final CheckboxGroup<Permission> scopes = new CheckboxGroup<>();

    TokenDialog(ApiTokens tokens, Actor actor, Consumer<ApiToken.Made> made) {
        setHeaderTitle(getTranslation("accounts.tokens.new"));
        setWidth("min(520px, 94vw)");
        name.setPlaceholder(getTranslation("accounts.tokens.name.example"));
        name.setMaxLength(120);
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        scopes.setLabel(getTranslation("accounts.tokens.scopes"));
        scopes.setItems(Arrays.stream(Permission.values())
                .filter(permission -> permission != Permission.ADMINISTER)
                .toList());
        scopes.setItemLabelGenerator(permission -> getTranslation("accounts.scope." + permission));
        scopes.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        var column = new Div(name, scopes);
        column.addClassName("col");
        add(column);
        var make = new Button(getTranslation("accounts.tokens.make"), click -> make(tokens, actor, made));
        make.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("accounts.cancel"), click -> close()), make);
    }

    private void make(ApiTokens tokens, Actor actor, Consumer<ApiToken.Made> made) {
        name.setInvalid(name.getValue().isBlank());
        name.setErrorMessage(getTranslation("accounts.tokens.name.empty"));
        scopes.setInvalid(scopes.getValue().isEmpty());
        scopes.setErrorMessage(getTranslation("accounts.tokens.scopes.empty"));
        if (name.isInvalid() || scopes.isInvalid()) return;
        var token = tokens.make(actor, name.getValue(), new Scopes(scopes.getValue()));
        close();
        made.accept(token);
    }
}
