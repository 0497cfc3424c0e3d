package org.rung.tasks.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.accounts.OneMember;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Problem;

/** Who is to do it instead. */
class PassDialog extends Dialog {
    PassDialog(Members members, Actor actor, Optional<MemberId> owner, TaskDeeds.Passed passed) {
        setHeaderTitle(getTranslation("tasks.pass"));
        setWidth("min(420px, 94vw)");
        var pick = new OneMember(getTranslation("tasks.owner"), members, actor);
        pick.setHelperText(getTranslation("tasks.pass.help"));
        owner.flatMap(member -> members.find(actor, member)).ifPresent(pick::setValue);
        add(pick);
        var save = new Button(getTranslation("tasks.save"), click -> {
            try {
                passed.to(Optional.ofNullable(pick.getValue()));
                close();
            } catch (Problem refused) {
                pick.setErrorMessage(Sentences.of(refused));
                pick.setInvalid(true);
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("tasks.cancel"), click -> close()), save);
    }
}
