package org.rung.accounts;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before what cannot be taken back. The way out has the focus: Enter alone destroys nothing. */
public class SureDialog extends ConfirmDialog {

    public SureDialog(String title, String words, String yes, String no, Runnable act) {
        super(title, words, yes, said -> act.run());
        setCancelable(true);
        setCancelText(no);
        setConfirmButtonTheme("error primary");
        // The dialog itself puts the focus on what it confirms, once it stands.
        addOpenedChangeListener(change -> {
            if (change.isOpened())
                getElement()
                        .executeJs("const out = () => this.querySelector('[slot=cancel-button]')?.focus();"
                                + "requestAnimationFrame(() => requestAnimationFrame(out)); setTimeout(out, 80)");
        });
    }
}
