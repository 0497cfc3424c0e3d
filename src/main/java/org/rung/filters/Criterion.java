package org.rung.filters;

import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;

/** One kind of condition a filter can hold. Each room gives its own as a Spring bean; turf and the supporters list compose them. */
public interface Criterion {
    /** The word stored in filters: tag, place, field, rung, import, list. */
    String kind();

    /**
     * A condition on supporters.supporter_id in this organization, that is never null and may be turned round.
     *
     * @throws Problem.Invalid when what the line names is not there (any more): turned round, a condition on something
     *     that is gone would hold for everyone
     */
    Condition matching(OrganizationId organizationId, FilterLine line);

    /** How a line with that key may compare. */
    default List<Comparison> comparisons(OrganizationId organizationId, String key) {
        return List.of(Comparison.IS);
    }

    /** What whoever asks must be allowed to see, since who matches tells it. */
    default Set<Permission> needs(OrganizationId organizationId, FilterLine line) {
        return Set.of();
    }

    /** Choices are what is common among so many of the newest people: nobody waits for a million to be looked through. */
    int NEWEST = 20_000;

    /** What a person may choose from, at most 200; a value and how it is shown. */
    List<Choice> choices(OrganizationId organizationId);

    record Choice(String key, String value, String shown) {}
}
