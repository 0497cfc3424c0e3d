package org.rung.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.rung.common.OrganizationId;

/** Places of a statement for so many ids, after the organization's. */
final class Places {
    private Places() {}

    static String of(Collection<Long> ids) {
        return String.join(", ", Collections.nCopies(ids.size(), "?"));
    }

    static Object[] with(OrganizationId organizationId, Collection<Long> ids) {
        List<Object> all = new ArrayList<>();
        all.add(organizationId.value());
        all.addAll(ids);
        return all.toArray();
    }
}
