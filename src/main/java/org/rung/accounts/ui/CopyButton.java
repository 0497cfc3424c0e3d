package org.rung.accounts.ui;

import com.vaadin.flow.component.button.Button;

/** Puts words where one pastes from. In the browser, because only a click there may write to its clipboard. */
class CopyButton extends Button {
    CopyButton(String text) {
        setText(getTranslation("accounts.copy"));
        getElement()
                .executeJs(
                        "this.addEventListener('click', () => { const said = () => { this.textContent = $1; };"
                                + " if (navigator.clipboard) { navigator.clipboard.writeText($0).then(said); return; }"
                                + " const field = document.createElement('textarea'); field.value = $0;"
                                + " (this.closest('vaadin-dialog') || document.body).append(field); field.select();"
                                + " document.execCommand('copy'); field.remove(); said(); })",
                        text,
                        getTranslation("accounts.copied"));
    }
}
