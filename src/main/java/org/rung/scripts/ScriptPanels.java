package org.rung.scripts;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Locale;
import org.rung.common.OrganizationId;
import org.rung.people.Supporter;

/** What other rooms show of scripts: drawn here, placed there. */
public interface ScriptPanels {
    /** A text as it is written, each merge field a chip with its name. */
    Component written(OrganizationId organizationId, String text, Locale locale);

    /** What was looked at, the worst first. */
    Component checks(List<Check> checks);

    /**
     * Plays the whole script, on the screen and on one's own phone.
     *
     * @param people some who would get it; the first of them reads
     */
    void test(ScriptTree tree, List<Supporter> people);
}
