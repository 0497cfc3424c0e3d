package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import org.rung.accounts.Sentences;
import org.rung.accounts.SureDialog;
import org.rung.common.Problem;

/** A word in a text that the organization wants texters to think about once more before it leaves. */
final class Unkind {
    private Unkind() {}

    /** @param changed they would rather write something else */
    static void ask(Component screen, Problem asked, Runnable sure, Runnable changed) {
        var dialog = new SureDialog(
                screen.getTranslation("texting.unkind"),
                Sentences.of(asked),
                screen.getTranslation("texting.unkind.send"),
                screen.getTranslation("texting.unkind.change"),
                sure);
        dialog.addCancelListener(cancelled -> changed.run());
        dialog.open();
    }
}
