package org.rung.scripts.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Locale;
import org.rung.common.OrganizationId;
import org.rung.people.Supporter;
import org.rung.scripts.Check;
import org.rung.scripts.ScriptPanels;
import org.rung.scripts.ScriptTree;

@org.springframework.stereotype.Component
class Panels implements ScriptPanels {
    private final Labels labels;
    private final PlayDoors doors;

    Panels(Labels labels, PlayDoors doors) {
        this.labels = labels;
        this.doors = doors;
    }

    @Override
    public Component written(OrganizationId organizationId, String text, Locale locale) {
        return MergeWords.chips(text, labels.of(organizationId, locale));
    }

    @Override
    public Component checks(List<Check> checks) {
        var card = new ChecksCard(fix -> {});
        card.show(checks, false);
        return card;
    }

    @Override
    public void test(ScriptTree tree, List<Supporter> people) {
        new PlayDialog(doors, tree, people).open();
    }
}
