package org.rung.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.people.Relationship;
import org.rung.people.RelationshipKind;
import org.rung.people.Relationships;
import org.rung.people.SupporterId;
import org.rung.people.Visibility;

/** "I know this person": how, how well, and whether others may see it. */
class AcquaintanceDialog extends Dialog {
    AcquaintanceDialog(
            Relationships relationships,
            Actor.Member actor,
            SupporterId supporter,
            Optional<Relationship> said,
            Runnable changed) {
        setHeaderTitle(getTranslation("people.knows.say"));
        setWidth("min(440px, 92vw)");
        var kind = new Select<RelationshipKind>();
        kind.setLabel(getTranslation("people.knows.how"));
        kind.setItems(RelationshipKind.values());
        kind.setItemLabelGenerator(each -> getTranslation("people.knows." + each));
        kind.setValue(said.map(Relationship::kind).orElse(RelationshipKind.FRIEND));
        kind.setWidthFull();
        var strength = new RadioButtonGroup<Integer>(getTranslation("people.knows.strength"));
        strength.setItems(1, 3, 5);
        strength.setItemLabelGenerator(each -> getTranslation("people.knows.strength." + each));
        strength.setValue(said.map(Relationship::strength)
                .map(stored -> stored >= 5 ? 5 : stored >= 3 ? 3 : 1)
                .orElse(3));
        var shared = new Checkbox(getTranslation("people.knows.shared"));
        shared.setValue(said.map(each -> each.visibility() == Visibility.SHARED).orElse(true));
        var body = new Div(kind, strength, shared);
        body.addClassName("col");
        add(body);
        var save = new Button(getTranslation("people.save"), click -> {
            relationships.know(
                    actor,
                    supporter,
                    kind.getValue(),
                    strength.getValue(),
                    shared.getValue() ? Visibility.SHARED : Visibility.MINE);
            close();
            changed.run();
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("people.cancel"), click -> close()), save);
    }
}
