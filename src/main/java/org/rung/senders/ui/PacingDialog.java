package org.rung.senders.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import org.rung.common.Problem;
import org.rung.senders.Pacing;
import org.rung.senders.Sender;
import org.rung.senders.SenderRates;

/** How fast one number sends, and how the carriers know it. */
class PacingDialog extends Dialog {
    PacingDialog(Sender sender, String name, SenderRates rates, Consumer<Pacing> keep) {
        setHeaderTitle(getTranslation("senders.pacing.title") + ": " + name);
        setWidth("720px");
        PacingFields fields = new PacingFields(rates);
        fields.show(sender.pacing(), sender.kinds());
        Button save = new Button(getTranslation("senders.pacing.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickListener(click -> {
            fields.clearErrors();
            try {
                keep.accept(fields.pacing());
                close();
            } catch (Problem.Invalid wrong) {
                if (!fields.tell(wrong)) Notices.bad(wrong);
            } catch (Problem problem) {
                close();
                Notices.bad(problem);
            }
        });
        Div content = new Div(new Paragraph(getTranslation("senders.pacing.line")), fields);
        content.addClassName("col");
        add(content);
        getFooter().add(new Button(getTranslation("senders.cancel"), click -> close()), save);
    }
}
