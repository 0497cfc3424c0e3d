package org.rung.teams;

import java.util.List;

/** A team in a list, with how many it has and the names of its leads. */
public record TeamRow(Team team, int people, List<String> leads) {
    public TeamRow {
        leads = List.copyOf(leads);
    }
}
