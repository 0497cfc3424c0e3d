package org.rung.filters;

import java.util.List;
import org.jooq.Condition;
import org.rung.common.OrganizationId;

/** One kind of condition a filter can hold. Each room gives its own as a Spring bean; turf and the supporters list compose them. */
public interface Criterion {
    /** The word stored in filters: tag, place, field, rung, import, list. */
    String kind();

    /** A condition on supporters.supporter_id in this organization. */
    Condition matching(OrganizationId organizationId, FilterLine line);

    /** Choices are what is common among so many of the newest people: nobody waits for a million to be looked through. */
    int NEWEST = 20_000;

    /** What a person may choose from, at most 200; a value and how it is shown. */
    List<Choice> choices(OrganizationId organizationId);

    record Choice(String key, String value, String shown) {}
}
