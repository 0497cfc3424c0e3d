package org.rung.scripts;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rung.common.OrganizationId;
import org.rung.people.Supporter;

/** What other rooms show of scripts: drawn here, placed there. */
public interface ScriptPanels {
    /** A text as it is written, each merge field a chip with its name. */
    Component written(OrganizationId organizationId, String text, Locale locale);

    /** What was looked at, the worst first. */
    Component checks(List<Check> checks);

    /** Asks for one's own number and plays the first text on it. */
    void test(ScriptTree tree, Optional<Supporter> as);
}
