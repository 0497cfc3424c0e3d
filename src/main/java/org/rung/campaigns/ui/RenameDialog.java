package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Asks for a campaign's new name. */
class RenameDialog extends Dialog {
    RenameDialog(String now, Consumer<String> named) {
        setHeaderTitle(getTranslation("campaigns.rename"));
        setWidth("420px");
        var name = new TextField(getTranslation("campaigns.new.name"), now, "");
        name.setMaxLength(120);
        name.setWidthFull();
        add(name);
        getFooter()
                .add(
                        button("btn ghost", getTranslation("campaigns.cancel"), this::close),
                        button("btn", getTranslation("campaigns.save"), () -> {
                            named.accept(name.getValue());
                            close();
                        }));
    }
}
