package org.rung.merging;

import java.util.Map;
import org.rung.common.Problem;
import org.rung.people.SupporterId;

/**
 * Two entries that are one person.
 *
 * @param kept who stays, and gone who goes into it
 * @param parts whose value stays; what is not chosen is as Rung proposes it
 * @param fields the same for custom fields, by their keys
 */
public record MergeDraft(SupporterId kept, SupporterId gone, Map<Part, Side> parts, Map<String, Side> fields) {
    public MergeDraft {
        if (kept.equals(gone)) throw new Problem.Invalid("from", "problem.merge-same");
        parts = Map.copyOf(parts);
        fields = Map.copyOf(fields);
    }
}
