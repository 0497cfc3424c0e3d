package org.rung.campaigns.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import org.rung.accounts.Sentences;
import org.rung.campaigns.OneOfHousehold;
import org.rung.common.Problem;

/** Whether one person of each household is texted first. */
class HouseholdBox extends Checkbox {
    HouseholdBox(OneOfHousehold households, Scene scene) {
        super(
                scene.words("campaigns.household"),
                households.of(scene.actor().organization(), scene.campaign().campaignId()));
        setHelperText(scene.words("campaigns.household.how"));
        setReadOnly(!scene.writable() || !scene.draft());
        addValueChangeListener(change -> {
            if (!change.isFromClient()) return;
            try {
                households.set(scene.actor(), scene.campaign().campaignId(), change.getValue());
                scene.changed().run();
            } catch (Problem refused) {
                setErrorMessage(Sentences.of(refused));
                setInvalid(true);
            }
        });
    }
}
