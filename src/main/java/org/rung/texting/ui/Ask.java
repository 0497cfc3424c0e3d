package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.rung.accounts.SureDialog;

/** Small questions in between. */
final class Ask {

    private Ask() {}

    static void sure(Component screen, String title, String line, Runnable yes) {
        new SureDialog(
                        screen.getTranslation(title),
                        screen.getTranslation(line),
                        screen.getTranslation(title),
                        screen.getTranslation("texting.cancel"),
                        yes)
                .open();
    }

    static void words(Component screen, String title, String label, Consumer<String> given) {
        Dialog dialog = dialog(screen, title);
        TextArea words = new TextArea(screen.getTranslation(label));
        words.setMaxLength(300);
        words.setMinRows(2);
        words.setWidthFull();
        words.addClassName("ask-field");
        dialog.add(words);
        finish(
                screen,
                dialog,
                "texting.save",
                () -> {
                    if (!words.getValue().isBlank()) {
                        given.accept(words.getValue().strip());
                    }
                },
                ButtonVariant.PRIMARY);
        words.focus();
    }

    static void word(Component screen, String title, String label, Consumer<String> given) {
        Dialog dialog = dialog(screen, title);
        TextField word = new TextField(screen.getTranslation(label));
        word.setMaxLength(60);
        word.setWidthFull();
        word.addClassName("ask-field");
        dialog.add(word);
        Button save = finish(
                screen,
                dialog,
                "texting.save",
                () -> {
                    if (!word.getValue().isBlank()) {
                        given.accept(word.getValue().strip());
                    }
                },
                ButtonVariant.PRIMARY);
        word.addKeyPressListener(Key.ENTER, enter -> save.click());
        word.focus();
    }

    static Dialog dialog(Component screen, String title) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(screen.getTranslation(title));
        dialog.setWidth("min(420px, 92vw)");
        return dialog;
    }

    static Button finish(Component screen, Dialog dialog, String yes, Runnable done, ButtonVariant look) {
        Button no = new Button(screen.getTranslation("texting.cancel"), click -> dialog.close());
        Button go = new Button(screen.getTranslation(yes), click -> {
            dialog.close();
            done.run();
        });
        go.addThemeVariants(ButtonVariant.PRIMARY, look);
        dialog.getFooter().add(no, go);
        dialog.open();
        return go;
    }
}
