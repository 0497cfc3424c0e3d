package org.rung.scripts.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.common.OrganizationId;
import org.rung.people.Supporter;
import org.rung.scripts.Check;
import org.rung.scripts.ScriptPanels;
import org.rung.scripts.ScriptTree;
import org.rung.scripts.TestTexts;
import org.rung.senders.Senders;

@org.springframework.stereotype.Component
class Panels implements ScriptPanels {
    private final Labels labels;
    private final TestTexts tests;
    private final Senders senders;
    private final SignedIn signedIn;

    Panels(Labels labels, TestTexts tests, Senders senders, SignedIn signedIn) {
        this.labels = labels;
        this.tests = tests;
        this.senders = senders;
        this.signedIn = signedIn;
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
    public void test(ScriptTree tree, Optional<Supporter> as) {
        new TestTextDialog(tests, senders, signedIn, tree, as).open();
    }
}
