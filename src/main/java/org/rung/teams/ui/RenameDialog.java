package org.rung.teams.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;
import org.rung.teams.TeamDraft;

/** Another name for a team. */
class RenameDialog extends Dialog {
    RenameDialog(String now, Consumer<String> named) {
        setHeaderTitle(getTranslation("teams.rename"));
        setWidth("min(420px, 94vw)");
        var name = new TextField(getTranslation("teams.name"), now, "");
        name.setMaxLength(TeamDraft.LONGEST);
        name.setWidthFull();
        add(name);
        var save = new Button(getTranslation("teams.save"), click -> {
            try {
                named.accept(name.getValue());
                close();
            } catch (Problem problem) {
                name.setErrorMessage(Sentences.of(problem));
                name.setInvalid(true);
                name.focus();
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("teams.cancel"), click -> close()), save);
    }
}
