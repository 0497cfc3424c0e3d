package org.rung.live.ui;

import static org.rung.live.ui.LiveWords.say;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Why it rests: texters read it. */
class PauseDialog extends Dialog {
    PauseDialog(Consumer<String> pause) {
        setHeaderTitle(say("campaigns.pause.title"));
        setWidth("min(440px, 94vw)");
        var reason = new TextField(say("campaigns.pause.reason"));
        reason.setMaxLength(320);
        reason.setWidthFull();
        reason.setHelperText(say("campaigns.pause.help"));
        reason.setAutofocus(true);
        add(reason);
        Runnable go = () -> {
            pause.accept(reason.getValue());
            close();
        };
        reason.addKeyPressListener(Key.ENTER, press -> go.run());
        var yes = new Button(say("campaigns.pause"), click -> go.run());
        yes.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(say("live.cancel"), click -> close()), yes);
    }
}
