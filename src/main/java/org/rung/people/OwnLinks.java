package org.rung.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;

/** Links to give, one of each supporter's own, that texts carry as a field; the room that takes gifts online makes them. */
public interface OwnLinks {
    /** What the field is called in words with braces: {@code {giveLink}}. */
    String FIELD = "giveLink";

    /** Where they begin, below the address of this server. */
    String PATH = "g/";

    Pattern CARRIED = Pattern.compile("\\{\\s*" + FIELD + "\\s*(\\|[^{}]*)?\\}");

    /** Whether texts of this organization may carry them now. */
    boolean ready(OrganizationId organizationId);

    /** As long as any other, and opens nothing: for previews and for what a text costs. */
    String sample();

    /**
     * Their own, the same ones as long as they last, and made together where there are none; in a transaction that may
     * write. Nothing for whoever is not the organization's, and for nobody where texts may carry none.
     */
    Map<SupporterId, String> of(Actor actor, Collection<SupporterId> supporters);

    default Optional<String> of(Actor actor, SupporterId supporterId) {
        return Optional.ofNullable(of(actor, List.of(supporterId)).get(supporterId));
    }

    /** Whether these words, with fields in braces, carry one. */
    static boolean carriedBy(String words) {
        return CARRIED.matcher(words).find();
    }

    /** @throws Problem.Invalid where these words carry one and the organization's texts may not */
    default void mustBeReadyFor(OrganizationId organizationId, String words) {
        if (carriedBy(words) && !ready(organizationId)) throw new Problem.Invalid("words", "problem.give-link-off");
    }
}
